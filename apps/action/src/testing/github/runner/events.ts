import type { GitHubServer } from '../create-github-server.ts';
import type { JsonRecord } from '../json.ts';
import { showCommit, showPull } from '../operations/representations.ts';
import type { Permissions } from '../permissions.ts';
import { noCommit } from '../state/commits.ts';
import type { Pull } from '../state/github-state.ts';
import { idOf } from '../state/people.ts';
import { type Job, type JobOptions, startJob } from './job.ts';

export interface PullRequestOptions extends JobOptions {
  readonly pull: Pull;
  /** `opened`, `synchronize` … */
  readonly action?: string;
  /** `pull_request_target` runs at the base, with the rights of the base. */
  readonly name?: 'pull_request' | 'pull_request_target';
  readonly before?: string;
}

/** A job of `pull_request`: it sees the merge that GitHub tried. */
export function pullRequestEvent(server: GitHubServer, options: PullRequestOptions): Promise<Job> {
  const { pull, action = 'synchronize', name = 'pull_request' } = options;
  const { number, head, base } = pull;
  const isTarget = name === 'pull_request_target';
  const pushed = { before: options.before ?? noCommit, after: head.sha };
  return startJob(server, {
    actor: pull.author,
    ...options,
    name,
    payload: {
      action,
      number,
      pull_request: showPull(server.state, pull),
      ...(action === 'synchronize' && pushed),
    },
    ref: isTarget ? `refs/heads/${base.ref}` : `refs/pull/${number}/merge`,
    sha: isTarget ? base.sha : (pull.mergeCommitSha ?? head.sha),
    run: {
      headSha: isTarget ? base.sha : head.sha,
      headBranch: head.ref,
      headRepository: head.repository,
      pulls: [number],
    },
    subject: isTarget ? `ref:refs/heads/${base.ref}` : 'pull_request',
    headRef: head.ref,
    baseRef: base.ref,
  });
}

/** The same from a fork: the token may only read, and there are no OIDC tokens. */
export function forkPullRequestEvent(
  server: GitHubServer,
  options: PullRequestOptions,
): Promise<Job> {
  if (options.pull.head.repository === server.state.repository.fullName) {
    throw new Error(`pull request ${options.pull.number} is not from a fork`);
  }
  const readable: Permissions = {
    actions: 'read',
    checks: 'read',
    contents: 'read',
    issues: 'read',
    'pull-requests': 'read',
  };
  server.permissions = readable;
  return pullRequestEvent(server, options);
}

export interface PushOptions extends JobOptions {
  /** Without it the default branch. */
  readonly branch?: string;
  readonly before?: string;
  readonly after?: string;
  readonly forced?: boolean;
}

/** A job of `push` to a branch; without `after` its tip, without `before` that one's first parent. */
export function pushEvent(server: GitHubServer, options: PushOptions = {}): Promise<Job> {
  const { state } = server;
  const { branch = state.repository.defaultBranch, forced = false } = options;
  const after = options.after ?? tipOf(server, branch);
  const commit = state.commits.get(after);
  const before = options.before ?? commit?.parents[0] ?? noCommit;
  const ref = `refs/heads/${branch}`;
  const actor = options.actor ?? commit?.author ?? 'octocat';
  const pusher = { name: actor, email: `${actor}@example.com` };
  const created = before === noCommit;
  const head_commit = commit === undefined ? null : showPushed(server, after);
  const commits = head_commit === null ? [] : [head_commit];
  const payload = { ref, before, after, created, deleted: false, forced, pusher, head_commit };
  return startJob(server, {
    ...options,
    actor,
    name: 'push',
    payload: { ...payload, base_ref: null, commits },
    ref,
    sha: after,
  });
}

/** A job of `merge_group`: the merge queue tries a commit on a branch of its own. */
export function mergeGroupEvent(
  server: GitHubServer,
  options: JobOptions & { readonly pull: Pull },
): Promise<Job> {
  const { number, base, mergeCommitSha, head } = options.pull;
  const sha = mergeCommitSha ?? head.sha;
  const ref = `refs/heads/gh-readonly-queue/${base.ref}/pr-${number}-${base.sha}`;
  const commit = showPushed(server, sha);
  return startJob(server, {
    ...options,
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: sha,
        head_ref: ref,
        base_sha: base.sha,
        base_ref: `refs/heads/${base.ref}`,
        head_commit: commit,
      },
    },
    ref,
    sha,
  });
}

/** A job of `schedule`, at the tip of the default branch. */
export function scheduleEvent(server: GitHubServer, options: JobOptions = {}): Promise<Job> {
  const { defaultBranch } = server.state.repository;
  const { workflow = '.github/workflows/rolecall.yml' } = options;
  return startJob(server, {
    ...options,
    name: 'schedule',
    payload: { schedule: '17 5 * * *', workflow },
    ref: `refs/heads/${defaultBranch}`,
    sha: tipOf(server, defaultBranch),
  });
}

/** A job that a person started on a branch. */
export function workflowDispatchEvent(
  server: GitHubServer,
  options: JobOptions & {
    readonly branch?: string;
    readonly inputs?: Readonly<Record<string, string>>;
  } = {},
): Promise<Job> {
  const { branch = server.state.repository.defaultBranch, inputs = {} } = options;
  const { workflow = '.github/workflows/rolecall.yml' } = options;
  const ref = `refs/heads/${branch}`;
  return startJob(server, {
    ...options,
    name: 'workflow_dispatch',
    payload: { inputs, ref, workflow },
    ref,
    sha: tipOf(server, branch),
  });
}

function tipOf({ state }: GitHubServer, branch: string): string {
  const tip = state.refs.get(`heads/${branch}`);
  if (tip === undefined) throw new Error(`there is no branch ${branch}`);
  return tip;
}

/** Commits in events differ from those of the API: `id` in the place of `sha`. */
function showPushed({ state }: GitHubServer, sha: string): JsonRecord {
  const commit = state.commits.get(sha);
  if (commit === undefined) throw new Error(`there is no commit ${sha}`);
  const { html_url } = showCommit(state, commit);
  const { author: login, message, date, tree } = commit;
  const author = { name: login, username: login, id: idOf(login), email: `${login}@example.com` };
  const person = { author, committer: author };
  return { id: sha, tree_id: tree, message, timestamp: date, url: html_url, ...person };
}
