import {
  type ApplyReport,
  applyManifest,
  isSettledBeforehand,
  leaseTimes,
  narrowPlan,
  type Plan,
  type PullRequestReport,
  type ReviewedPlan,
  readReviewedPlan,
  unreviewed,
} from '@rolecall/core';
import { destroyFailure } from '../examine/destroys.ts';
import { type Examined, examine } from '../examine/examine.ts';
import { gate } from '../examine/gate.ts';
import { approvalOf } from '../github/approval-of.ts';
import { tipOf } from '../github/merged-pulls.ts';
import { type Releases, readReleases } from '../github/releases.ts';
import { narrate } from '../reporting/narrate.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import type { Run } from '../run/run.ts';
import { driftFailure } from './drift.ts';

export interface ApplyMode {
  readonly report: PullRequestReport;
  /** Pull requests whose comments tell of it. */
  readonly pulls: readonly number[];
}

/** What is told to readers while the run goes on. */
export type Tell = (told: ApplyMode) => Promise<void>;

/**
 * Plans again what the branch declares, and carries it out if all of it was reviewed, approved where
 * that is asked for, and let through by the guardrails of the commit before.
 */
export async function apply(run: Run, tell: Tell): Promise<ApplyMode> {
  const stale = await staleness(run);
  const examined = await examine(run);
  const { report } = examined;
  const stop = (failure: Failure, pulls: readonly number[] = []): ApplyMode => ({
    report: { ...report, phase: { kind: 'not-applied' }, failure },
    pulls,
  });
  if (stale !== undefined) return stop(stale);
  if (run.event.kind === 'schedule') return applySettled(run, examined);
  const gated = gate(report, 'never');
  if (gated.failure !== undefined) return stop(gated.failure);
  const { plan } = report;
  if (plan === undefined) return stop(notAsked(report));

  const releases = await readReleases(run, plan);
  const pulls = releases.pulls.map(({ number }) => number);
  if (plan.changes.length === 0) {
    return { report: { ...report, phase: { kind: 'applied', report: undefined } }, pulls };
  }
  const approval = await approvalOf(run, releases);
  const approved = { ...report, approval };
  const refused =
    destroyFailure(plan, run.inputs) ?? notReleased(plan, run, releases) ?? notApproved(approved);
  if (refused !== undefined) {
    return {
      report: { ...approved, phase: { kind: 'not-applied' }, failure: refused },
      pulls,
    };
  }
  await tell({ report: { ...approved, phase: { kind: 'applying' } }, pulls });
  return { report: await carryOut(run, { ...examined, report: approved }, plan), pulls };
}

/**
 * What the clock may do without a release: delete what has expired, and make what is enforced as it
 * is declared. Both were reviewed with their declaration, and nothing else holds them up. The rest
 * is drift.
 */
async function applySettled(run: Run, examined: Examined): Promise<ApplyMode> {
  const { report } = examined;
  const { plan } = report;
  const pulls: readonly number[] = [];
  const stop = (failure: Failure | undefined) => ({
    report: { ...report, phase: { kind: 'not-applied' } as const, failure },
    pulls,
  });
  if (report.failure !== undefined) return stop(report.failure);
  if (plan === undefined) return stop(notAsked(report));
  const settled = narrowPlan(plan, isSettledBeforehand);
  const rest = narrowPlan(plan, (change) => !settled.changes.includes(change));
  const left = plan.changes.length - settled.changes.length + plan.conflicts.length;
  const drift = left > 0 ? driftFailure(left, rest.planId) : undefined;
  const refused = destroyFailure(settled, run.inputs);
  if (refused !== undefined || (settled.changes.length === 0 && drift))
    return stop(refused ?? drift);
  const done = await carryOut(run, examined, settled);
  return { report: { ...done, plan: rest, failure: done.failure ?? drift }, pulls };
}

/** An older run must not undo what a newer one has done or will do. */
async function staleness({ event, github, repository, sha }: Run): Promise<Failure | undefined> {
  if (event.kind === 'merge_group') return undefined;
  const tip = await tipOf(github, repository.defaultBranch);
  if (tip === sha) return undefined;
  return {
    reason: 'stale-base',
    message: `${repository.defaultBranch} has moved on to ${tip.slice(0, 7)} since this run was started.`,
    hint: 'The run for the newer commit applies both; run the workflow there if there is none.',
  };
}

function notAsked({ offline }: PullRequestReport): Failure {
  return {
    reason: 'access-denied',
    message: offline ?? 'There is no manifest to apply.',
    hint: 'Give the run credentials, with role-to-assume or aws-actions/configure-aws-credentials.',
  };
}

/** Why nobody has released this very plan. */
function notReleased(
  plan: Plan,
  { inputs }: Run,
  { reviewed, doubts }: Releases,
): Failure | undefined {
  const hint = `To release exactly this plan, run the workflow by hand with plan-id ${plan.planId}.`;
  if (inputs.planId !== undefined) {
    if (inputs.planId === plan.planId) return undefined;
    const message = 'The plan is another than the one that was released.';
    return { reason: 'plan-changed', message, hint };
  }
  if (reviewed === undefined) {
    const message = `No reviewed plan can be believed: ${doubts.join('; ') || 'no pull request brought this commit'}.`;
    return { reason: 'not-approved', message, hint };
  }
  const [first, ...others] = unreviewed(plan, reviewed);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  const message = `The account or the declaration moved since the review: ${first.message}${more}`;
  return { reason: 'plan-changed', message, hint };
}

function notApproved({ approval }: PullRequestReport): Failure | undefined {
  if (approval.kind === 'none' || approval.approvedBy.length > 0) return undefined;
  const why = approval.void.map((each) => `${each.login} ${each.why}`).join('; ');
  return {
    reason: 'not-approved',
    message: `Nobody has approved the last commit${why === '' ? '' : ` (${why})`}.`,
    hint: 'Somebody with write access who neither opened the pull request nor pushed last approves it.',
  };
}

async function carryOut(
  run: Run,
  { report, manifest, port, guardrails }: Examined,
  plan: Plan,
): Promise<PullRequestReport> {
  if (manifest === undefined || port === undefined) return { ...report, failure: notAsked(report) };
  try {
    const applied = await applyManifest({
      port,
      manifest,
      guardrails,
      reviewed: asReviewed(plan),
      only: run.event.kind === 'schedule' ? isSettledBeforehand : undefined,
      includeRetired: false,
      allowReplace: run.inputs.allowDestroy,
      skipPreflight: false,
      confirm: () => Promise.resolve(true),
      sleep: run.sleep,
      signal: run.signal,
      lease: leaseOf(run),
      onEvent: narrate(run.runner),
    });
    const done = applied.kind === 'applied' ? applied.report : undefined;
    return {
      ...report,
      phase: { kind: 'applied', report: done },
      failure: done === undefined || done.complete ? undefined : incomplete(done),
    };
  } catch (error) {
    return { ...report, phase: { kind: 'not-applied' }, ...failureOf(error, 'apply-failed') };
  }
}

/** Another door may be at work; a run of a workflow can wait for it. */
function leaseOf({ runId, repository, now }: Run) {
  const door = `workflow run ${runId} of ${repository.owner}/${repository.name}`;
  return { token: crypto.randomUUID(), door, now, waitMs: leaseTimes.outlastMs };
}

function asReviewed(plan: Plan): ReviewedPlan {
  return readReviewedPlan(JSON.parse(JSON.stringify(plan)), 'The plan');
}

function incomplete({ results, interrupted }: ApplyReport): Failure {
  const done = results.filter(({ status }) => status === 'done' || status === 'already').length;
  const failed = results.filter(({ status }) => status === 'failed');
  const [first] = failed;
  const said = first === undefined ? '' : ` ${first.resource}: ${first.message ?? first.action}`;
  const cut = interrupted ? ' The run was stopped before its end.' : '';
  const texts = failed.map(({ message = '' }) => message);
  const all = (pattern: RegExp) => texts.length > 0 && texts.every((text) => pattern.test(text));
  return {
    reason:
      done > 0
        ? 'partial'
        : all(/^AWS denies/)
          ? 'access-denied'
          : all(/beyond a quota/)
            ? 'quota'
            : 'apply-failed',
    message: `${done} of ${results.length} operations are done.${said}${cut}`,
    hint: 'Running the workflow again goes on from there; nothing has to be cleaned up.',
  };
}
