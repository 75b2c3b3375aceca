import type { Account } from './account/account.ts';
import type { JsonValue } from './account/account-state.ts';
import type { RecordedCall } from './answer-request.ts';
import type { AuthorizationDecision, AuthorizationRequest } from './authorization.ts';
import { authorizeByPolicies } from './authorize-by-policies.ts';
import { type Caller, callerOf, holdsKey, takesToken } from './callers.ts';
import type { Faults } from './faults.ts';
import { route } from './route.ts';
import type { SandboxOptions } from './sandbox.ts';
import type { Scenario } from './scenario/scenario.ts';
import { credentialScope, type HttpAnswer, type HttpRequest } from './wire/http.ts';

export const defaultAccount = '111122223333';

/** One account of a sandbox, as the others find it. */
export interface OneAccount {
  readonly calls: readonly RecordedCall[];
  readonly faults: Faults;
  readonly accountId: string;
  readonly partition: string;
  readonly caller: string;
  readonly account: () => Account;
  readonly answer: (request: HttpRequest, foreign?: Foreigner) => HttpAnswer;
  readonly state: () => JsonValue;
  readonly reset: (scenario?: Scenario) => void;
  readonly save: () => () => void;
}

/** Somebody of another account who asks. */
export interface Foreigner {
  readonly caller: string;
  /** What the policies of its own account do not let it do. */
  readonly refuse: (asked: AuthorizationRequest) => AuthorizationDecision | undefined;
}

/** The members of the scenario, each with the organization of the whole. */
export function membersOf(options: SandboxOptions, accountId: string): readonly SandboxOptions[] {
  const { scenario, now, partition, servicePrincipals, authorize } = options;
  if (scenario === undefined) return [];
  const { organization: given } = scenario;
  const own = (id: string) => (id === 'self' ? accountId : id);
  const organization = given && {
    ...given,
    managementAccount: own(given.managementAccount),
    delegatedAdministrators: Object.fromEntries(
      Object.entries(given.delegatedAdministrators).map(([id, services]) => [own(id), services]),
    ),
  };
  return Object.entries(scenario.members).map(([id, member]) => ({
    accountId: id,
    now,
    scenario: { ...member, organization, members: {} },
    ...(partition !== undefined && { partition }),
    ...(servicePrincipals !== undefined && { servicePrincipals }),
    ...(authorize !== undefined && { authorize }),
  }));
}

/**
 * Answers for the account whose credentials signed; those that nobody issued are for the first.
 * Taking on a role of another account needs leave of both: the caller's policies and the trust.
 */
export function dispatch(
  first: OneAccount,
  members: readonly OneAccount[],
): (request: HttpRequest) => Promise<HttpAnswer> {
  if (members.length === 0) return async (request) => first.answer(request);
  const all = [first, ...members];
  return async (request) => {
    const scope = credentialScope(request);
    const home =
      all.find(({ account }) => scope !== undefined && holdsKey(account(), scope.accessKeyId)) ??
      first;
    const role = assumedRole(request);
    const target = all.find(({ accountId }) => accountId === role?.account) ?? home;
    if (target === home || role?.byToken === true) return target.answer(request);
    // Its own account says who it is; what is wrong with its credentials is said there too.
    let caller: Caller;
    try {
      caller = callerOf(home.account(), { scope, fallback: home.caller });
    } catch {
      return home.answer(request);
    }
    return target.answer(request, foreigner(home, caller));
  };
}

function foreigner(home: OneAccount, { arn, session }: Caller): Foreigner {
  const account = home.account();
  const decide = authorizeByPolicies({ account, session, fallback: home.caller });
  return {
    caller: arn,
    refuse: ({ resourcePolicy: _, ...asked }) => {
      const decision = decide(asked);
      return decision === 'allowed' ? undefined : decision;
    },
  };
}

/** Where the role is that somebody asks for, and whether a token stands for the caller. */
function assumedRole(
  request: HttpRequest,
): { readonly account: string; readonly byToken: boolean } | undefined {
  const { action } = route(request);
  const byToken = takesToken(action);
  if (action !== 'sts:AssumeRole' && !byToken) return undefined;
  const role = new URLSearchParams(request.body).get('RoleArn') ?? '';
  const account = /^arn:[\w-]+:iam::(\d{12}):/.exec(role)?.[1];
  return account === undefined ? undefined : { account, byToken };
}
