import { type ReviewedPlan, RolecallError, readReviewedPlan } from '@rolecall/core';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { filesOfCommit, short } from './commit-files.ts';
import type { GitHub } from './github.ts';

/** The plan that was reviewed with a pull request, or why there is none to be believed. */
export type BelievedPlan =
  | { readonly kind: 'believed'; readonly plan: ReviewedPlan; readonly runUrl: string }
  | { readonly kind: 'none'; readonly why: string };

export interface ReviewedPullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly isFork: boolean;
}

/** Bytes of a plan file; IAM's quotas keep plans far below. */
const largestPlan = 50_000_000;

/**
 * The plan that a run made for the pull request's last commit. A branch of the same repository can
 * bring its own workflow, and upload as a plan whatever it likes: the run is believed only if its
 * workflow file, and every local action that it uses, are those of the base.
 */
export async function findReviewedPlan(
  github: GitHub,
  pull: ReviewedPullRequest,
): Promise<BelievedPlan> {
  if (pull.isFork) return none('it comes from a fork, which plans without the account');
  const { octokit, repo } = github;
  const runs = await octokit.paginate(octokit.rest.actions.listWorkflowRunsForRepo, {
    ...repo,
    head_sha: pull.head,
    event: 'pull_request',
    per_page: 100,
  });
  let why = `no run has planned its last commit ${short(pull.head)}`;
  for (const run of runs.toSorted((a, b) => b.id - a.id)) {
    if (run.event !== 'pull_request' || run.head_sha !== pull.head) continue;
    const artifacts = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
      ...repo,
      run_id: run.id,
      per_page: 100,
    });
    const kept = artifacts
      .filter(({ name, expired }) => /^rolecall-plan/.test(name) && !expired)
      .toSorted((a, b) => b.id - a.id)[0];
    if (kept === undefined) continue;
    const doubt = await doubtAbout(github, pull, run.path.split('@')[0] ?? run.path);
    if (doubt !== undefined) {
      why = doubt;
      continue;
    }
    const plan = await downloadPlan(github, kept.id);
    return { kind: 'believed', plan, runUrl: run.html_url };
  }
  return none(why);
}

function none(why: string): BelievedPlan {
  return { kind: 'none', why };
}

async function doubtAbout(
  github: GitHub,
  { head, base }: ReviewedPullRequest,
  workflow: string,
): Promise<string | undefined> {
  const [before, after] = [filesOfCommit(github, base), filesOfCommit(github, head)];
  const text = await after.find(workflow);
  if (text === undefined) return `${workflow} is not in commit ${short(head)}`;
  for (const path of [workflow, ...localActionsOf(text)]) {
    const [there, here] = await Promise.all([before.identify(path), after.identify(path)]);
    if (there === undefined || there !== here)
      return `the pull request changes ${path}, with which its plan was made`;
  }
  return undefined;
}

/** Paths of actions and workflows of the repository itself that a workflow uses. */
export function localActionsOf(workflow: string): readonly string[] {
  const found = new Set<string>();
  const open: unknown[] = [parse(workflow)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'uses' && typeof value === 'string' && value.startsWith('./'))
        found.add(value.slice(2).replace(/\/+$/, ''));
      else open.push(value);
    }
  }
  return [...found].filter((path) => path !== '');
}

async function downloadPlan({ octokit, repo }: GitHub, id: number): Promise<ReviewedPlan> {
  const { data } = await octokit.rest.actions.downloadArtifact({
    ...repo,
    artifact_id: id,
    archive_format: 'zip',
  });
  if (!(data instanceof ArrayBuffer)) throw broken();
  try {
    const files = unzipSync(new Uint8Array(data), {
      filter: ({ name, originalSize }) => name.endsWith('.json') && originalSize <= largestPlan,
    });
    const [content] = Object.values(files);
    if (content === undefined) throw broken();
    return readReviewedPlan(JSON.parse(strFromU8(content)), 'The plan that was reviewed');
  } catch (error) {
    throw error instanceof RolecallError ? error : broken(error);
  }
}

function broken(cause?: unknown): RolecallError {
  return new RolecallError('PLAN_INVALID', 'The artifact with the reviewed plan cannot be read.', {
    hint: 'Plan again, and have the new plan reviewed.',
    cause,
  });
}
