import { expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const source = { kind: 'pglite', folder: 'memory://', production: true } as const;

test('is refused in production', async () => {
  await expect(openDatabase(source)).rejects.toMatchObject({ code: 'USAGE' });
});
