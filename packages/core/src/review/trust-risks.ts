import {
  type AccessRequest,
  asList,
  checkNoPublicAccess,
  evaluateRequest,
  type Policy,
  type PolicyDocument,
  parseArn,
  partitions,
  readPolicy,
  statementsOf,
} from '@rolecall/policy';
import type { Risk, RiskInput } from './find-risks.ts';
import type { ReviewedAccess } from './review.ts';
import { sharedIssuers } from './shared-issuers.ts';

/** Roles that somebody may assume who could not: strangers, other accounts, or just others. */
export function trustRisks({ access, after }: RiskInput): readonly Risk[] {
  const { account } = after.caller;
  const strangersOf = strangersOnce(account);
  return access
    .filter(({ aspect, result }) => aspect === 'trust' && result.verdict === 'grants')
    .flatMap((compared) => trustRisk(compared, account, strangersOf));
}

/** Many roles have the same trust. */
function strangersOnce(
  account: string,
): (sources: ReviewedAccess['sources']) => ReturnType<typeof strangersIn> {
  const known = new Map<string, ReturnType<typeof strangersIn>>();
  return (sources) => {
    const text = JSON.stringify(sources);
    if (!known.has(text)) known.set(text, strangersIn(sources, account));
    return known.get(text);
  };
}

function trustRisk(
  compared: ReviewedAccess,
  account: string,
  strangersOf: ReturnType<typeof strangersOnce>,
): readonly Risk[] {
  const { arn, change, result, causes, sources } = compared;
  const witness = result.verdict === 'grants' ? result.witness : undefined;
  const about = { arn, causes };
  const strangers = strangersOf(sources);
  if (strangers !== undefined)
    return [{ kind: 'public-trust', severity: 'critical', ...about, ...strangers }];
  const known = new Set(outsidersIn(sources.old, account));
  const outsiders = outsidersIn(sources.new, account).filter((each) => !known.has(each));
  if (outsiders.length > 0) {
    const text = `May be assumed from outside the account: ${outsiders.join(', ')}.`;
    return [{ kind: 'widened-trust', severity: 'high', ...about, text, witness }];
  }
  if (change !== 'kept') return [];
  const text = 'May be assumed by somebody, or in a way, that it could not be before.';
  return [{ kind: 'widened-trust', severity: 'high', ...about, text, witness }];
}

/** Whether anyone at all may newly assume the role, and a request that shows it. */
function strangersIn(
  sources: ReviewedAccess['sources'],
  account: string,
): Pick<Risk, 'text' | 'witness'> | undefined {
  // They were compared, so they can be read.
  const [old, trusts] = [
    sources.old.map((each) => readPolicy(each)),
    sources.new.map((each) => readPolicy(each)),
  ];
  const before = (request: AccessRequest) => decide(old, request, account);
  for (const trust of trusts) {
    const open = checkNoPublicAccess(trust);
    if (open.verdict === 'grants' && before(open.witness.request) !== 'allowed')
      return { text: 'May be assumed by anyone, in any account.', witness: open.witness };
    for (const shared of sharedIssuers) {
      const request = tenantRequests(shared, account).find(
        (each) => decide([trust], each, account) === 'allowed' && before(each) !== 'allowed',
      );
      if (request === undefined) continue;
      return {
        text: `May be assumed by any customer of ${shared.issuer}: the subject is not tied to yours.`,
        witness: { request, allowedBy: [], oldDecision: 'implicitDeny', knownAction: true },
      };
    }
  }
  return undefined;
}

function decide(trusts: readonly Policy[], request: AccessRequest, account: string) {
  const [resource] = trusts;
  if (resource === undefined) return 'implicitDeny';
  return evaluateRequest(request, { resource, resourceKind: 'trust', resourceAccount: account })
    .decision;
}

function tenantRequests(
  { issuer, subjects, audiences }: (typeof sharedIssuers)[number],
  account: string,
): readonly AccessRequest[] {
  return partitions.flatMap(({ id }) =>
    subjects.flatMap((subject) =>
      audiences.map((audience) => ({
        principal: {
          kind: 'federated' as const,
          provider: `arn:${id}:iam::${account}:oidc-provider/${issuer}`,
        },
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: '*',
        context: { [`${issuer}:sub`]: subject, [`${issuer}:aud`]: audience },
      })),
    ),
  );
}

/** Other accounts, and identity providers, that a trust policy lets in by name. */
function outsidersIn(trusts: readonly PolicyDocument[], account: string): readonly string[] {
  const names = trusts.flatMap(statementsOf).flatMap(({ Effect, Principal }) => {
    if (Effect !== 'Allow' || Principal === undefined) return [];
    const kinds = typeof Principal === 'string' ? { AWS: Principal } : Principal;
    return Object.entries(kinds).flatMap(([kind, values]) =>
      kind === 'Service' ? [] : asList(values).map((name) => ({ kind, name })),
    );
  });
  return [...new Set(names.filter(({ kind, name }) => isOutside(kind, name, account)).map(show))];
}

function isOutside(kind: string, name: string, account: string): boolean {
  if (kind !== 'AWS') return true;
  const owner = parseArn(name)?.account ?? name;
  return owner !== account && !/^A(?:IDA|ROA)/.test(name);
}

function show({ name }: { readonly name: string }): string {
  const provider = /:(?:oidc|saml)-provider\/(.*)$/.exec(name)?.[1];
  return provider === undefined ? name : `identities of ${provider}`;
}
