import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
