import { ancestorsOf } from '../state/commits.ts';
import type { GitHubState, Pull } from '../state/github-state.ts';
import { userOf } from '../state/people.ts';
import { commitsOf, filesOf } from '../state/pulls.ts';
import { type Ask, found, type Handler } from './answer.ts';
import { pageOf } from './page.ts';
import { showChangedFile, showCommit, showPull } from './representations.ts';
import { resolveCommit } from './resolve-commit.ts';

export const pullHandlers: Readonly<Record<string, Handler>> = {
  'pulls/get': (ask) => {
    const { state } = ask;
    const pull = pullOf(ask);
    const files = filesOf(state, pull);
    const merged = pull.mergedAt !== null;
    return {
      status: 200,
      body: {
        ...showPull(state, pull),
        merged,
        merged_by: pull.mergedBy === null ? null : userOf(pull.mergedBy),
        mergeable: merged ? null : true,
        mergeable_state: merged ? 'unknown' : 'clean',
        commits: commitsOf(state, pull).length,
        changed_files: files.length,
        additions: files.reduce((sum, { additions }) => sum + additions, 0),
        deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
      },
    };
  },

  'pulls/list-reviews': (ask) => {
    const { number } = pullOf(ask);
    const { items, headers } = pageOf(
      ask,
      ask.state.reviews.filter(({ pull }) => pull === number),
    );
    const body = items.map(({ id, author, state, commitId, submittedAt }) => ({
      ...{ id, state, body: '', user: userOf(author), author_association: 'MEMBER' },
      ...{ commit_id: commitId, submitted_at: submittedAt },
    }));
    return { status: 200, body, headers };
  },

  // GitHub gives 3,000 files and 250 commits at most.
  'pulls/list-files': (ask) => {
    const { items, headers } = pageOf(ask, filesOf(ask.state, pullOf(ask)).slice(0, 3000));
    return { status: 200, body: items.map(showChangedFile), headers };
  },

  'pulls/list-commits': (ask) => {
    const { items, headers } = pageOf(ask, commitsOf(ask.state, pullOf(ask)).slice(0, 250));
    return { status: 200, body: items.map((commit) => showCommit(ask.state, commit)), headers };
  },

  // The merged one that brought a commit into the default branch, else all that hold it.
  'repos/list-pull-requests-associated-with-commit': (ask) => {
    const { state, path } = ask;
    const { sha } = found(resolveCommit(state, path['commit_sha'] ?? ''));
    const tip = state.refs.get(`heads/${state.repository.defaultBranch}`) ?? '';
    const isIn = ancestorsOf(state, tip).has(sha);
    const pulls = [...state.pulls.values()].filter(
      (pull) => holds(state, pull, sha) && (!isIn || pull.mergedAt !== null),
    );
    const { items, headers } = pageOf(ask, pulls);
    return { status: 200, body: items.map((pull) => showPull(state, pull)), headers };
  },
};

function pullOf({ state, path }: Ask): Pull {
  return found(state.pulls.get(Number(path['pull_number'])));
}

function holds(state: GitHubState, pull: Pull, sha: string): boolean {
  const isMerge = pull.mergedAt !== null && pull.mergeCommitSha === sha;
  return isMerge || commitsOf(state, pull).some((commit) => commit.sha === sha);
}
