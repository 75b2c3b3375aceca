import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findSilentConflicts } from './canaries/conflict-canaries.ts';
import { findSilentContract } from './canaries/contract-canaries.ts';
import { findSilentDiff } from './canaries/diff-canaries.ts';
import { findSilentKnip } from './canaries/knip-canaries.ts';
import { findSilentLint } from './canaries/lint-canaries.ts';
import { copyRepository } from './canaries/plant.ts';
import { findSilentTypes } from './canaries/type-canaries.ts';

// A guard that has never failed is decoration: plant faults in a copy of this very repository, with
// its own configuration, and expect each tool to name them. Boundaries test themselves likewise.
const root = join(import.meta.dirname, '..');
const workspaces = globSync(['packages/*', 'apps/*', 'tests', 'bench'], { cwd: root })
  .filter((path) => existsSync(join(root, path, 'package.json')))
  .map((path) => path.replaceAll('\\', '/'));

const guards = {
  lint: findSilentLint,
  types: findSilentTypes,
  'dead code': findSilentKnip,
  contract: findSilentContract,
  'contract that was released': findSilentDiff,
  'open merges': findSilentConflicts,
};

for (const [name, findSilent] of Object.entries(guards)) {
  const copy = copyRepository(root);
  const silent = await findSilent(copy, workspaces).finally(() =>
    rmSync(copy, { recursive: true }),
  );
  console.log(`${name}: ${silent.length === 0 ? 'bites' : 'SILENT'}`);
  for (const line of silent) console.log(`  ${line}`);
  if (silent.length > 0) process.exitCode = 1;
}
