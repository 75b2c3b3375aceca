import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sourceFolders = ['packages', 'apps', 'tests', 'bench'];
const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.turbo', '.results']);

/** Every source below the workspaces, new files included, by path relative to `root`. */
export function readSources(root: string): Map<string, string> {
  const paths = sourceFolders.flatMap((folder) => listSources(root, folder));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function listSources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listSources(root, path);
    return /\.[cm]?[jt]s$/.test(entry.name) && !entry.name.endsWith('.config.ts') ? [path] : [];
  });
}
