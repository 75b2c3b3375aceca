import type { Commit, GitHubState } from '../state/github-state.ts';

/** By its name, or that of a branch: `main`, `heads/main`, `refs/heads/main`, `refs/pull/1/merge`. */
export function resolveCommit(state: GitHubState, name: string): Commit | undefined {
  const ref = name.replace(/^refs\//, '');
  const sha = state.refs.get(`heads/${name}`) ?? state.refs.get(ref) ?? name.toLowerCase();
  return state.commits.get(sha);
}
