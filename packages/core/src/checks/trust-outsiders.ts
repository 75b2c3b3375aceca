import {
  type AccessRequest,
  asList,
  type PolicyDocument,
  type PolicyStatement,
  parseArn,
  statementsOf,
} from '@rolecall/policy';
import { type ConditionTest, hasWildcards } from './condition-tests.ts';
import { fillResourceVariables } from './fill-resource-variables.ts';
import { accountInArn, isExact, sourceKeys } from './naming-values.ts';
import { externalIdsIn, plainCallers } from './plain-callers.ts';
import {
  askTrust,
  assumeRole,
  spareCaller,
  spareCondition,
  spareMissing,
  spareNamed,
} from './trust-question.ts';

/** Somebody of another account who may assume a role. */
export type Outsider =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'organization'; readonly id: string }
  | { readonly kind: 'anyone' };

export interface Outsiders {
  readonly found: readonly Outsider[];
  /** Why there may be more; undefined where there are not. */
  readonly undecided: string | undefined;
}

export interface OutsidersInput {
  readonly account: string;
  readonly organizationId: string | undefined;
  /** Requests that do not count either. */
  readonly spared?: readonly PolicyStatement[];
}

/** More than a trust policy of 4,096 characters can name one by one and be read by a person. */
const most = 60;

/**
 * The accounts whose users and roles may assume a role by its trust policy, those of the account and
 * of its organization by `aws:PrincipalOrgID` apart. Services and identity providers do not count.
 */
export function findOutsiders(trust: PolicyDocument, input: OutsidersInput): Outsiders {
  if (!letsCallersIn(trust)) return { found: [], undecided: undefined };
  return readOutsiders(trust, input) ?? searchOutsiders(trust, input);
}

/** Those that stand in a plain trust policy; undefined where it takes the comparer to tell. */
function readOutsiders(
  trust: PolicyDocument,
  { account: own, spared = [] }: OutsidersInput,
): Outsiders | undefined {
  const callers = plainCallers(trust, assumeRole);
  if (callers === undefined || !spared.every(isPlainSpare)) return undefined;
  const names = new Set(
    spared.flatMap(({ Principal, Condition }) =>
      Condition === undefined && typeof Principal === 'object' ? asList(Principal['AWS']) : [],
    ),
  );
  const ids = new Set(spared.flatMap(({ Condition = {} }) => externalIdsIn(Condition) ?? []));
  const accounts = new Set(
    callers
      .filter(({ account }) => account !== own)
      .filter(({ value }) => !names.has(value))
      .filter(({ externalIds }) => !externalIds?.every((id) => ids.has(id)))
      .map(({ account }) => account),
  );
  // Several are told in the order in which the comparer finds them.
  if (accounts.size > 1) return undefined;
  const found = [...accounts].map((account) => ({ kind: 'account' as const, account }));
  return { found, undecided: undefined };
}

/** Spares some callers whatever they ask, some external ids, or requests with a key others lack. */
function isPlainSpare({ Principal, Condition, Action }: PolicyStatement): boolean {
  if (Action !== '*') return false;
  if (Condition === undefined) return typeof Principal === 'object';
  if (Principal !== '*') return false;
  return (
    externalIdsIn(Condition) !== undefined ||
    Object.entries(Condition).every(
      ([operator, keys]) =>
        Object.keys(keys).every((key) => mfaKeys.has(key)) &&
        Object.values(keys).every((value) => value === (operator === 'Bool' ? 'true' : 'false')) &&
        (operator === 'Bool' || operator === 'Null'),
    )
  );
}

/** Keys that a request may lack. */
const mfaKeys: ReadonlySet<string> = new Set([
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
]);

/** As `findOutsiders`, by the comparer whatever the form of the trust policy. */
export function searchOutsiders(
  written: PolicyDocument,
  { account, organizationId, spared: more = [] }: OutsidersInput,
): Outsiders {
  const trust = fillResourceVariables(written, { account, organizationId });
  const found: Outsider[] = [];
  const spared = [
    ...ordinaryRequests,
    ...spareImpossible(trust),
    ...spareAccount(account, trust),
    ...(organizationId === undefined ? [] : spareOrganization(organizationId, trust)),
    ...spareNamed(trust, sourceKeys),
    ...more,
  ];
  while (found.length < most) {
    const answer = askTrust(trust, { action: assumeRole, spared });
    if (answer.verdict === 'no') return { found, undecided: undefined };
    if (answer.verdict === 'undecided') return { found, undecided: answer.reason };
    const outsider = outsiderIn(answer.request, trust);
    if (found.some((each) => labelOf(each) === labelOf(outsider))) {
      return { found, undecided: undefined };
    }
    found.push(outsider);
    if (outsider.kind === 'anyone') return { found, undecided: undefined };
    spared.push(
      ...(outsider.kind === 'account'
        ? spareAccount(outsider.account, trust)
        : spareOrganization(outsider.id, trust)),
    );
  }
  return { found, undecided: 'it names too many accounts to be compared' };
}

/** `account 123…`, for messages. */
export function labelOf(outsider: Outsider): string {
  switch (outsider.kind) {
    case 'account':
      return `account ${outsider.account}`;
    case 'organization':
      return `organization ${outsider.id}`;
    case 'anyone':
      return 'any account';
    default:
      return outsider satisfies never;
  }
}

/** Most roles are of services and providers: seen at once. */
function letsCallersIn(trust: PolicyDocument): boolean {
  return statementsOf(trust).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' && (typeof Principal !== 'object' || asList(Principal['AWS']).length > 0),
  );
}

/** Services and providers; ids of principals that are gone; requests no account's caller makes. */
export const ordinaryRequests: readonly PolicyStatement[] = [
  spareCaller({ Service: '*', Federated: '*', CanonicalUser: '*' }),
  spareCaller({ AWS: ['AIDA*', 'AROA*'] }),
  spareCondition('Bool', 'aws:PrincipalIsAWSService', 'true'),
  spareMissing('aws:PrincipalIsAWSService'),
  // Only services have a name as callers.
  spareCondition('Null', 'aws:PrincipalServiceName', 'false'),
];

/** Callers that there are not: with a wildcard where the operator takes it for plain text. */
export function spareImpossible(trust: PolicyDocument): readonly PolicyStatement[] {
  const isImpossible = (value: string, test: ConditionTest) =>
    /[*?]/.test(value) && !hasWildcards(test, value);
  return spareNamed(trust, { 'aws:principalarn': isImpossible });
}

function spareAccount(account: string, trust: PolicyDocument): readonly PolicyStatement[] {
  return [
    spareCaller({ AWS: account }),
    ...spareNamed(trust, {
      'aws:principalaccount': (value, test) => isExact(value, test) && value === account,
      'aws:principalarn': (value) => accountInArn(value) === account,
    }),
  ];
}

function spareOrganization(id: string, trust: PolicyDocument): readonly PolicyStatement[] {
  return spareNamed(trust, {
    'aws:principalorgid': (value) => value === id,
    'aws:principalorgpaths': (value) => value.startsWith(`${id}/`),
  });
}

function outsiderIn({ principal, context }: AccessRequest, trust: PolicyDocument): Outsider {
  const read = new Map(
    Object.entries(context ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]),
  );
  const arn = read.get('aws:principalarn');
  const said = read.get('aws:principalaccount') ?? (arn && accountInArn(arn));
  const account = [said, accountOf(principal)].find((id) => names(trust, id, /^\d{12}$/));
  if (account !== undefined) return { kind: 'account', account };
  const id = read.get('aws:principalorgid') ?? read.get('aws:principalorgpaths')?.split('/')[0];
  return id !== undefined && names(trust, id, /^o-[a-z0-9]{10,32}$/)
    ? { kind: 'organization', id }
    : { kind: 'anyone' };
}

function accountOf(principal: AccessRequest['principal']): string | undefined {
  if (typeof principal !== 'object') return undefined;
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
      return parseArn(principal.arn)?.account;
    case 'role-session':
      return parseArn(principal.roleArn)?.account;
    case 'root':
    case 'account':
      return principal.account;
    default:
      return undefined;
  }
}

/** Whether the trust writes this id; what only begins as a pattern of it names nobody. */
function names(trust: PolicyDocument, id: string | undefined, form: RegExp): boolean {
  return id !== undefined && form.test(id) && JSON.stringify(trust).includes(id);
}
