import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'rolecall-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('makes what is missing on the way, for its owner only, and takes what is there', () => {
  const folder = join(root, 'a', 'b');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it.each([
  ['a file stands there', () => join(root, 'file'), 'EEXIST'],
  ['a file stands above it', () => join(root, 'file', 'x'), 'EEXIST'],
])('says so where there can be none: %s', (_, folder, code) => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(folder())).toThrow(expect.objectContaining({ code }));
});

it('comes back where nothing can be made', ({ skip }) => {
  skip(!existsSync('/proc/self'), 'there is no /proc, where nobody can make a folder');
  for (const folder of ['/proc/rolecall', '/proc/rolecall/data'])
    expect(() => makeFolder(folder)).toThrow(expect.objectContaining({ syscall: 'mkdir' }));
});
