import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const source = { kind: 'pglite', folder: 'memory://', production: true } as const;

test('is refused in production', async () => {
  await expect(openDatabase(source)).rejects.toMatchObject({ code: 'USAGE' });
});

test('is closed to others in a folder that is open to them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-pglite-'));
  try {
    chmodSync(folder, 0o755);
    const database = await openDatabase({ kind: 'pglite', folder });
    await database.close();
    expect(statSync(join(folder, 'database')).mode & 0o777).toBe(0o700);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['a file stands in its place', (own: string) => writeFileSync(own, ''), 'EEXIST'],
  [
    'it is of another version',
    (own: string) => {
      mkdirSync(own);
      writeFileSync(join(own, 'PG_VERSION'), '9.6');
    },
    'FILE_UNREADABLE',
  ],
])('says so where it cannot be opened, and lets go of the folder: %s', async (_, spoil, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-pglite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  spoil(join(folder, 'database'));
  for (const _again of [1, 2])
    await expect(openDatabase({ kind: 'pglite', folder })).rejects.toMatchObject({ code });
});
