import {
  type AccessRequest,
  compareAccess,
  type PolicyDocument,
  type PolicyPrincipal,
  type PolicyStatement,
} from '@rolecall/policy';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

export const assumeRole = 'sts:AssumeRole';
export const assumeRoleWithWebIdentity = 'sts:AssumeRoleWithWebIdentity';
export const assumeRoleWithSaml = 'sts:AssumeRoleWithSAML';

/** Whether a role can be assumed in a way nobody should, and the request that shows it. */
export type TrustAnswer =
  | { readonly verdict: 'yes'; readonly request: AccessRequest }
  | { readonly verdict: 'no' }
  /** The document cannot be read, or the comparison was given up. */
  | { readonly verdict: 'undecided'; readonly reason: string };

export interface TrustQuestion {
  readonly action: string;
  /** Requests that are as they should be: each of these statements covers some. */
  readonly spared: readonly PolicyStatement[];
}

/**
 * Whether a trust policy allows `action` in any request that no spared statement covers. Asks the
 * comparer, so conditions count as IAM evaluates them: missing keys, negated operators, IfExists,
 * qualifiers, wildcards, and what a Deny takes away.
 */
export function askTrust(trust: PolicyDocument, { action, spared }: TrustQuestion): TrustAnswer {
  const otherActions: PolicyStatement = { Effect: 'Allow', Principal: '*', NotAction: action };
  const fine = { Version: '2012-10-17', Statement: [otherActions, ...spared] };
  const compared = compareAccess(fine, trust);
  switch (compared.verdict) {
    case 'none':
      return { verdict: 'no' };
    case 'grants':
      return { verdict: 'yes', request: compared.witness.request };
    case 'undecided': {
      const { reason } = compared;
      const said = reason.kind === 'unreadable' ? reason.policy.fault.message : reason.message;
      return { verdict: 'undecided', reason: said };
    }
    default:
      return compared satisfies never;
  }
}

/** Spares whoever is named so. A wildcard is a pattern here. */
export function spareCaller(principal: PolicyPrincipal): PolicyStatement {
  return { Effect: 'Allow', Principal: principal, Action: '*' };
}

/** Spares everyone but these. */
export function spareOthers(principal: PolicyPrincipal): PolicyStatement {
  return { Effect: 'Allow', NotPrincipal: principal, Action: '*' };
}

export function spareCondition(
  operator: string,
  key: string,
  values: string | readonly string[],
): PolicyStatement {
  return {
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Condition: { [operator]: { [key]: values } },
  };
}

/** Keys that can have several values, of those that are asked about. */
const multivalued = new Set(['aws:principalorgpaths', 'aws:sourceorgpaths']);

/**
 * Spares requests in which a key has a value that the trust itself writes and `names` accepts,
 * whatever the trust says of it: a Deny of all others ties the role to it as well as an Allow.
 */
export function spareNamed(
  trust: PolicyDocument,
  names: { readonly [key: string]: (value: string, test: ConditionTest) => boolean },
): readonly PolicyStatement[] {
  return conditionTests(trust).flatMap((test) => {
    const accepts = names[test.key];
    if (accepts === undefined || !/^(?:String|Arn)/.test(test.comparison)) return [];
    const named = test.values.filter((value) => !value.includes('${') && accepts(value, test));
    if (named.length === 0) return [];
    const any = multivalued.has(test.key);
    return [spareCondition(`${any ? 'ForAnyValue:' : ''}${test.comparison}`, test.key, named)];
  });
}

/** Spares requests that lack a key which every real request has. */
export function spareMissing(key: string): PolicyStatement {
  return spareCondition('Null', key, 'true');
}
