import { type ManifestSet, readManifests } from '@rolecall/core';
import { publishAccounts } from './accounts/publish-accounts.ts';
import { type AccountsWork, workOnAccounts } from './accounts/work-on-accounts.ts';
import { emptyReport } from './examine/empty-report.ts';
import { closeCheckRun, openCheckRun } from './github/check-run.ts';
import { apply } from './modes/apply.ts';
import { check } from './modes/check.ts';
import { drift } from './modes/drift.ts';
import { outdate } from './modes/outdate.ts';
import { plan } from './modes/plan.ts';
import { type Publication, publish, tellProgress } from './reporting/publish.ts';
import { failureOf } from './run/failure.ts';
import type { Run } from './run/run.ts';

/** One run from beginning to end: whatever happens, what was found out is told. */
export async function runAction(run: Run): Promise<void> {
  if (run.event.kind === 'pull_request' && run.event.action === 'closed') {
    await outdate(run, run.event);
    return;
  }
  const checkRun = await openOwnCheckRun(run);
  try {
    const set = await findSet(run);
    if (set === undefined) await publish(run, { ...(await work(run)), checkRun });
    else await runOnAccounts(run, set, checkRun);
  } catch (defect) {
    const result = { conclusion: 'failure', title: 'Rolecall has a defect here' } as const;
    const summaries = ['The log of the run shows where. Please report it.'] as const;
    if (checkRun !== undefined)
      await closeCheckRun(run.github, checkRun, { ...result, summaries }).catch(() => {});
    throw defect;
  }
}

/** The manifest where it is for several accounts; what is wrong with it is told by whoever reads it. */
async function findSet({ workspace, inputs }: Run): Promise<ManifestSet | undefined> {
  try {
    if ((await workspace.find(inputs.manifest)) === undefined) return undefined;
    const manifests = await readManifests(workspace, inputs.manifest);
    return manifests.kind === 'several' && inputs.snapshot === undefined ? manifests : undefined;
  } catch {
    return undefined;
  }
}

async function runOnAccounts(
  run: Run,
  set: ManifestSet,
  checkRun: Publication['checkRun'],
): Promise<void> {
  const worked = await startOnAccounts(run, set);
  if ('report' in worked) return publish(run, { ...worked, checkRun });
  const pulls = run.inputs.mode === 'plan' ? ownPull(run) : commented(run, worked).pulls;
  return publishAccounts(run, { ...worked, pulls }, checkRun);
}

/** What stands in the way of all accounts alike is told as for one. */
async function startOnAccounts(run: Run, set: ManifestSet): Promise<AccountsWork | Told> {
  try {
    return await workOnAccounts(run, set);
  } catch (error) {
    return { report: { ...emptyReport(run), ...failureOf(error) }, pulls: ownPull(run) };
  }
}

type Told = Omit<Publication, 'checkRun'>;

async function work(run: Run): Promise<Told> {
  const pulls = ownPull(run);
  try {
    switch (run.inputs.mode) {
      case 'check':
        return { ...(await check(run)), pulls: [] };
      case 'drift':
        return { report: await drift(run), pulls: [] };
      case 'plan':
        return { report: await plan(run), pulls };
      case 'apply': {
        const told = await apply(run, (progress) => tellProgress(run, commented(run, progress)));
        return commented(run, told);
      }
      default:
        return run.inputs.mode satisfies never;
    }
  } catch (error) {
    const empty = emptyReport(run);
    return run.inputs.mode === 'apply'
      ? {
          report: { ...empty, phase: { kind: 'not-applied' }, ...failureOf(error, 'apply-failed') },
          pulls,
        }
      : { report: { ...empty, ...failureOf(error) }, pulls };
  }
}

/** The token of a fork's pull request only reads: there is nothing to write with. */
function ownPull({ event, inputs }: Run): readonly number[] {
  if (event.kind !== 'pull_request' || event.isFork || inputs.comment === 'off') return [];
  return [event.number];
}

function commented<T extends Pick<Told, 'pulls'>>({ inputs }: Run, told: T): T {
  return inputs.comment === 'off' ? { ...told, pulls: [] } : told;
}

async function openOwnCheckRun(run: Run) {
  const { event, inputs, github, url, sha, runner } = run;
  if (inputs.mode === 'check' || (event.kind === 'pull_request' && event.isFork)) return undefined;
  const head = event.kind === 'pull_request' ? event.head.sha : sha;
  const tag = inputs.commentTag === 'default' ? '' : ` (${inputs.commentTag})`;
  try {
    return await openCheckRun(github, {
      name: `Rolecall ${inputs.mode}${tag}`,
      sha: head,
      url,
      runId: String(run.runId),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    runner.warn(`GitHub opens no check run: ${reason.slice(0, 300)}`);
    return undefined;
  }
}
