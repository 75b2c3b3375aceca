import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAccount } from './testing/account.fixture.ts';
import { openSecrets, readKept, type SecretsAccount } from './testing/secrets.fixture.ts';
import {
  breachesAt,
  custodian,
  liveIn,
  liveKeys,
  manifest,
  second,
} from './testing/secrets-crash.fixture.ts';

let whole: SecretsAccount;
beforeAll(async () => {
  whole = await openSecrets();
  await whole.apply(manifest);
});

describe('passwords and keys', () => {
  it('are handed over encrypted, to each of the recipients, and to nobody else', async () => {
    for (const identity of [custodian, second]) {
      const kept = await readKept(whole.folder, identity);
      const [key] = await liveKeys(whole);
      expect([...kept.keys()].sort()).toEqual([
        `111122223333.ada.access-key-${key}.age`,
        '111122223333.ada.password.age',
      ]);
      expect(JSON.parse(kept.get('111122223333.ada.password.age') ?? '')).toMatchObject({
        user: 'ada',
        password: liveIn(whole).password,
        signInUrl: 'https://111122223333.signin.aws.amazon.com/console',
        switchRoles: [{ role: 'SupportUserRole' }],
      });
    }
    expect((await stat(whole.folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(whole.folder)) {
      expect((await stat(join(whole.folder, name))).mode & 0o777).toBe(0o600);
    }
    expect(await whole.plan(manifest)).toMatchObject({ changes: [] });
  });

  it('stand nowhere else in what a run writes or says', async () => {
    expect(whole.secrets.size).toBe(2);
    const plan = JSON.stringify(await whole.plan(manifest));
    for (const secret of whole.secrets) {
      for (const text of [whole.said(), plan]) expect(text).not.toContain(secret);
      for (const name of await readdir(whole.folder)) {
        expect(await readFile(join(whole.folder, name), 'utf8')).not.toContain(secret);
      }
    }
  });
});

describe('a process that dies', () => {
  // Every step, and other mishaps: secrets-crash.full.test.ts.
  const tricky = [
    'keep',
    'settle',
    'CreateLoginProfile',
    'CreateAccessKey',
    'TagUser',
    'UntagUser',
  ];
  it.each(tricky)('after %s loses no secret, and leaves none live', async (name) => {
    const places = whole.steps.flatMap((step, index) => (step === name ? [index + 1] : []));
    expect(places.length).toBeGreaterThan(0);
    for (const at of places) expect(await breachesAt(at, 'dies-after')).toEqual([]);
  });
});

it('are refused, before anything is written, where nothing can hand them over', async () => {
  // The account as the action and the service open it.
  const { apply, writes, plan } = openAccount();
  await expect(apply(manifest)).rejects.toMatchObject({ code: 'SECRETS_REFUSED' });
  expect(writes()).toEqual([]);
  expect((await plan(manifest)).changes).toHaveLength(1);
});
