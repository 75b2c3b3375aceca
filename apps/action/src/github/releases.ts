import type { Plan, ReviewedPlan } from '@rolecall/core';
import type { Run } from '../run/run.ts';
import { lastApplied, mergedPulls, readPull } from './merged-pulls.ts';
import { findReviewedPlan, type ReviewedPullRequest } from './reviewed-plans.ts';

/** What has been reviewed of what the branch declares now. */
export interface Releases {
  readonly pulls: readonly ReviewedPullRequest[];
  /** All reviewed plans as one: an operation that stands in any of them was reviewed. */
  readonly reviewed: ReviewedPlan | undefined;
  /** Why plans of pull requests are not believed. */
  readonly doubts: readonly string[];
}

export async function readReleases(run: Run, plan: Plan): Promise<Releases> {
  const pulls = await pullsOf(run);
  const plans: ReviewedPlan[] = [];
  const doubts: string[] = [];
  for (const pull of pulls) {
    const found = await findReviewedPlan(run.github, pull, plan);
    if (found.kind === 'believed') plans.push(found.plan);
    else doubts.push(`#${pull.number}: ${found.why}`);
  }
  return { pulls, reviewed: joinPlans(plans), doubts };
}

async function pullsOf(run: Run): Promise<readonly ReviewedPullRequest[]> {
  const { event, github, repository, runId, sha } = run;
  switch (event.kind) {
    case 'merge_group':
      return event.number === undefined ? [] : [await readPull(github, event.number)];
    case 'push': {
      const branch = repository.defaultBranch;
      const last = await lastApplied(github, { runId, branch });
      const since = last?.sha ?? event.before;
      return mergedPulls(github, { sha, since, isApplied: last?.isApplied ?? true });
    }
    // What a person starts by hand, a person has to release by its plan id.
    case 'workflow_dispatch':
    case 'pull_request':
    case 'schedule':
    case 'other':
      return [];
    default:
      return event satisfies never;
  }
}

/** The newest first: of a resource that several declare, the newest has the word. */
function joinPlans(plans: readonly ReviewedPlan[]): ReviewedPlan | undefined {
  const [newest] = plans;
  if (newest === undefined) return undefined;
  return {
    ...newest,
    operationIds: new Set(plans.flatMap(({ operationIds }) => [...operationIds])),
    givenBack: new Set(plans.flatMap(({ givenBack }) => [...givenBack])),
    declared: new Map(plans.toReversed().flatMap(({ declared }) => [...declared])),
  };
}
