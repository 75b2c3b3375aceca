import { type FileContent, type Files, nameObject, writeFile, writeTree } from './git-objects.ts';
import { type Activity, type Commit, type GitHubState, instantOf } from './github-state.ts';

export interface NewCommit {
  /** Changes to the first parent's files; null deletes. */
  readonly files?: Readonly<Record<string, FileContent | null>>;
  /** The whole tree, in the place of the first parent's. */
  readonly allFiles?: Files;
  /** Without them the tip of the branch, if there is one. */
  readonly parents?: readonly string[];
  readonly author?: string;
  readonly message?: string;
  /** Moves this branch to the commit and records the push. */
  readonly branch?: string;
  /** Who pushed, where it is not the author; null if GitHub does not know. */
  readonly pusher?: string | null;
}

export const noCommit = '0'.repeat(40);

/** Adds a commit; returns its name. */
export function addCommit(state: GitHubState, commit: NewCommit): string {
  const { branch, author = 'octocat', message = 'Change something' } = commit;
  const tip = branch === undefined ? undefined : state.refs.get(`heads/${branch}`);
  const parents = commit.parents ?? (tip === undefined ? [] : [tip]);
  const files = new Map(commit.allFiles ?? state.commits.get(parents[0] ?? '')?.files);
  for (const [path, content] of Object.entries(commit.files ?? {})) {
    if (content === null) files.delete(path);
    else files.set(path, writeFile(state, content));
  }
  const date = instantOf(state);
  const tree = writeTree(state, files);
  const text = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${author} ${date}`,
    // Two commits alike in everything are two commits all the same.
    `serial ${state.commits.size}`,
    '',
    message,
  ].join('\n');
  const sha = nameObject('commit', Buffer.from(text));
  state.commits.set(sha, { sha, tree, files, parents, author, message, date });
  if (branch !== undefined) {
    const { pusher = author } = commit;
    moveBranch(state, { branch, to: sha, actor: pusher });
  }
  return sha;
}

/** Moves a branch as a push does: its open pull requests follow, and the activity tells. */
export function moveBranch(
  state: GitHubState,
  move: {
    readonly branch: string;
    readonly to: string;
    readonly actor: string | null;
    readonly type?: Activity['type'];
  },
): void {
  const { branch, to, actor } = move;
  const before = state.refs.get(`heads/${branch}`);
  const isForced = before !== undefined && !ancestorsOf(state, to).has(before);
  const type =
    move.type ?? (before === undefined ? 'branch_creation' : isForced ? 'force_push' : 'push');
  state.refs.set(`heads/${branch}`, to);
  state.activity.push({
    id: state.nextId(),
    actor,
    ref: `refs/heads/${branch}`,
    before: before ?? noCommit,
    after: to,
    type,
    timestamp: instantOf(state),
  });
  for (const { state: open, head } of state.pulls.values()) {
    const isHere = head.repository === state.repository.fullName && head.ref === branch;
    if (open === 'open' && isHere) head.sha = to;
  }
}

/** A commit and all before it, nearest first. */
export function ancestorsOf({ commits }: GitHubState, sha: string): ReadonlySet<string> {
  const found = new Set([sha]);
  for (const one of found) for (const parent of commits.get(one)?.parents ?? []) found.add(parent);
  return found;
}

export function mergeBaseOf(state: GitHubState, a: string, b: string): string | undefined {
  const ofA = ancestorsOf(state, a);
  return [...ancestorsOf(state, b)].find((sha) => ofA.has(sha));
}

/** What `head` has and `base` has not, oldest first. */
export function commitsBetween(
  state: GitHubState,
  { base, head }: { readonly base: string; readonly head: string },
): Commit[] {
  const known = ancestorsOf(state, base);
  return [...ancestorsOf(state, head)]
    .filter((sha) => !known.has(sha))
    .map((sha) => state.commits.get(sha))
    .filter((commit) => commit !== undefined)
    .reverse();
}
