import type { GitHub } from './github.ts';
import type { ReviewedPullRequest } from './reviewed-plans.ts';

/** Commits that are looked through for pull requests: more than that in one apply is no routine. */
const mostCommits = 100;

/**
 * The pull requests that came into the branch since the last apply that succeeded, the newest
 * first: what two of them declare is applied together when the second is merged before the first
 * was applied.
 */
export async function mergedPulls(
  github: GitHub,
  { sha, since, isApplied }: Since,
): Promise<readonly ReviewedPullRequest[]> {
  const between = since === undefined ? [sha] : await commitsBetween(github, since, sha);
  const commits = since === undefined || isApplied ? between : [...between, since];
  const found = new Map<number, ReviewedPullRequest>();
  for (const commit of commits.slice(0, mostCommits)) {
    for (const pull of await pullsOf(github, commit)) found.set(pull.number, pull);
  }
  return [...found.values()];
}

export interface Since {
  readonly sha: string;
  readonly since: string | undefined;
  /** Whether what came with that commit is applied already. */
  readonly isApplied: boolean;
}

async function commitsBetween(
  { octokit, repo }: GitHub,
  since: string,
  sha: string,
): Promise<readonly string[]> {
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...repo,
    basehead: `${since}...${sha}`,
    per_page: mostCommits,
  });
  return [...new Set([sha, ...data.commits.map((commit) => commit.sha).toReversed()])];
}

async function pullsOf(
  { octokit, repo }: GitHub,
  commit: string,
): Promise<readonly ReviewedPullRequest[]> {
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: commit,
    per_page: 100,
  });
  return data
    .filter(({ merged_at }) => merged_at !== null)
    .map(({ number, head, base }) => ({
      number,
      head: head.sha,
      branch: head.ref,
      base: base.sha,
      isFork: head.repo?.id !== base.repo.id,
    }));
}

/** One pull request by its number, as the merge queue names it. */
export async function readPull(
  { octokit, repo }: GitHub,
  number: number,
): Promise<ReviewedPullRequest> {
  const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: number });
  return {
    number,
    head: data.head.sha,
    branch: data.head.ref,
    base: data.base.sha,
    isFork: data.head.repo?.id !== data.base.repo.id,
  };
}

/**
 * The commit of the last run of this workflow on the branch that succeeded; where none has, that of
 * the first that was tried, and that it has to be looked at as well.
 */
export async function lastApplied(
  { octokit, repo }: GitHub,
  { runId, branch }: { readonly runId: number; readonly branch: string },
): Promise<{ readonly sha: string; readonly isApplied: boolean } | undefined> {
  const { data: run } = await octokit.rest.actions.getWorkflowRun({ ...repo, run_id: runId });
  const { data } = await octokit.rest.actions.listWorkflowRunsForRepo({
    ...repo,
    branch,
    per_page: 100,
  });
  const earlier = data.workflow_runs
    .filter((each) => each.workflow_id === run.workflow_id && each.id < runId)
    // A branch of a pull request, and of a fork above all, may bear the same name.
    .filter(({ event }) => event === 'push' || event === 'workflow_dispatch')
    .toSorted((a, b) => b.id - a.id);
  const succeeded = earlier.find(({ conclusion }) => conclusion === 'success');
  const found = succeeded ?? earlier.at(-1);
  return found && { sha: found.head_sha, isApplied: found === succeeded };
}

/** The commit that a branch is at now. */
export async function tipOf({ octokit, repo }: GitHub, branch: string): Promise<string> {
  const { data } = await octokit.rest.repos.getBranch({ ...repo, branch });
  return data.commit.sha;
}
