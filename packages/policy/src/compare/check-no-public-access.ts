import type { Condition, Policy, PrincipalEntry, Statement } from '../language/policy.ts';
import {
  assemblePolicy,
  PolicyFormatError,
  type PolicySource,
  readPolicy,
} from '../language/read-policy.ts';
import { parseAddressRange } from '../language/values/ip-address.ts';
import {
  type AccessComparison,
  type CompareAccessOptions,
  compareAccess,
} from './compare-access.ts';
import { hasWildcard } from './principal-pattern.ts';
import { addressesIn } from './value-probes.ts';

/**
 * Keys whose fixed values tie a request to somebody. Source: Amazon S3 User Guide, "Blocking public
 * access: the meaning of public"; the later keys from "Condition keys for limiting access".
 */
const trustedKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceip',
  'aws:principalorgid',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  'kms:calleraccount',
]);

/** Identity providers anyone can have an account with; others are set up for one organisation. */
const publicProviders: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
]);

/**
 * Whether a resource policy lets everyone in: `grants` with a request of a stranger, or `none`.
 * A stranger is a principal the policy does not name, for whom no trusted key has a value that the
 * policy fixes. Values with wildcards or variables fix nothing, nor do address ranges wider than
 * /8 (IPv6: /32). Compares with a policy that allows everything to those who are no strangers.
 */
export function checkNoPublicAccess(
  source: PolicySource,
  options?: CompareAccessOptions | null,
): AccessComparison {
  const policy = readIfPossible(source);
  if (policy === undefined) return compareAccess([], source, options);
  const trusted = assemblePolicy({ version: '2012-10-17', statements: trustedAccess(policy) });
  return compareAccess(trusted, policy, options);
}

/** What a policy that cannot be read is said to be is left to the comparison. */
function readIfPossible(source: PolicySource): Policy | undefined {
  try {
    return readPolicy(source);
  } catch (error) {
    if (error instanceof PolicyFormatError) return undefined;
    throw error;
  }
}

function trustedAccess({ version, statements }: Policy): readonly Statement[] {
  const named = statements.flatMap(({ effect, principal }) =>
    effect === 'Allow' && principal?.negated === false
      ? principal.principals.filter(isSomebody)
      : [],
  );
  const conditions = statements.flatMap((statement) => statement.conditions);
  const byPrincipal: readonly Statement[] =
    named.length === 0 ? [] : [allow({ principal: { negated: false, principals: named } })];
  const byKey = [...trustedKeys].flatMap((key) =>
    conditions
      .filter((condition) => condition.key.toLowerCase() === key)
      .flatMap((condition) => fixing(condition, version))
      .map((condition) => allow({ conditions: [condition] })),
  );
  return [...byPrincipal, ...byKey];
}

function isSomebody(entry: PrincipalEntry): boolean {
  if (entry.everyone) return false;
  if (hasWildcard(entry.value) && !/^arn:[^:*?]+:[^:*?]+::\d{12}:/.test(entry.value)) return false;
  return !(entry.kind === 'Federated' && (entry.value === '*' || publicProviders.has(entry.value)));
}

/** The condition that the key has one of the values this condition fixes, whatever it says of them. */
function fixing(
  { operator, key, values }: Condition,
  version: Policy['version'],
): readonly Condition[] {
  const { comparison } = operator;
  if (!/^(?:String|Arn|IpAddress)/.test(comparison)) return [];
  const fixed = values.filter((value) =>
    comparison === 'IpAddress' ? isNarrow(value) : isFixed(value, version),
  );
  if (fixed.length === 0) return [];
  const plain = { comparison, negated: false, qualifier: undefined, ifExists: false };
  return [{ operator: plain, key, values: fixed }];
}

function isFixed(value: string, version: Policy['version']): boolean {
  return !/[*?]/.test(value) && !(version === '2012-10-17' && value.includes('${'));
}

function isNarrow(value: string): boolean {
  const range = parseAddressRange(value);
  if (range === undefined) return false;
  return addressesIn(range) <= (range.network.length === 4 ? 1n << 24n : 1n << 96n);
}

function allow(parts: Partial<Statement>): Statement {
  return {
    index: 0,
    sid: undefined,
    effect: 'Allow',
    principal: undefined,
    action: { negated: false, patterns: ['*'] },
    resource: undefined,
    conditions: [],
    ...parts,
  };
}
