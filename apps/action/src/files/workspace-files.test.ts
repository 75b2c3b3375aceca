import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOfWorkspace } from './workspace-files.ts';

function workspace(files: Readonly<Record<string, string>>) {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'rolecall-')));
  const root = join(outer, 'repo');
  writeFileSync(join(outer, 'secret.yaml'), 'secret');
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { root, outer, files: filesOfWorkspace(root) };
}

const refused = { code: 'FILE_UNREADABLE' };

it('reads files, and says which are missing', async () => {
  const { files } = workspace({ 'iam/rolecall.yaml': 'version: 1' });
  expect(await files.find('iam/rolecall.yaml')).toBe('version: 1');
  expect(await files.find('./iam/../iam/rolecall.yaml')).toBe('version: 1');
  expect(await files.find('rolecall.yaml')).toBeUndefined();
  await expect(files.read('rolecall.yaml')).rejects.toMatchObject(refused);
});

it.each([
  '../secret.yaml',
  'iam/../../secret.yaml',
  '/etc/passwd',
  '..',
  '..\\secret.yaml',
  '.git/config',
  'iam/../.Git/config',
  'module/.git/config',
])('does not follow %j out', async (file) => {
  const { files } = workspace({ 'iam/a.yaml': '' });
  await expect(files.find(file)).rejects.toMatchObject(refused);
  await expect(files.list([file])).rejects.toMatchObject(refused);
  await expect(files.save(file, 'x')).rejects.toMatchObject(refused);
});

it('follows no links', async () => {
  const { root, outer, files } = workspace({ 'iam/a.json': '{}', 'rolecall.yaml': 'version: 1' });
  symlinkSync(join(outer, 'secret.yaml'), join(root, 'iam/link.json'));
  symlinkSync('a.json', join(root, 'iam/inner.json'));
  symlinkSync('nowhere', join(root, 'iam/dangling.json'));
  symlinkSync(outer, join(root, 'up'));
  for (const file of ['iam/link.json', 'iam/inner.json', 'iam/dangling.json', 'up/secret.yaml'])
    await expect(files.find(file)).rejects.toMatchObject(refused);
  for (const file of ['iam/link.json', 'iam/dangling.json', 'up/new.yaml', 'nowhere/new.yaml'])
    await expect(files.save(file, 'x')).rejects.toMatchObject(refused);
  expect(readFileSync(join(outer, 'secret.yaml'), 'utf8')).toBe('secret');
  expect(await files.list(['iam/*.json', 'up/*'])).toEqual(['iam/a.json']);
});

it('lists what matches once, sorted, and nothing of others', async () => {
  const { files } = workspace({
    'iam/b.json': '',
    'iam/deep/a.json': '',
    'iam/c.txt': '',
    '.git/x.json': '',
    'node_modules/p/y.json': '',
  });
  expect(await files.list(['iam/**/*.json', '**/*.json'])).toEqual([
    'iam/b.json',
    'iam/deep/a.json',
  ]);
});

it('refuses files that nobody wrote by hand', async () => {
  const { root, files } = workspace({ 'big.json': '' });
  truncateSync(join(root, 'big.json'), 50_000_000);
  await expect(files.find('big.json')).rejects.toMatchObject(refused);
});

it('takes no folder for a file', async () => {
  const { files } = workspace({ 'iam/a.json': '' });
  await expect(files.find('iam')).rejects.toMatchObject(refused);
});
