import { expect, it } from 'vitest';
import { findInexactVersions, findLockfileFaults } from './find-faults.ts';

const integrity = 'sha512-x';

it.each<[object, object, number]>([
  [{ '': {}, 'node_modules/a': { version: '1.0.0', integrity } }, {}, 0],
  [{ 'node_modules/@rolecall/core': { resolved: 'packages/core', link: true } }, {}, 0],
  [{ 'packages/core': { version: '0.1.0' } }, {}, 0],
  [{ 'node_modules/a': { resolved: 'https://registry.example/a.tgz', integrity } }, {}, 1],
  [{ 'node_modules/a': { resolved: 'git+ssh://git@example/a.git#1', integrity } }, {}, 1],
  [{ 'node_modules/a': { version: '1.0.0' } }, {}, 1],
  [{ 'node_modules/a': { integrity, hasInstallScript: true } }, {}, 1],
  [{ 'node_modules/a': { integrity, hasInstallScript: true } }, { a: true }, 1],
  [{ 'node_modules/a': { integrity, hasInstallScript: true } }, { a: false }, 0],
  [
    { 'node_modules/b/node_modules/@s/a': { integrity, hasInstallScript: true } },
    { '@s/a': false },
    0,
  ],
  [{}, {}, 1],
])('%j with allowScripts %j', (packages, allowScripts, count) => {
  const faults = findLockfileFaults({ lockfile: { packages }, manifest: { allowScripts } });
  expect(faults).toHaveLength(count);
});

it.each([
  ['1.2.3', 0],
  ['1.2.3-beta.4', 0],
  ['^1.2.3', 1],
  ['~1.2.3', 1],
  ['1.2', 1],
  ['*', 1],
  ['latest', 1],
  ['github:owner/a', 1],
])('%s', (version, count) => {
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const manifest = { [field]: { a: version } };
    expect(findInexactVersions({ path: 'package.json', manifest })).toHaveLength(count);
  }
});
