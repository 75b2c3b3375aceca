import { createHash } from 'node:crypto';

/** The content of a file in a commit. */
export type FileContent =
  | string
  | Uint8Array
  | { readonly symlink: string }
  | { readonly executable: string };

export interface TreeEntry {
  readonly mode: '100644' | '100755' | '120000' | '040000';
  readonly sha: string;
}

/** Git's objects by their names, which are those Git itself would give. */
export interface GitObjects {
  readonly blobs: Map<string, Uint8Array>;
  /** SHA-1 → name → entry of one folder. */
  readonly trees: Map<string, ReadonlyMap<string, TreeEntry>>;
}

/** Every file of a tree by its path. */
export type Files = ReadonlyMap<string, TreeEntry>;

export function writeFile({ blobs }: GitObjects, content: FileContent): TreeEntry {
  const [mode, data] = readContent(content);
  const sha = nameObject('blob', data);
  blobs.set(sha, data);
  return { mode, sha };
}

/** Writes the folders that hold these files; returns the name of the topmost. */
export function writeTree(objects: GitObjects, files: Files): string {
  const entries = new Map<string, TreeEntry>();
  const folders = new Map<string, Map<string, TreeEntry>>();
  for (const [path, entry] of files) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length === 0) entries.set(first, entry);
    else folders.set(first, (folders.get(first) ?? new Map()).set(rest.join('/'), entry));
  }
  for (const [name, inside] of folders) {
    entries.set(name, { mode: '040000', sha: writeTree(objects, inside) });
  }
  const sorted = new Map([...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
  const lines = [...sorted].map(([name, { mode, sha }]) =>
    Buffer.concat([
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      new Uint8Array(Buffer.from(sha, 'hex')),
    ]),
  );
  const sha = nameObject('tree', Buffer.concat(lines));
  objects.trees.set(sha, sorted);
  return sha;
}

export function nameObject(kind: 'blob' | 'tree' | 'commit', data: Uint8Array): string {
  return createHash('sha1').update(`${kind} ${data.length}\0`).update(data).digest('hex');
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey([name, { mode }]: readonly [string, TreeEntry]): string {
  return mode === '040000' ? `${name}/` : name;
}

function readContent(content: FileContent): [TreeEntry['mode'], Uint8Array] {
  if (typeof content === 'string') return ['100644', Buffer.from(content)];
  if (content instanceof Uint8Array) return ['100644', content];
  if ('symlink' in content) return ['120000', Buffer.from(content.symlink)];
  return ['100755', Buffer.from(content.executable)];
}
