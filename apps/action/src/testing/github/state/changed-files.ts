import type { Files, TreeEntry } from './git-objects.ts';
import type { GitHubState } from './github-state.ts';

export interface ChangedFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly previous?: string;
  /** Of the blob; of the last one where the file is gone. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

/**
 * How two trees differ, by path. A file that went and one that came with the same content are one
 * that was renamed; GitHub also finds those that changed a little.
 */
export function changedFiles(
  state: GitHubState,
  { from, to }: { readonly from: Files; readonly to: Files },
): ChangedFile[] {
  const gone = new Map([...from].filter(([path]) => !to.has(path)));
  const changes: ChangedFile[] = [];
  for (const [filename, { sha, mode }] of to) {
    const before = from.get(filename);
    if (before === undefined) {
      const previous = [...gone].find(([, entry]) => entry.sha === sha)?.[0];
      if (previous !== undefined) gone.delete(previous);
      const counts = previous === undefined ? countLines(state, undefined, sha) : unchanged;
      const status = previous === undefined ? 'added' : 'renamed';
      changes.push({ filename, sha, status, ...(previous && { previous }), ...counts });
    } else if (before.sha !== sha || before.mode !== mode) {
      changes.push({ filename, sha, status: 'modified', ...countLines(state, before, sha) });
    }
  }
  for (const [filename, entry] of gone) {
    const { additions: deletions } = countLines(state, undefined, entry.sha);
    changes.push({ filename, sha: entry.sha, status: 'removed', additions: 0, deletions });
  }
  return changes.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

const unchanged = { additions: 0, deletions: 0 };

/** Lines that only one side has; moved lines do not count, which suffices for totals. */
function countLines(
  state: GitHubState,
  before: TreeEntry | undefined,
  sha: string,
): { additions: number; deletions: number } {
  const left = linesOf(state, before?.sha);
  const right = linesOf(state, sha);
  return {
    additions: right.filter((line) => !left.includes(line)).length,
    deletions: left.filter((line) => !right.includes(line)).length,
  };
}

function linesOf({ blobs }: GitHubState, sha: string | undefined): string[] {
  const blob = sha === undefined ? undefined : blobs.get(sha);
  return blob === undefined
    ? []
    : Buffer.from(blob)
        .toString('utf8')
        .split(/\n(?!$)/);
}
