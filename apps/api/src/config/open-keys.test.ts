import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openKeys } from './open-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const none = { audit: null, sealing: null };
const pemOf = (keys: ReturnType<typeof openKeys>) =>
  keys.audit.export({ type: 'pkcs8', format: 'pem' });

describe('the keys of the service', () => {
  it('are made once, for their owner alone', () => {
    const first = openKeys({ ...none, folder }, { random: randomBytes });
    const second = openKeys({ ...none, folder }, { random: randomBytes });
    expect(pemOf(second)).toBe(pemOf(first));
    expect(second.sealing).toEqual(first.sealing);
    expect(first.audit.asymmetricKeyType).toBe('ed25519');
    for (const name of ['audit-key.pem', 'sealing-key'])
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it('are those given, where they are', () => {
    const made = openKeys({ ...none, folder: null }, { random: randomBytes });
    const given = { audit: String(pemOf(made)), sealing: [Buffer.alloc(32, 1)], folder };
    const keys = openKeys(given, { random: randomBytes });
    expect(pemOf(keys)).toBe(given.audit);
    expect(keys.sealing).toEqual(given.sealing);
  });
});
