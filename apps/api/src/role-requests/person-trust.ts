import {
  type PolicyCondition,
  type PolicyDocument,
  type PolicyStatement,
  parseArn,
  statementsOf,
} from '@rolecall/policy';
import type { PrincipalMapping } from '../model/records.ts';

/** Who exactly may assume a role, as a statement of its trust policy says it. */
export interface PersonTrust {
  /** ARN of a role or user; IAM binds it to the unique id of what has that name now. */
  readonly principal: string;
  readonly condition: PolicyCondition;
  readonly actions: readonly string[];
}

export type PersonTrustResult =
  | { readonly kind: 'trust'; readonly trust: PersonTrust }
  | { readonly kind: 'fault'; readonly message: string };

/** The principal that a person has in an account: one of that very account before one of all. */
export function mappingFor(
  mappings: readonly PrincipalMapping[],
  { subject, account }: { readonly subject: string; readonly account: string },
): PrincipalMapping | undefined {
  const own = mappings.filter((mapping) => mapping.subject === subject);
  return (
    own.find(({ accountId }) => accountId === account) ??
    own.find(({ accountId }) => accountId === '*')
  );
}

/** As IAM API Reference has them; none of these can widen a pattern or become a variable. */
const rolePattern = /^role\/(?:[!-)+->@-~]+\/)?[\w+=,.@-]{1,64}$/;
const userPattern = /^user\/(?:[!-)+->@-~]+\/)?[\w+=,.@-]{1,64}$/;
const sessionPattern = /^[\w+=,.@-]{2,64}$/;

/**
 * The trust in one person. For a session of a role the principal is the role, and `aws:userid`
 * tests whose session it is: AWS fills it with `{unique id of the role}:{name of the session}`.
 * `*:name` is exact, since the principal fixes the role and a session's name holds no colon;
 * `aws:PrincipalArn` would not do, as it is the role's ARN for every session, and
 * `sts:RoleSessionName` is the name that the caller chooses for the session to come.
 *
 * It tells people apart only where callers cannot choose the name: Identity Center and SAML set it;
 * of a role that people assume themselves, its own trust has to fix the name, or `sourceIdentity`
 * has to be given.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function personTrust(
  { principal }: Pick<PrincipalMapping, 'principal'>,
  { partition }: { readonly partition: string },
): PersonTrustResult {
  switch (principal.kind) {
    case 'role-session': {
      const { roleArn, sessionName, sourceIdentity } = principal;
      if (!isPrincipal(roleArn, rolePattern, partition)) return fault(roleArn, 'a role');
      if (!sessionPattern.test(sessionName)) return fault(sessionName, 'the name of a session');
      if (sourceIdentity !== undefined && !sessionPattern.test(sourceIdentity))
        return fault(sourceIdentity, 'a source identity');
      const trust = {
        principal: roleArn,
        condition: {
          StringLike: { 'aws:userid': `*:${sessionName}` },
          ...(sourceIdentity === undefined
            ? {}
            : { StringEquals: { 'aws:SourceIdentity': sourceIdentity } }),
        },
        // A session with a source identity hands it on, which the next role has to allow:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
        actions:
          sourceIdentity === undefined
            ? ['sts:AssumeRole']
            : ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      };
      return { kind: 'trust', trust };
    }
    case 'role':
      if (!isPrincipal(principal.arn, rolePattern, partition))
        return fault(principal.arn, 'a role');
      // All who have the permission set share it.
      if (principal.arn.includes(':role/aws-reserved/'))
        return { kind: 'fault', message: `${principal.arn} is shared: name the session as well.` };
      return plain(principal.arn, {});
    case 'user':
      if (!isPrincipal(principal.arn, userPattern, partition))
        return fault(principal.arn, 'a user');
      return plain(
        principal.arn,
        principal.requireMfa === true ? { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } : {},
      );
    default:
      return principal satisfies never;
  }
}

function plain(principal: string, condition: PolicyCondition): PersonTrustResult {
  return { kind: 'trust', trust: { principal, condition, actions: ['sts:AssumeRole'] } };
}

function fault(text: string, what: string): PersonTrustResult {
  return { kind: 'fault', message: `${JSON.stringify(text)} is not ${what} of this partition.` };
}

function isPrincipal(text: string, pattern: RegExp, partition: string): boolean {
  const arn = parseArn(text);
  return (
    arn !== undefined &&
    arn.partition === partition &&
    arn.service === 'iam' &&
    arn.region === '' &&
    /^\d{12}$/.test(arn.account) &&
    pattern.test(arn.resource) &&
    !/[$*?{}]/.test(text)
  );
}

/** Whether a trust policy lets in principals of accounts, in the place of whom the person comes. */
export function trustsPeople(trust: PolicyDocument): boolean {
  return statementsOf(trust).some(
    ({ Principal, NotPrincipal }) =>
      NotPrincipal !== undefined || typeof Principal === 'string' || Principal?.AWS !== undefined,
  );
}

/**
 * Whether a trust policy lets in anybody but services and principals of accounts: identities of a
 * provider. Which ones, a parameter would say, and whom a role trusts is never for a client to say.
 */
export function trustsOthers(trust: PolicyDocument): boolean {
  return statementsOf(trust).some(({ Principal }) =>
    typeof Principal === 'object'
      ? Object.keys(Principal).some((kind) => kind !== 'AWS' && kind !== 'Service')
      : Principal === undefined,
  );
}

/**
 * The trust policy with the person in the place of every principal of an account; what else a
 * statement tests stays. `undefined` where that cannot be done safely: a statement that says
 * something else than whom it lets in, or tests a key of ours itself.
 */
export function withPerson(trust: PolicyDocument, person: PersonTrust): PolicyDocument | undefined {
  const statements: PolicyStatement[] = [];
  for (const statement of statementsOf(trust)) {
    if (!trustsPeople({ Statement: statement })) {
      statements.push(statement);
      continue;
    }
    const { Effect, Principal, NotPrincipal, Condition = {} } = statement;
    const isPlain = typeof Principal === 'object' && Object.keys(Principal).join() === 'AWS';
    if (Effect !== 'Allow' || NotPrincipal !== undefined || !isPlain) return undefined;
    const merged = mergeConditions(Condition, person.condition);
    if (merged === undefined) return undefined;
    const { Condition: _, ...rest } = statement;
    statements.push({
      ...rest,
      Principal: { AWS: person.principal },
      Action: person.actions.length === 1 ? (person.actions[0] ?? '') : person.actions,
      ...(Object.keys(merged).length > 0 ? { Condition: merged } : {}),
    });
  }
  return { ...trust, Statement: statements };
}

/** Both hold; `undefined` where one test would take the place of another. */
function mergeConditions(
  one: PolicyCondition,
  other: PolicyCondition,
): PolicyCondition | undefined {
  const merged: { [operator: string]: PolicyCondition[string] } = { ...one };
  for (const [operator, tests] of Object.entries(other)) {
    const there = merged[operator] ?? {};
    const clash = Object.entries(tests).some(
      ([key, value]) => there[key] !== undefined && there[key] !== value,
    );
    if (clash) return undefined;
    merged[operator] = { ...there, ...tests };
  }
  return merged;
}
