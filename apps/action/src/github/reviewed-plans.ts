import { posix } from 'node:path';
import {
  isPlanSet,
  type Plan,
  type ReviewedPlan,
  readReviewedPlan,
  readReviewedPlanSet,
} from '@rolecall/core';
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
  /** The branch that it came from. */
  readonly branch: string;
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
  about: Pick<Plan, 'scope' | 'account'>,
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
    // A fork may bring the very same commit, and its runs are listed as well.
    const isOfFork = run.head_repository?.id !== run.repository.id;
    if (isOfFork || run.head_branch !== pull.branch) continue;
    const artifacts = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
      ...repo,
      run_id: run.id,
      per_page: 100,
    });
    const kept = artifacts
      .filter(({ name, expired }) => /^rolecall-plan/.test(name) && !expired)
      .toSorted((a, b) => b.id - a.id);
    if (kept.length === 0) continue;
    const doubt = await doubtAbout(github, pull, run.path.split('@')[0] ?? run.path);
    if (doubt !== undefined) {
      why = doubt;
      continue;
    }
    const plan = await firstFitting(github, kept, about);
    if (plan !== undefined) return { kind: 'believed', plan, runUrl: run.html_url };
    why = `its run kept no plan for scope ${about.scope} in account ${about.account}`;
  }
  return none(why);
}

interface Kept {
  readonly id: number;
  readonly size_in_bytes: number;
}

/** One run may plan several manifests, each into an artifact of its own. */
async function firstFitting(
  github: GitHub,
  kept: readonly Kept[],
  { scope, account }: Pick<Plan, 'scope' | 'account'>,
): Promise<ReviewedPlan | undefined> {
  for (const artifact of kept) {
    const plans = await downloadPlans(github, artifact);
    const own = plans.find((plan) => plan.scope === scope && plan.account === account);
    if (own !== undefined) return own;
  }
  return undefined;
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
  const used = new Set([workflow]);
  for (const path of used) {
    const [there, here] = await Promise.all([before.identify(path), after.identify(path)]);
    if (there === undefined || there !== here)
      return `the pull request changes ${path}, with which its plan was made`;
    // What is not a file is the folder of an action.
    const files = [path, `${path}/action.yml`, `${path}/action.yaml`];
    for (const file of files.filter((each) => /\.ya?ml$/.test(each))) {
      const isThere = (await before.identify(file)) !== undefined;
      const text = isThere ? await before.find(file) : undefined;
      for (const local of localActionsOf(text ?? '')) used.add(local);
    }
  }
  return undefined;
}

/** Paths of actions and workflows of the repository itself that a workflow, or an action, uses. */
function localActionsOf(text: string): readonly string[] {
  const found = new Set<string>();
  const open: unknown[] = [parse(text)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'uses' && typeof value === 'string' && value.startsWith('./'))
        found.add(posix.normalize(value).replace(/\/+$/, ''));
      else open.push(value);
    }
  }
  return [...found];
}

/** None where it is no plan file: whoever could upload it could upload anything. */
async function downloadPlans(
  { octokit, repo }: GitHub,
  { id, size_in_bytes }: Kept,
): Promise<readonly ReviewedPlan[]> {
  if (size_in_bytes > largestPlan) return [];
  const { data } = await octokit.rest.actions.downloadArtifact({
    ...repo,
    artifact_id: id,
    archive_format: 'zip',
  });
  return data instanceof ArrayBuffer ? readPlans(new Uint8Array(data)) : [];
}

function readPlans(zip: Uint8Array): readonly ReviewedPlan[] {
  let taken = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('.json') || originalSize > largestPlan) return false;
        taken += 1;
        return taken === 1;
      },
    });
    const [content] = Object.values(files);
    if (content === undefined) return [];
    const value: unknown = JSON.parse(strFromU8(content));
    const name = 'The plan that was reviewed';
    if (!isPlanSet(value)) return [readReviewedPlan(value, name)];
    const { accounts } = readReviewedPlanSet(value, name);
    return accounts.flatMap(({ reviewed }) => reviewed ?? []);
  } catch {
    return [];
  }
}
