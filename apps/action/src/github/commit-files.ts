import { matchesGlob, posix } from 'node:path';
import { type ManifestSource, RolecallError } from '@rolecall/core';
import { largestFile } from '../files/largest-file.ts';
import type { GitHub } from './github.ts';

/** The files of one commit, as GitHub has them: nothing that is checked out has a say. */
export interface CommitFiles extends ManifestSource {
  readonly commit: string;
  /** Text of the file; `undefined` where the commit has none. */
  find(file: string): Promise<string | undefined>;
  /** Paths that match one of the patterns, sorted. */
  list(patterns: readonly string[]): Promise<readonly string[]>;
  /** What identifies a file or folder's content; `undefined` where there is none. */
  identify(path: string): Promise<string | undefined>;
}

interface Entry {
  readonly path: string;
  readonly sha: string;
  readonly type: string;
  readonly mode: string;
  readonly size: number | undefined;
}

export function filesOfCommit(github: GitHub, commit: string): CommitFiles {
  let tree: Promise<ReadonlyMap<string, Entry>> | undefined;
  const entries = () => {
    tree ??= readTree(github, commit);
    return tree;
  };
  const find = async (file: string): Promise<string | undefined> => {
    const path = posix.normalize(file);
    const entry = (await entries()).get(path);
    if (entry === undefined) return undefined;
    if (entry.type !== 'blob') {
      throw new RolecallError('FILE_UNREADABLE', `${file} is not a file at ${short(commit)}.`);
    }
    if (entry.mode === '120000') {
      throw new RolecallError(
        'FILE_UNREADABLE',
        `${file} is a symbolic link at ${short(commit)}.`,
        {
          hint: 'Put the file itself there.',
        },
      );
    }
    return readBlob(github, entry, file);
  };
  const list = async (patterns: readonly string[]): Promise<readonly string[]> => {
    const all = [...(await entries()).values()].filter(
      ({ type, mode }) => type === 'blob' && mode !== '120000',
    );
    return all
      .map(({ path }) => path)
      .filter((path) => patterns.some((pattern) => matchesGlob(path, posix.normalize(pattern))))
      .sort();
  };
  return {
    commit,
    find,
    list,
    identify: async (path) => (await entries()).get(posix.normalize(path))?.sha,
    read: async (file) => {
      const text = await find(file);
      if (text !== undefined) return text;
      throw new RolecallError('FILE_UNREADABLE', `${file} is not in commit ${short(commit)}.`);
    },
    match: (pattern, from) => list([posix.join(posix.dirname(from), pattern)]),
  };
}

async function readTree(
  { octokit, repo }: GitHub,
  commit: string,
): Promise<ReadonlyMap<string, Entry>> {
  const { data } = await octokit.rest.git.getTree({ ...repo, tree_sha: commit, recursive: 'true' });
  // Half a tree would pass for files that are not there.
  if (data.truncated) {
    throw new RolecallError(
      'FILE_UNREADABLE',
      'GitHub does not list all files of the repository.',
      {
        hint: 'It stops at 100,000 files; use a smaller repository for what Rolecall manages.',
      },
    );
  }
  return new Map(
    data.tree.flatMap(({ path, sha, type, mode, size }) =>
      path === undefined || sha === undefined
        ? []
        : [[path, { path, sha, type: type ?? '', mode: mode ?? '', size }]],
    ),
  );
}

async function readBlob({ octokit, repo }: GitHub, entry: Entry, file: string): Promise<string> {
  if (entry.size !== undefined && entry.size > largestFile) {
    throw new RolecallError('FILE_UNREADABLE', `${file} is larger than ${largestFile} bytes.`);
  }
  const { data } = await octokit.rest.git.getBlob({ ...repo, file_sha: entry.sha });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8').toString('utf8');
}

export function short(commit: string): string {
  return commit.slice(0, 7);
}
