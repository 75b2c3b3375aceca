import {
  type Applied,
  type AppliedPlan,
  applyManifest,
  type Change,
  type Guardrails,
  type ManifestSet,
  planRollback,
  type ReviewedPlan,
  RolecallError,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { presentApplied } from '../applying/present-applied.ts';
import { runChoices } from '../applying/run-choices.ts';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { inFolderOf } from '../secrets/in-folder-of.ts';
import { withSecrets } from '../secrets/with-secrets.ts';
import type { FoundAccounts } from './find-accounts.ts';
import { keepReport } from './keep-report.ts';
import type { OpenedAccounts } from './open-accounts.ts';
import { type FailedAccount, presentSummary, runAccounts, worst } from './run-accounts.ts';

/** What may be done in each account, by its id; `undefined` where nothing was reviewed there. */
export type Reviews = ReadonlyMap<string, ReviewedPlan | undefined>;

export interface CarryOut {
  readonly set: ManifestSet;
  readonly opened: OpenedAccounts;
  readonly guardrails: Guardrails | undefined;
  readonly found: FoundAccounts;
  readonly accounts: FoundAccounts['chosen'];
  readonly reviews: Reviews;
  /** Ids of accounts that were reviewed and are no longer in the manifest. */
  readonly gone: readonly string[];
  /** The plan that one of the reviewed ones leads back from, by the id of its account. */
  readonly back?: ReadonlyMap<string, AppliedPlan> | undefined;
  /** What could not be planned, or may not be done: it is told once more at the end. */
  readonly failed?: readonly FailedAccount[] | undefined;
  /** Carries out these changes only. */
  readonly only?: ((change: Change) => boolean) | undefined;
}

/** Carries out in each account what was reviewed there, and says what came of it. */
export async function carryOutAll(
  invocation: Invocation<ApplyOptions>,
  { set, opened, guardrails, accounts, reviews, gone, found, back, only, failed = [] }: CarryOut,
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
      const from = back?.get(account.id);
      const value = await applyManifest({
        port,
        manifest,
        ...(from && {
          plan: (judge) => planRollback({ port, manifest, applied: from, guardrails: judge }),
        }),
        reviewed,
        guardrails,
        only,
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
      }).finally(narrator.end);
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
  const others = [...failed.map(({ row }) => row), ...lost];
  presentSummary([...ran.rows, ...others], { presenter, error: found.error, cwd });
  const exitCode = worst([ran.exitCode, others.length > 0 || found.error !== undefined ? 1 : 0]);
  await keepReport(ran, { set, presenter, environment, report: options.report });
  const outcome = exitCode === 0 ? 'applied' : 'incomplete';
  const accountsJson = [...ran.json, ...failed.map(({ json }) => json)];
  presenter.value({ outcome, scope: set.scope, accounts: accountsJson, gone });
  if (isSandbox) presenter.note('These accounts were in memory, and are gone now.');
  return exitCode;
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
