import { type Account, createAccount } from './account/account.ts';
import { accountState, type JsonValue } from './account/account-state.ts';
import { requestsUnderWay } from './actions/identity-center/requests.ts';
import { answerRequest, type RecordedCall } from './answer-request.ts';
import { type Authorize, overrule } from './authorization.ts';
import { type Faults, noFaults } from './faults.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import { loadScenario } from './scenario/load-scenario.ts';
import type { Scenario } from './scenario/scenario.ts';
import { defaultAccount, dispatch, membersOf, type OneAccount } from './several-accounts.ts';
import type { HttpAnswer, HttpRequest } from './wire/http.ts';
import { createRequestHandler, type SandboxRequestHandler } from './wire/request-handler.ts';

export interface SandboxOptions {
  /** Twelve digits. */
  readonly accountId?: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc` … */
  readonly partition?: string;
  /** The only clock the sandbox reads. */
  readonly now: () => Date;
  /** The state to start from; without it only root and the caller's role exist. */
  readonly scenario?: Scenario;
  readonly faults?: Partial<Faults>;
  /** Services that trusts may name besides those AWS has in the sandbox's data. */
  readonly servicePrincipals?: readonly string[];
  /**
   * Decides what callers may do in the place of the account's policies. What `faults.deny` names is
   * denied in either case.
   */
  readonly authorize?: Authorize;
  /**
   * ARN of who calls with credentials that the account did not issue. Policies of the account bind
   * it where it is somebody of the account; anybody else may do everything.
   */
  readonly caller?: string;
}

/** An account beside the sandbox's own. */
export type SandboxMember = Pick<Sandbox, 'calls' | 'faults' | 'state'>;

export interface Sandbox {
  /** What was asked, in order, with what came of it. */
  readonly calls: readonly RecordedCall[];
  /** Change its members to make things go wrong from now on. */
  readonly faults: Faults;
  readonly accountId: string;
  readonly partition: string;
  readonly caller: string;
  /** For the `requestHandler` of AWS SDK v3 clients. */
  readonly requestHandler: SandboxRequestHandler;
  handleHttp(request: HttpRequest): Promise<HttpAnswer>;
  /** The other accounts of the scenario, by id. Credentials say whom a request is for. */
  readonly members: ReadonlyMap<string, SandboxMember>;
  /** The account as plain JSON, the same for the same history. */
  state(): JsonValue;
  /** How many requests Identity Center has accepted and not done yet. */
  underWay(): number;
  /** Starts again from a scenario; faults stay as they are, recorded calls go. */
  reset(scenario?: Scenario): void;
  /** Keeps the account as it is now; what it gives brings it back, as often as it is called. */
  save(): () => void;
}

/** An AWS account's IAM, STS and Organizations in memory, with the members of its scenario. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const own = createOne(options);
  const members = membersOf(options, own.accountId).map(createOne);
  const handleHttp = dispatch(own, members);
  return {
    calls: own.calls,
    faults: own.faults,
    accountId: own.accountId,
    partition: own.partition,
    caller: own.caller,
    members: new Map(
      members.map(({ accountId, calls, faults, state }) => [accountId, { calls, faults, state }]),
    ),
    requestHandler: createRequestHandler(handleHttp),
    handleHttp,
    state: own.state,
    underWay: () => requestsUnderWay(own.account()).length,
    reset: (scenario) => {
      own.reset(scenario);
      // The same members: who they are is settled when the sandbox is made.
      const next = membersOf({ ...options, ...(scenario && { scenario }) }, own.accountId);
      for (const member of members)
        member.reset(next.find(({ accountId }) => accountId === member.accountId)?.scenario);
    },
    save: () => {
      const back = [own, ...members].map((one) => one.save());
      return () => {
        for (const bring of back) bring();
      };
    },
  };
}

/** One account, and how it answers. */
function createOne(options: SandboxOptions): OneAccount {
  const { accountId = defaultAccount, partition = 'aws', now } = options;
  const {
    caller = `arn:${partition}:sts::${accountId}:assumed-role/Administrator/you`,
    authorize,
  } = options;
  const faults: Faults = { ...noFaults(), ...options.faults };
  const servicePrincipals = new Set(options.servicePrincipals);
  const calls: RecordedCall[] = [];

  const start = (scenario: Scenario): Account => {
    const empty = createAccount({
      id: accountId,
      partition,
      clock: now,
      faults,
      servicePrincipals,
    });
    loadScenario(empty, scenario);
    return empty;
  };
  let account = start(options.scenario ?? defaultScenario);

  return {
    calls,
    faults,
    accountId,
    partition,
    caller,
    account: () => account,
    answer: (request, foreign) =>
      answerRequest(request, {
        account,
        caller: foreign?.caller ?? caller,
        record: (call) => calls.push(call),
        overrule: (asked) => foreign?.refuse(asked) ?? overrule({ faults, authorize }, asked),
      }),
    state: () => accountState(account),
    reset: (scenario = defaultScenario) => {
      account = start(scenario);
      calls.length = 0;
    },
    save: () => {
      const kept = copyAccount(account);
      return () => {
        account = copyAccount(kept);
        calls.length = 0;
      };
    },
  };
}

/** All of an account is data, but for what it shares with its sandbox. */
function copyAccount({ clock, faults, ...data }: Account): Account {
  return { ...structuredClone(data), clock, faults };
}
