import {
  chooseAccounts,
  discoveredAccounts,
  eachAccount,
  type ManifestAccount,
  type ManifestSet,
  type PlanSet,
  type PullRequestReport,
  planSetOf,
  RolecallError,
} from '@rolecall/core';
import { openBase } from '../account/open-account.ts';
import type { CheckDetails } from '../checking/check-details.ts';
import { emptyReport } from '../examine/empty-report.ts';
import { apply } from '../modes/apply.ts';
import { check } from '../modes/check.ts';
import { drift } from '../modes/drift.ts';
import { plan } from '../modes/plan.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import type { Base } from '../run/member.ts';
import type { Run } from '../run/run.ts';

/** What came of one of several accounts. */
export interface AccountEntry {
  readonly account: ManifestAccount;
  /** The run as it was for this account. */
  readonly run: Run;
  readonly report: PullRequestReport;
  readonly details: CheckDetails | undefined;
}

export interface AccountsWork {
  readonly entries: readonly AccountEntry[];
  /** Id over all plans; missing where nothing is planned. */
  readonly plans: PlanSet | undefined;
  readonly pulls: readonly number[];
  /** Why there may be more accounts. */
  readonly failure: Failure | undefined;
}

/** Accounts that are worked on at once. */
const concurrency = 4;

/** Does what the mode says for every account; what goes wrong in one is in its report. */
export async function workOnAccounts(run: Run, set: ManifestSet): Promise<AccountsWork> {
  const { inputs } = run;
  const base = await openBase(run);
  const found = await findAccounts(run, set, base);
  const accounts =
    inputs.account === undefined
      ? found.accounts
      : chooseAccounts(found.accounts, [inputs.account]);
  if (accounts.length > 1) refuseSharedFiles(run);
  const releasing = inputs.mode === 'apply' && inputs.planId !== undefined;
  const released = releasing ? await releasedPlans(run, { set, accounts, base }) : new Map();
  const planIds: ReadonlyMap<string, string> = released;
  const pulls = new Set<number>();
  const entries = await each(run, { accounts, base }, async (own, account) => {
    const planId = planIds.get(account.id) ?? inputs.planId;
    const asked = { ...own, inputs: { ...own.inputs, planId } };
    const told = await workOnOne(asked);
    for (const number of told.pulls) pulls.add(number);
    return told;
  });
  return {
    entries,
    plans: inputs.mode === 'check' ? undefined : planSetFrom(set, entries),
    pulls: [...pulls],
    failure: found.failure,
  };
}

/** A file that every account would write is one too few. */
function refuseSharedFiles({ inputs }: Run): void {
  const files = {
    'sarif-file': inputs.sarifFile,
    'html-file': inputs.htmlFile,
    'json-file': inputs.jsonFile,
    compare: inputs.compare,
  };
  for (const [name, file] of Object.entries(files)) {
    if (file === undefined || file.includes('{account}')) continue;
    throw new RolecallError('USAGE', `The accounts cannot share ${name} "${file}".`, {
      hint: 'Write {account} in its name.',
    });
  }
}

async function workOnOne(run: Run) {
  switch (run.inputs.mode) {
    case 'check':
      return { details: undefined, ...(await check(run)), pulls: [] };
    case 'drift':
      return { report: await drift(run), details: undefined, pulls: [] };
    case 'plan':
      return { report: await plan(run), details: undefined, pulls: [] };
    case 'apply': {
      // Of many accounts the comment tells once, when all have ended.
      const { report, pulls } = await apply(run, () => Promise.resolve());
      return { report, details: undefined, pulls };
    }
    default:
      return run.inputs.mode satisfies never;
  }
}

interface Those {
  readonly accounts: readonly ManifestAccount[];
  readonly base: Base;
}

type Told = Pick<AccountEntry, 'report' | 'details'>;

async function each(
  run: Run,
  { accounts, base }: Those,
  work: (own: Run, account: ManifestAccount) => Promise<Told>,
): Promise<readonly AccountEntry[]> {
  const runs = new Map(accounts.map((account) => [account, ownRun(run, account, base)]));
  const runOf = (account: ManifestAccount) => runs.get(account) ?? run;
  const { signal } = run;
  const outcomes = await eachAccount(accounts, { concurrency, signal }, (account) =>
    work(runOf(account), account),
  );
  return outcomes.map((outcome) => {
    const { account } = outcome;
    const own = { account, run: runOf(account) };
    if (outcome.kind === 'done') {
      const { report, details } = outcome.value;
      return { ...own, report, details };
    }
    const isApply = run.inputs.mode === 'apply';
    const failed = failureOf(outcome.error, isApply ? 'apply-failed' : 'access-denied');
    const empty = emptyReport(run);
    const phase = isApply ? { kind: 'not-applied' as const } : empty.phase;
    return { ...own, report: { ...empty, phase, ...failed }, details: undefined };
  });
}

/** The log and the files of one account do not run into those of another. */
function ownRun(run: Run, account: ManifestAccount, base: Base): Run {
  const { inputs, runner } = run;
  const { name, id } = account;
  const named = (file: string | undefined) => file?.replaceAll('{account}', name);
  return {
    ...run,
    member: { account, base },
    inputs: {
      ...inputs,
      account: id,
      compare: named(inputs.compare),
      sarifFile: named(inputs.sarifFile),
      htmlFile: named(inputs.htmlFile),
      jsonFile: named(inputs.jsonFile),
    },
    runner: {
      ...runner,
      say: (...lines) => runner.say(...lines.map((line) => `${name}: ${line}`)),
      warn: (message) => runner.warn(`${name}: ${message}`),
    },
  };
}

interface Found {
  readonly accounts: readonly ManifestAccount[];
  readonly failure: Failure | undefined;
}

async function findAccounts({ signal }: Run, set: ManifestSet, base: Base): Promise<Found> {
  const { accounts, discovery } = set;
  if (discovery.length === 0) return { accounts, failure: undefined };
  // Whose pull request has no credentials learns only of the accounts that are named.
  if (base.kind === 'offline') return { accounts, failure: undefined };
  try {
    const { listOrganization } = await import('@rolecall/aws');
    const units = discovery.flatMap((rule) => rule.units ?? []);
    const listed = await listOrganization(base.clients, { units, signal });
    return { accounts: [...accounts, ...discoveredAccounts(set, listed)], failure: undefined };
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { failure } = failureOf(error);
    const message = `The organization could not be asked which accounts there are: ${failure.message}`;
    return { accounts, failure: { ...failure, message } };
  }
}

/** The id over all plans releases each of them. */
async function releasedPlans(
  run: Run,
  { set, ...those }: Those & { readonly set: ManifestSet },
): Promise<ReadonlyMap<string, string>> {
  const planned = await each(run, those, async (own) => ({
    report: await plan({ ...own, inputs: { ...own.inputs, mode: 'plan', planId: undefined } }),
    details: undefined,
  }));
  const { planId, accounts } = planSetFrom(set, planned);
  if (planId !== run.inputs.planId) return new Map();
  return new Map(
    accounts.flatMap((one) => (one.plan === null ? [] : [[one.account, one.plan.planId]])),
  );
}

function planSetFrom({ scope }: ManifestSet, entries: readonly AccountEntry[]): PlanSet {
  return planSetOf(
    scope,
    entries.map(({ account: { name, id }, report: { plan: own, failure } }) => ({
      name,
      account: id,
      plan: own ?? null,
      ...(own === undefined &&
        failure && { error: { code: failure.reason, message: failure.message } }),
    })),
  );
}
