import type { GitHub } from './github.ts';
import { statusOf } from './patience.ts';

export interface OpenCheckRun {
  readonly id: number;
}

export interface CheckRunResult {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown, longest first. */
  readonly summaries: readonly [string, ...string[]];
}

export interface NewCheckRun {
  readonly name: string;
  readonly sha: string;
  readonly url: string | undefined;
  /** By which it is found again. */
  readonly runId: string;
}

/** Shows at the commit that we are at work. `undefined` where the token may not. */
export async function openCheckRun(
  github: GitHub,
  { name, sha, url, runId }: NewCheckRun,
): Promise<OpenCheckRun | undefined> {
  const { octokit, repo } = github;
  try {
    const { data } = await octokit.rest.checks.create({
      ...repo,
      name,
      head_sha: sha,
      status: 'in_progress',
      external_id: runId,
      ...(url !== undefined && { details_url: url }),
    });
    return { id: data.id };
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) return undefined;
    const made =
      status !== undefined && status >= 500 && (await findMade(github, { name, sha, runId }));
    if (made) return made;
    throw error;
  }
}

/** After a fault of GitHub's it may be there all the same, and would stay open for ever. */
async function findMade(
  { octokit, repo }: GitHub,
  { name, sha, runId }: Pick<NewCheckRun, 'name' | 'sha' | 'runId'>,
): Promise<OpenCheckRun | undefined> {
  const { data } = await octokit.rest.checks.listForRef({
    ...repo,
    ref: sha,
    check_name: name,
    status: 'in_progress',
  });
  return data.check_runs.find(({ external_id }) => external_id === runId);
}

/** Closes it whatever happens: first in full, then shorter, at last with nothing but the verdict. */
export async function closeCheckRun(
  { octokit, repo }: GitHub,
  { id }: OpenCheckRun,
  { conclusion, title, summaries }: CheckRunResult,
): Promise<void> {
  const attempts = [...summaries, undefined];
  let last: unknown;
  for (const summary of attempts) {
    try {
      await octokit.rest.checks.update({
        ...repo,
        check_run_id: id,
        status: 'completed',
        conclusion,
        ...(summary !== undefined && { output: { title, summary } }),
      });
      return;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
