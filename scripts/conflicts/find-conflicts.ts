import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Spelt in pieces, or this file would be the first to be found.
const marker = new RegExp(`^(?:${'<'.repeat(7)}|${'>'.repeat(7)})(?: |$)`);

/** Lines of these files at which a merge was left open: `docs/api.md:12`. */
export function findConflicts(root: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return lines.flatMap((line, index) => (marker.test(line) ? [`${path}:${index + 1}`] : []));
  });
}
