import { glob, lstat, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, resolve } from 'node:path';
import { type ManifestSource, RolecallError } from '@rolecall/core';
import { largestFile } from './largest-file.ts';

/** The files that are checked out. Written by whoever opened the pull request: nothing is trusted. */
export interface WorkspaceFiles extends ManifestSource {
  /** Text of the file; `undefined` where there is none. */
  find(file: string): Promise<string | undefined>;
  /** Paths that match one of the patterns, sorted; symbolic links are left out. */
  list(patterns: readonly string[]): Promise<readonly string[]>;
  /** Writes a file into a folder that is there; never through a symbolic link. */
  save(file: string, text: string): Promise<void>;
}

export function filesOfWorkspace(root: string): WorkspaceFiles {
  const find = async (file: string): Promise<string | undefined> => {
    const path = await locate(root, file);
    return path === undefined ? undefined : readBounded(path, file);
  };
  const list = async (patterns: readonly string[]): Promise<readonly string[]> => {
    const found = new Set<string>();
    for (const pattern of patterns) {
      requireRelative(pattern);
      for await (const file of glob(pattern, { cwd: root })) {
        const path = file.replaceAll('\\', '/');
        if (path.split('/').includes('node_modules')) continue;
        if (await isPlainFile(root, path)) found.add(path);
      }
    }
    return [...found].sort();
  };
  return {
    find,
    list,
    read: async (file) => {
      const text = await find(file);
      if (text !== undefined) return text;
      throw new RolecallError('FILE_UNREADABLE', `${file} is not in the checked-out repository.`, {
        hint: 'Check out the repository first (actions/checkout), and name the file from its root.',
      });
    },
    match: (pattern, from) => list([posix.join(posix.dirname(from), pattern)]),
    save: async (file, text) => {
      const folder = await locate(root, posix.dirname(file));
      await locate(root, file);
      if (folder === undefined) throw outside(file);
      await writeFile(join(folder, posix.basename(file)), text);
    },
  };
}

/** Links are left out, also those to folders on the way. */
async function isPlainFile(root: string, file: string): Promise<boolean> {
  const path = await locate(root, file).catch(() => undefined);
  return path !== undefined && (await lstat(path)).isFile();
}

/** The real path of a file within the root; a way out, by dots or by links, is refused. */
async function locate(root: string, file: string): Promise<string | undefined> {
  requireRelative(file);
  const path = resolve(root, file);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) {
    const dangling = await lstat(path).catch(() => undefined);
    if (dangling?.isSymbolicLink()) throw outside(file);
    return undefined;
  }
  const base = await realpath(root);
  if (leaves(base, real)) throw outside(file);
  // A link within the root is refused as well: at the base the same name may be something else.
  if (relative(base, real) !== relative(root, path) || dirname(real) !== dirname(join(base, file)))
    throw outside(file);
  return real;
}

function leaves(base: string, path: string): boolean {
  const inside = relative(base, path);
  return inside.startsWith('..') || isAbsolute(inside);
}

/** Git's own folder holds the token that the checkout was made with. */
function requireRelative(file: string): void {
  const path = posix.normalize(file.replaceAll('\\', '/'));
  if (path.split('/').some((part) => part.toLowerCase() === '.git')) throw outside(file);
  if (isAbsolute(file) || path.startsWith('../') || path === '..') throw outside(file);
}

function outside(file: string): RolecallError {
  return new RolecallError(
    'FILE_UNREADABLE',
    `${file} leads out of the checked-out files, or is a symbolic link.`,
    { hint: 'Name a file within it, from its root.' },
  );
}

async function readBounded(path: string, file: string): Promise<string> {
  const stat = await lstat(path);
  if (!stat.isFile()) throw new RolecallError('FILE_UNREADABLE', `${file} is not a file.`);
  if (stat.size > largestFile)
    throw new RolecallError('FILE_UNREADABLE', `${file} is larger than ${largestFile} bytes.`);
  return readFile(path, 'utf8');
}
