import { posix } from 'node:path';
import type { JsonRecord } from '../json.ts';
import type { TreeEntry } from '../state/git-objects.ts';
import type { Commit, GitHubState } from '../state/github-state.ts';
import { type Answer, found, type Handler, Refusal } from './answer.ts';
import { encodeBlob } from './encode-blob.ts';
import { resolveCommit } from './resolve-commit.ts';

/** Above one megabyte the content is left out, above a hundred the file is refused. */
const most = { inAnswer: 1_000_000, raw: 100_000_000, entries: 1000 };

export const contentHandlers: Readonly<Record<string, Handler>> = {
  'repos/get-content': ({ state, path, query, media }) => {
    const ref = query('ref') ?? state.repository.defaultBranch;
    const commit = resolveCommit(state, ref);
    if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`);
    const wanted = (path['path'] ?? '').replace(/\/$/, '');
    const entry = commit.files.get(wanted);
    if (entry === undefined) return folderAnswer(state, commit, wanted);
    return fileAnswer(state, commit, { path: wanted, entry, media });
  },
};

function fileAnswer(
  state: GitHubState,
  commit: Commit,
  { path, entry, media }: { path: string; entry: TreeEntry; media: string },
): Answer {
  const blob = found(state.blobs.get(entry.sha));
  const common = { name: posix.basename(path), path, sha: entry.sha, size: blob.length };
  if (entry.mode === '120000') {
    // A link to a file of the repository is followed; only other links are shown as such.
    const target = Buffer.from(blob).toString();
    const linked = commit.files.get(posix.join(posix.dirname(path), target));
    if (linked !== undefined && linked.mode !== '120000') {
      return fileAnswer(state, commit, { path, entry: linked, media });
    }
    if (media !== 'raw') return { status: 200, body: { ...common, type: 'symlink', target } };
  }
  if (blob.length > most.raw)
    throw new Refusal(403, 'This API returns blobs up to 100 MB in size.');
  if (media === 'raw') return { status: 200, raw: blob };
  const encoded =
    blob.length > most.inAnswer ? { encoding: 'none', content: '' } : encodeBlob(blob);
  return { status: 200, body: { ...common, ...encoded, type: 'file' } };
}

function folderAnswer(state: GitHubState, commit: Commit, folder: string): Answer {
  const tree = findFolder(state, commit.tree, folder);
  const entries = [...tree].slice(0, most.entries).map(([name, { mode, sha }]): JsonRecord => {
    const size = state.blobs.get(sha)?.length ?? 0;
    return { name, path: posix.join(folder, name), sha, size, type: typeOf(mode) };
  });
  return { status: 200, body: entries };
}

function findFolder(
  { trees }: GitHubState,
  root: string,
  folder: string,
): ReadonlyMap<string, TreeEntry> {
  const names = folder.split('/').filter((name) => name !== '');
  const sha = names.reduce((at, name) => trees.get(at)?.get(name)?.sha ?? '', root);
  return found(trees.get(sha));
}

function typeOf(mode: TreeEntry['mode']): string {
  if (mode === '040000') return 'dir';
  return mode === '120000' ? 'symlink' : 'file';
}
