import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findStale } from './generators/find-stale.ts';
import { imported } from './generators/imported.ts';
import { generators } from './generators/index.ts';

// `npm run generate` writes every generated file; with --check it only tells which are not current.
const root = join(import.meta.dirname, '..');
const produced = new Map<string, string | Uint8Array>();
for (const { output, produce } of generators) produced.set(output, await produce());

if (process.argv.includes('--check')) {
  const faults = findStale({
    produced,
    imported: new Map(Object.entries(imported)),
    existing: readGeneratedFiles(),
  });
  for (const fault of faults) console.log(fault);
  console.log(`${produced.size} generators, ${faults.length} faults; npm run generate writes anew`);
  if (faults.length > 0) process.exitCode = 1;
} else {
  for (const [path, content] of produced) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(path);
  }
}

function readGeneratedFiles(): Map<string, Uint8Array> {
  const exclude = (path: string) => path.includes('node_modules');
  const paths = globSync(['**/*.gen.*', 'apps/*/dist/*.{br,js,txt}'], { cwd: root, exclude });
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}
