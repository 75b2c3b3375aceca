import { type ChangedFile, changedFiles } from './changed-files.ts';
import { addCommit, commitsBetween, mergeBaseOf, moveBranch, type NewCommit } from './commits.ts';
import type { Files } from './git-objects.ts';
import { type Commit, type GitHubState, instantOf, nextNumber, type Pull } from './github-state.ts';

export interface NewPull {
  /** The branch that it comes from; must exist unless `fork` is given. */
  readonly head: string;
  /** For a fork: `owner/name`, and the commit, since its branches are not ours. */
  readonly fork?: { readonly repository: string; readonly sha: string };
  /** Without it the default branch. */
  readonly base?: string;
  readonly author?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly number?: number;
}

export function addPull(state: GitHubState, asked: NewPull): Pull {
  const { repository } = state;
  const { head, fork, base = repository.defaultBranch, author = 'octocat' } = asked;
  const pull: Pull = {
    number: asked.number ?? nextNumber(state),
    title: asked.title ?? 'Change something',
    body: asked.body ?? '',
    author,
    draft: asked.draft ?? false,
    state: 'open',
    base: { ref: base, sha: tipOf(state, base) },
    head: {
      ref: head,
      sha: fork?.sha ?? tipOf(state, head),
      repository: fork?.repository ?? repository.fullName,
    },
    mergeCommitSha: null,
    mergedBy: null,
    mergedAt: null,
    createdAt: instantOf(state),
  };
  state.pulls.set(pull.number, pull);
  tryMerge(state, pull);
  return pull;
}

/** Adds a commit to the head of a pull request, in the repository or in its fork. */
export function pushToPull(
  state: GitHubState,
  pull: Pull,
  commit: Omit<NewCommit, 'branch' | 'parents'>,
): string {
  const { repository, ref } = pull.head;
  const isHere = repository === state.repository.fullName;
  const parents = [pull.head.sha];
  const sha = addCommit(state, { ...commit, parents, ...(isHere && { branch: ref }) });
  pull.head.sha = sha;
  tryMerge(state, pull);
  return sha;
}

/** Merges; returns the new commit of the base branch. */
export function mergePull(
  state: GitHubState,
  pull: Pull,
  { by, method = 'merge' }: { readonly by: string; readonly method?: 'merge' | 'squash' },
): string {
  const sha = makeMerge(state, pull, { by, method });
  pull.mergeCommitSha = sha;
  pull.mergedBy = by;
  pull.mergedAt = instantOf(state);
  pull.state = 'closed';
  moveBranch(state, { branch: pull.base.ref, to: sha, actor: by, type: 'pr_merge' });
  return sha;
}

export function commitsOf(state: GitHubState, { base, head }: Pull): Commit[] {
  return commitsBetween(state, { base: base.sha, head: head.sha });
}

/** As GitHub shows them: from where the branches parted to the head. */
export function filesOf(state: GitHubState, { base, head }: Pull): ChangedFile[] {
  const parted = mergeBaseOf(state, base.sha, head.sha);
  return changedFiles(state, { from: filesAt(state, parted), to: filesAt(state, head.sha) });
}

export function filesAt({ commits }: GitHubState, sha: string | undefined): Files {
  return commits.get(sha ?? '')?.files ?? new Map();
}

/** GitHub keeps the outcome of merging an open pull request at `refs/pull/<n>/merge`. */
function tryMerge(state: GitHubState, pull: Pull): void {
  pull.mergeCommitSha = makeMerge(state, pull, { by: pull.author, method: 'merge' });
  state.refs.set(`pull/${pull.number}/head`, pull.head.sha);
  state.refs.set(`pull/${pull.number}/merge`, pull.mergeCommitSha);
}

/** Conflicts are not modelled: where both sides changed a file, the head's is taken. */
function makeMerge(
  state: GitHubState,
  pull: Pull,
  { by, method }: { readonly by: string; readonly method: 'merge' | 'squash' },
): string {
  const { head, base } = pull;
  const onto = tipOf(state, base.ref);
  const changes = filesOf(state, pull);
  const files = new Map(filesAt(state, onto));
  for (const { previous, filename } of changes) {
    if (previous !== undefined) files.delete(previous);
    const entry = filesAt(state, head.sha).get(filename);
    if (entry === undefined) files.delete(filename);
    else files.set(filename, entry);
  }
  return addCommit(state, {
    parents: method === 'squash' ? [onto] : [onto, head.sha],
    allFiles: files,
    author: by,
    message: `${pull.title} (#${pull.number})`,
  });
}

function tipOf(state: GitHubState, branch: string): string {
  const tip = state.refs.get(`heads/${branch}`);
  if (tip === undefined) throw new Error(`there is no branch ${branch}`);
  return tip;
}
