import { join } from 'node:path';
import {
  type Applied,
  applyManifest,
  type Guardrails,
  isPlanSet,
  type ManifestSet,
  type PlannedManifest,
  planManifest,
  type ReviewedPlan,
  RolecallError,
  readReviewedPlan,
  readReviewedPlanSet,
  reviewedAs,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { nobodyToAsk } from '../applying/confirm-plan.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { presentApplied } from '../applying/present-applied.ts';
import { runChoices } from '../applying/run-choices.ts';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { presentPlan } from '../planning/present-plan.ts';
import type { SecretsOptions } from '../secrets/open-world.ts';
import { withSecrets } from '../secrets/with-secrets.ts';
import { agreeToPlans } from './agree-to-plans.ts';
import { type FoundAccounts, findAccounts } from './find-accounts.ts';
import { type OpenedAccounts, openAccounts } from './open-accounts.ts';
import { planSetFrom, summaryOf } from './plan-accounts.ts';
import { presentSummary, type RanAccounts, runAccounts, worst } from './run-accounts.ts';

interface Given {
  readonly manifests: ManifestSet;
  readonly guardrails: Guardrails | undefined;
  /** What the plan file holds, where one was named. */
  readonly kept: { readonly value: unknown; readonly file: string } | undefined;
}

/** What may be done in each account, by its id; `undefined` where nothing was reviewed there. */
type Reviews = ReadonlyMap<string, ReviewedPlan | undefined>;

/**
 * `rolecall apply` for several accounts: what was reviewed, or what is planned and agreed to now.
 * Each is planned again just before, and nothing else is done. Gives the worst exit code of all.
 */
export async function applyAccounts(
  invocation: Invocation<ApplyOptions>,
  { manifests: set, guardrails, kept }: Given,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  if (options.report !== undefined) throw noReport();
  if (typeof options.journal === 'string' && !options.journal.includes('{account}'))
    throw sharedJournal();
  const reviewed = kept === undefined ? undefined : readReviews(kept);
  if (reviewed === undefined) requireAnswer(invocation);
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await findAccounts(set, { environment, options, opened });
  const given = { set, opened, guardrails };
  if (reviewed !== undefined) {
    const narrowed = options.accounts !== undefined || options.account !== undefined;
    const chosen = found.chosen.filter(({ id }) => reviewed.has(id));
    const gone = narrowed ? [] : [...reviewed.keys()].filter((id) => !has(found, id));
    return carryOutAll(invocation, { ...given, accounts: chosen, reviews: reviewed, gone, found });
  }
  const planned = await planAll(invocation, { ...given, found });
  const plans = planSetFrom(set.scope, planned);
  presentSummary(planned.rows, { presenter, error: found.error, cwd });
  const shown = planned.outcomes.flatMap((outcome) =>
    outcome.kind === 'done' && outcome.value.exitCode === 2
      ? [{ account: outcome.account, plan: outcome.value.value.plan }]
      : [],
  );
  const failed = worst([planned.exitCode === 1 ? 1 : 0, found.error === undefined ? 0 : 1]);
  const result = { planId: plans.planId, scope: set.scope, accounts: planned.json };
  if (shown.length === 0) {
    presenter.value({ outcome: 'nothing-to-do', ...result });
    return failed;
  }
  if (!(await agreeToPlans(invocation, shown.length))) {
    presenter.say(['Nothing was changed.']);
    presenter.value({ outcome: 'declined', ...result });
    return 1;
  }
  const reviews = new Map(shown.map(({ account, plan }) => [account.id, reviewedAs(plan)]));
  const accounts = shown.map(({ account }) => account);
  const code = await carryOutAll(invocation, { ...given, accounts, reviews, gone: [], found });
  return worst([code, failed]);
}

function has({ all }: FoundAccounts, id: string): boolean {
  return all.some((account) => account.id === id);
}

function planAll(
  invocation: Invocation<ApplyOptions>,
  { set, opened, guardrails, found }: Omit<CarryOut, 'accounts' | 'reviews' | 'gone'>,
): Promise<RanAccounts<PlannedManifest>> {
  const includeRetired = invocation.options.includeRetired === true;
  return runAccounts<PlannedManifest>(invocation, {
    set,
    accounts: found.chosen,
    open: opened.open,
    work: async ({ manifest, opened: { port }, presenter }) => {
      const given = { manifest, includeRetired, guardrails: guardrails?.digest };
      const value = await planManifest({ ...given, port });
      const exitCode = presentPlan(value, { presenter, guardrails });
      return { exitCode, summary: summaryOf(value, exitCode), value };
    },
  });
}

interface CarryOut extends Omit<Given, 'kept' | 'manifests'> {
  readonly set: ManifestSet;
  readonly opened: OpenedAccounts;
  readonly found: FoundAccounts;
  readonly accounts: FoundAccounts['chosen'];
  readonly reviews: Reviews;
  /** Ids of accounts that were reviewed and are no longer in the manifest. */
  readonly gone: readonly string[];
}

async function carryOutAll(
  invocation: Invocation<ApplyOptions>,
  { set, opened, guardrails, accounts, reviews, gone, found }: CarryOut,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { signal, cwd } = environment;
  const isSandbox = parseAccountChoice(options.account).kind === 'sandbox';
  const sleep = isSandbox ? () => Promise.resolve() : environment.sleep;
  const ran = await runAccounts<Applied>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ account, manifest, opened: there, presenter: section }) => {
      const reviewed = reviews.get(account.id);
      if (reviewed === undefined) throw notReviewed(account.name);
      const port = await withSecrets(
        { ...invocation, presenter: section, options: inFolderOf(account.name, options) },
        { ...there, manifest },
      );
      const narrator = narrateApply(section, signal);
      const value = await applyManifest({
        port,
        manifest,
        reviewed,
        guardrails,
        confirm: async (plan) => {
          narrator.begin(plan);
          return true;
        },
        sleep,
        signal,
        includeRetired: options.includeRetired === true,
        allowReplace: options.allowReplace === true,
        skipPreflight: options.skipPreflight === true,
        ...runChoices(invocation, { manifest, journal: named(options.journal, account.name) }),
        onEvent: narrator.hear,
      });
      const exitCode = presentApplied(value, section);
      return { exitCode, summary: summaryOfApplied(value), value };
    },
  });
  const lost = gone.map((id) => ({
    name: '(gone)',
    account: id,
    state: 'failed' as const,
    summary: 'Was reviewed, and is no longer in the manifest [PLAN_CHANGED]',
  }));
  presentSummary([...ran.rows, ...lost], { presenter, error: found.error, cwd });
  const exitCode = worst([ran.exitCode, gone.length > 0 || found.error !== undefined ? 1 : 0]);
  const outcome = exitCode === 0 ? 'applied' : 'incomplete';
  presenter.value({ outcome, scope: set.scope, accounts: ran.json, gone });
  if (isSandbox) presenter.note('These accounts were in memory, and are gone now.');
  return exitCode;
}

/** The same user may be in each account. */
function inFolderOf(name: string, options: SecretsOptions): SecretsOptions {
  const { secretsDir } = options;
  return secretsDir === undefined ? options : { ...options, secretsDir: join(secretsDir, name) };
}

function summaryOfApplied(applied: Applied): string {
  switch (applied.kind) {
    case 'nothing-to-do':
      return 'Nothing to do';
    case 'declined':
      return 'Nothing was changed';
    case 'applied': {
      const { results, complete } = applied.report;
      const done = results.filter(({ status }) => status === 'done' || status === 'already');
      return `${complete ? 'Applied' : 'Applied in part:'} ${done.length} of ${results.length} operations`;
    }
    default:
      return applied satisfies never;
  }
}

function readReviews({ value, file }: NonNullable<Given['kept']>): Reviews {
  if (!isPlanSet(value)) {
    const reviewed = readReviewedPlan(value, file);
    return new Map([[reviewed.account, reviewed]]);
  }
  const { accounts } = readReviewedPlanSet(value, file);
  return new Map(accounts.map(({ account, reviewed }) => [account, reviewed]));
}

function notReviewed(name: string): RolecallError {
  return new RolecallError(
    'PLAN_INVALID',
    `${name} could not be planned, so nothing was reviewed.`,
    {
      hint: 'See what stood in the way, then plan again.',
    },
  );
}

function named(journal: ApplyOptions['journal'], name: string): ApplyOptions['journal'] {
  return typeof journal === 'string' ? journal.replaceAll('{account}', name) : journal;
}

function sharedJournal(): RolecallError {
  return new RolecallError('USAGE', 'The accounts cannot share a journal.', {
    hint: 'Write {account} in its name, or leave --journal out.',
  });
}

function noReport(): RolecallError {
  return new RolecallError('USAGE', '--report keeps what was done in one account.', {
    hint: 'Of several, --json --output FILE keeps what came of each.',
  });
}

/** Several accounts at once are too much to mean by leaving something out. */
function requireAnswer({ environment, options }: Invocation<ApplyOptions>): void {
  const chosen = options.all === true || options.accounts !== undefined;
  if (!chosen && parseAccountChoice(options.account).kind !== 'account') {
    throw new RolecallError('USAGE', 'This manifest is for several accounts: say which.', {
      hint: 'Name them with --accounts, or say --all; or apply a plan that was reviewed.',
    });
  }
  const { stdin, stderr } = environment;
  if (options.yes !== true && !(stdin.isTTY && stderr.isTTY)) throw nobodyToAsk();
}
