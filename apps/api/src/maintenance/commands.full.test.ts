import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEndpointSecret } from '../notify/endpoint-secrets.ts';
import { createSealer } from '../notify/sealer.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { now } from '../storage/testing/records.fixture.ts';
import { closeStage, stageOn } from '../storage/testing/stage.fixture.ts';
import { runMain } from './testing/run-main.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-commands-'));
const [old, fresh] = [randomBytes(32), randomBytes(32)];
const given = (...keys: readonly Buffer[]) => ({
  ROLECALL_DATA: folder,
  ROLECALL_SEALING_KEYS: keys.map((key) => key.toString('base64')).join(),
});

beforeAll(async () => {
  const stage = await stageOn(await openDatabase({ kind: 'pglite', folder }));
  const sealer = createSealer([old], { random: randomBytes });
  const { sealed: secret } = newEndpointSecret('e-1', { sealer, random: randomBytes });
  const row = { id: 'e-1', url: 'https://hooks.example/', events: [], secret, state: 'enabled' };
  await stage.store.transaction((tx) =>
    tx.webhookEndpoints.insert({ ...row, state: 'enabled', revision: 1, createdAt: now }),
  );
  await closeStage(stage);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('seals anew, and says whether the old key may go', async () => {
  expect(await runMain(['reseal'], given(fresh))).toMatchObject({ code: 3 });
  expect(await runMain(['reseal'], given(fresh, old))).toMatchObject({ code: 0 });
  expect(await runMain(['reseal'], given(fresh))).toMatchObject({ code: 0 });
});

it.each([
  [['up'], 2],
  [['verify-audit', join(folder, 'nowhere')], 1],
  [['verify-audit', join(folder, 'empty.log')], 1],
])('%j ends with %i', async (args, code) => {
  writeFileSync(join(folder, 'empty.log'), 'no head\n');
  const outcome = await runMain(args, given(fresh));
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).not.toMatch(/\n {4}at /);
});
