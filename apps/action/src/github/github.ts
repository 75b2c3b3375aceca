import { getOctokit } from '@actions/github';
import type { Repository } from '../run/event.ts';
import { type Patience, waitsAndTriesAgain } from './patience.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Milliseconds for one answer; GitHub itself gives up on a request after ten seconds. */
const longestAnswer = 30_000;

/** GitHub's API, and the repository that the run is about. */
export interface GitHub {
  readonly octokit: Octokit;
  readonly repo: { readonly owner: string; readonly repo: string };
}

export function openGitHub(
  token: string,
  { owner, name }: Pick<Repository, 'owner' | 'name'>,
  { answerWithin = longestAnswer, ...patience }: Patience & { readonly answerWithin?: number },
): GitHub {
  // Octokit warns on the console of what is of no use to anybody here.
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const octokit = getOctokit(token, { log: silent, userAgent: 'rolecall' });
  // Registered first, so that it is for every attempt anew.
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(answerWithin) };
  });
  octokit.hook.wrap('request', waitsAndTriesAgain(patience));
  return { octokit, repo: { owner, repo: name } };
}
