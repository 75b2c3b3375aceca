import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { asList, statementsOf } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { fillResourceVariables } from '../fill-resource-variables.ts';
import { isExact, namingKeys } from '../naming-values.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import { ordinaryRequests, spareImpossible } from '../trust-outsiders.ts';
import {
  askTrust,
  assumeRole,
  spareCaller,
  spareCondition,
  spareNamed,
} from '../trust-question.ts';

export const roleTrustWildcard = defineCheck({
  id: 'role-trust-wildcard',
  title: 'No role can be assumed by anyone in any account',
  severity: 'critical',
  subject: 'role',
  rationale:
    'Principal "*" lets in every AWS account there is. Strangers try the names of roles; an ' +
    'external id is no secret, and tags, MFA and session names are theirs to choose.',
  remedy:
    'Name the accounts or roles in Principal, or add a condition that ties the caller: ' +
    'StringEquals aws:PrincipalOrgID or aws:PrincipalAccount, or ArnLike aws:PrincipalArn with the ' +
    'account written out. Do not use IfExists or ForAllValues in an Allow.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  needs: ['roles'],
  run: ({ roles }, { account }) => {
    const judge = byDocument((trust) =>
      letsAnyoneIn(fillResourceVariables(trust, { account, organizationId: someOrganization })),
    );
    return ownRoles(roles).map((role): Verdict => {
      const { name, arn: subject } = role;
      const found = judge(role.trust);
      switch (found.kind) {
        case 'no':
          return { outcome: 'pass', subject, message: `${name} names whom it trusts.` };
        case 'network': {
          const message = `${name} can be assumed by anyone, but only from certain networks.`;
          return { outcome: 'warn', subject, message };
        }
        case 'yes': {
          const message = `${name} can be assumed by anyone in any account.`;
          return { outcome: 'fail', subject, message };
        }
        case 'undecided':
          return trustUndecided(role, found.reason);
        default:
          return found satisfies never;
      }
    });
  },
});

/** Whichever it is, it is one and not everybody's. */
const someOrganization = 'o-exampleorgid';

type Found =
  | { readonly kind: 'no' | 'network' | 'yes' }
  | { readonly kind: 'undecided'; readonly reason: string };

function letsAnyoneIn(trust: PolicyDocument): Found {
  if (!trustsEveryone(trust)) return { kind: 'no' };
  const spared = [
    ...ordinaryRequests,
    ...spareImpossible(trust),
    ...namedCallers(trust),
    ...spareNamed(trust, namingKeys),
  ];
  const answer = askTrust(trust, { action: assumeRole, spared });
  switch (answer.verdict) {
    case 'no':
      return { kind: 'no' };
    case 'undecided':
      return { kind: 'undecided', reason: answer.reason };
    case 'yes': {
      const tied = [...spared, ...spareNamed(trust, networkKeys), ...spareAddresses(trust)];
      const other = askTrust(trust, { action: assumeRole, spared: tied });
      return { kind: other.verdict === 'no' ? 'network' : 'yes' };
    }
    default:
      return answer satisfies never;
  }
}

/** Only `"*"` and NotPrincipal mean callers whom the trust does not name. */
function trustsEveryone(trust: PolicyDocument): boolean {
  return statementsOf(trust).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      (typeof Principal !== 'object' ||
        asList(Principal['AWS']).some((value) => /[*?]/.test(value))),
  );
}

function namedCallers(trust: PolicyDocument): readonly PolicyStatement[] {
  const names = statementsOf(trust).flatMap(({ Effect, Principal }) =>
    Effect === 'Allow' && typeof Principal === 'object' ? asList(Principal['AWS']) : [],
  );
  const named = names.filter((name) => !/[*?]/.test(name));
  return named.length === 0 ? [] : [spareCaller({ AWS: named })];
}

const networkKeys = {
  'aws:sourcevpc': isExact,
  'aws:sourcevpce': isExact,
  'aws:vpceaccount': isExact,
  'aws:vpceorgid': isExact,
} as const;

/** Addresses that are written out; all of them are no network. */
function spareAddresses(trust: PolicyDocument): readonly PolicyStatement[] {
  return statementsOf(trust).flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      /IpAddress/i.test(operator)
        ? Object.entries(keys).flatMap(([key, values]) => {
            const narrow = asList<unknown>(values).map(String).filter(isNarrow);
            return key.toLowerCase() === 'aws:sourceip' && narrow.length > 0
              ? [spareCondition('IpAddress', key, narrow)]
              : [];
          })
        : [],
    ),
  );
}

function isNarrow(range: string): boolean {
  const bits = /\/(\d+)$/.exec(range)?.[1];
  return bits === undefined || Number(bits) >= (range.includes(':') ? 32 : 8);
}
