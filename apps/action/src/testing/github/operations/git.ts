import type { TreeEntry } from '../state/git-objects.ts';
import type { GitHubState } from '../state/github-state.ts';
import { found, type Handler } from './answer.ts';
import { encodeBlob } from './encode-blob.ts';
import { resolveCommit } from './resolve-commit.ts';

export const gitHandlers: Readonly<Record<string, Handler>> = {
  'git/get-blob': ({ state, path, media }) => {
    const sha = path['file_sha'] ?? '';
    const blob = found(state.blobs.get(sha));
    if (media === 'raw') return { status: 200, raw: blob };
    return { status: 200, body: { sha, size: blob.length, ...encodeBlob(blob) } };
  },

  'git/get-ref': ({ state, path }) => {
    const ref = path['ref'] ?? '';
    const sha = found(state.refs.get(ref));
    return { status: 200, body: { ref: `refs/${ref}`, object: { type: 'commit', sha } } };
  },

  // The name may be that of a tree, a commit or a branch; any value of `recursive` means yes.
  'git/get-tree': ({ state, path, query, limits }) => {
    const name = path['tree_sha'] ?? '';
    const sha = state.trees.has(name) ? name : found(resolveCommit(state, name)).tree;
    const isRecursive = query('recursive') !== undefined;
    const all = walk(state, sha, { prefix: '', isRecursive });
    const tree = all.slice(0, limits.treeEntries);
    return { status: 200, body: { sha, tree, truncated: tree.length < all.length } };
  },
};

function walk(
  state: GitHubState,
  sha: string,
  { prefix, isRecursive }: { prefix: string; isRecursive: boolean },
): object[] {
  return [...found(state.trees.get(sha))].flatMap(([name, entry]) => {
    const path = `${prefix}${name}`;
    const isFolder = entry.mode === '040000';
    const inside =
      isFolder && isRecursive ? walk(state, entry.sha, { prefix: `${path}/`, isRecursive }) : [];
    return [showEntry(state, path, entry), ...inside];
  });
}

function showEntry({ blobs }: GitHubState, path: string, { mode, sha }: TreeEntry): object {
  const type = mode === '040000' ? 'tree' : 'blob';
  return { path, mode, type, sha, size: blobs.get(sha)?.length };
}
