import type { ReportedApproval } from '@rolecall/core';
import type { GitHub } from './github.ts';
import { statusOf } from './patience.ts';

type ReviewApproval = Extract<ReportedApproval, { kind: 'review' }>;

/**
 * Who approved the last commit of a pull request, and why other approvals do not count. One counts
 * if it is the reviewer's last word, given at the head, by somebody with write access who neither
 * opened the pull request nor pushed last.
 */
export async function readApprovals(github: GitHub, number: number): Promise<ReviewApproval> {
  const { octokit, repo } = github;
  const { data: pull } = await octokit.rest.pulls.get({ ...repo, pull_number: number });
  const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
    ...repo,
    pull_number: number,
    per_page: 100,
  });
  const lastWords = new Map<string, (typeof reviews)[number]>();
  for (const review of reviews) {
    const isWord = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(review.state);
    if (review.user !== null && isWord) lastWords.set(review.user.login, review);
  }
  const pusher = await lastPusher(github, {
    sha: pull.head.sha,
    ref: pull.head.ref,
    isFork: pull.head.repo?.id !== pull.base.repo.id,
  });
  const approvedBy: string[] = [];
  const rejected: { login: string; why: string }[] = [];
  for (const [login, review] of lastWords) {
    if (review.state !== 'APPROVED') continue;
    const why =
      review.commit_id !== pull.head.sha
        ? 'given at an earlier commit'
        : same(login, pull.user.login)
          ? 'opened the pull request'
          : pusher === undefined
            ? 'who pushed last is not known'
            : same(login, pusher)
              ? 'pushed last'
              : review.user?.type === 'Bot'
                ? 'is a machine account'
                : (await mayWrite(github, login))
                  ? undefined
                  : 'has no write access';
    if (why === undefined) approvedBy.push(login);
    else rejected.push({ login, why });
  }
  return { kind: 'review', approvedBy, void: rejected };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** From GitHub's own record: the author of a commit is whatever its author wrote. */
async function lastPusher(
  { octokit, repo }: GitHub,
  head: { readonly sha: string; readonly ref: string; readonly isFork: boolean },
): Promise<string | undefined> {
  // The record of a fork is not ours to read.
  if (head.isFork) return undefined;
  const { data } = await octokit.rest.repos.listActivities({
    ...repo,
    ref: `refs/heads/${head.ref}`,
    per_page: 100,
  });
  return data.find(({ after }) => after === head.sha)?.actor?.login;
}

async function mayWrite({ octokit, repo }: GitHub, username: string): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...repo, username });
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
