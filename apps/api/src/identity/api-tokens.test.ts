import { hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../model/records.ts';
import {
  type ApiTokenInput,
  type ApiTokenRecord,
  createApiTokenVerifier,
  mintApiToken,
} from './api-tokens.ts';
import { Unauthenticated } from './unauthenticated.ts';

const start = new Date('2026-11-21T09:30:00Z');
const ada: Actor = { kind: 'person', id: 'https://id.example.com|ada', name: 'Ada' };
const id = '01997f3e-1c00-7abc-8def-0123456789ab';
const digits = '01997f3e1c007abc8def0123456789ab';
const input: ApiTokenInput = {
  id,
  name: 'Portal',
  roles: ['machine'],
  scopes: null,
  createdBy: ada,
  expiresAt: '2026-12-21T00:00:00Z',
};

function setUp(
  more: Partial<ApiTokenInput> = {},
  change: Partial<ApiTokenRecord> = {},
  freshMs = 5_000,
) {
  const clock = { now: start };
  const now = () => clock.now;
  const { token, record } = mintApiToken({ ...input, ...more }, { random: randomBytes, now });
  const stored = { record: { ...record, ...change } };
  const touched: string[] = [];
  const found: string[] = [];
  const store = {
    get: async (asked: string) => {
      found.push(asked);
      return asked === id ? stored.record : undefined;
    },
    noteUse: async (_id: string, at: string) => {
      touched.push(at);
      stored.record = { ...stored.record, lastUsedAt: at };
    },
  };
  const verifier = createApiTokenVerifier({ store, now, freshMs });
  return { clock, token, record, stored, touched, found, ...verifier };
}

const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'authenticated',
    (error: unknown) => {
      if (error instanceof Unauthenticated) return `${error.code}: ${error.reason}`;
      throw error;
    },
  );

describe('making one', () => {
  test('takes its secret from the randomness given', () => {
    const random = (count: number) => new Uint8Array(count).fill(255);
    const { token, record } = mintApiToken(input, { random, now: () => start });
    expect(token).toBe(`rc_${digits}_${'_'.repeat(42)}8`);
    expect(record).toEqual({
      id,
      name: 'Portal',
      hash: hash('sha256', token, 'base64url'),
      actor: { kind: 'machine', id: `token:${id}`, name: 'Portal' },
      roles: ['machine'],
      groups: [],
      scopes: null,
      createdBy: ada,
      createdAt: '2026-11-21T09:30:00.000Z',
      expiresAt: '2026-12-21T00:00:00Z',
      revokedAt: null,
      lastUsedAt: null,
    });
  });

  test('keeps the secret out of the record', () => {
    const { token, record } = setUp();
    expect(JSON.stringify(record)).not.toContain(token.slice(-43));
  });
});

describe('verifying one', () => {
  test('of a machine', async () => {
    const { verify, token, record } = setUp({ scopes: ['grants:read'] });
    expect(await verify(token)).toEqual({
      actor: record.actor,
      roles: ['machine'],
      groups: [],
      scopes: ['grants:read'],
      tokenId: record.id,
    });
  });

  test('of a person, who has no roles by it', async () => {
    const person = { actor: ada, groups: ['platform'] };
    const { verify, token } = setUp({ person, roles: ['administrator'] });
    expect(await verify(token)).toMatchObject({ actor: ada, roles: [], groups: ['platform'] });
  });

  const refused: readonly (readonly [string, Partial<ApiTokenRecord>, string])[] = [
    ['revoked', { revokedAt: start.toISOString() }, 'credentials-invalid: revoked'],
    ['expired', { expiresAt: start.toISOString() }, 'credentials-expired: expired'],
    ['expired at no time', { expiresAt: 'never' }, 'credentials-expired: expired'],
    ['of another secret', { hash: 'A'.repeat(43) }, 'credentials-invalid: unknown-token'],
    ['of no secret', { hash: '' }, 'credentials-invalid: unknown-token'],
  ];
  test.each(refused)('%s', async (_, change, reason) => {
    const { verify, token } = setUp({}, change);
    expect(await reasonOf(verify(token))).toBe(reason);
  });

  test('that is not known, or none', async () => {
    const { verify, found } = setUp();
    const unknown = `rc_${'0'.repeat(32)}_${'A'.repeat(43)}`;
    expect(await reasonOf(verify(unknown))).toBe('credentials-invalid: unknown-token');
    found.length = 0;
    for (const text of ['rc_', 'rc__', `${unknown}A`, unknown.toUpperCase(), ` ${unknown}`]) {
      expect(await reasonOf(verify(text))).toBe('credentials-invalid: malformed');
    }
    expect(found).toEqual([]);
  });

  test('no change of one gets in, remembered or not', async () => {
    const { verify, token } = setUp();
    await verify(token);
    const changes = fc.record({
      at: fc.nat({ max: token.length }),
      cut: fc.nat({ max: 2 }),
      put: fc.string({ maxLength: 2, unit: fc.constantFrom(...'abf019_-AQgw') }),
    });
    await fc.assert(
      fc.asyncProperty(changes, async ({ at, cut, put }) => {
        const changed = token.slice(0, at) + put + token.slice(at + cut);
        fc.pre(changed !== token);
        expect(await reasonOf(verify(changed))).toMatch(/^credentials-invalid: /);
      }),
      { numRuns: 1_000, seed: 20261121 },
    );
  });
});

describe('the record', () => {
  test('is read every time unless told otherwise', async () => {
    const { verify, token, stored } = setUp({}, {}, 0);
    await verify(token);
    stored.record = { ...stored.record, revokedAt: start.toISOString() };
    expect(await reasonOf(verify(token))).toBe('credentials-invalid: revoked');
  });

  test('is remembered for as long as told', async () => {
    const { verify, token, found, clock } = setUp();
    await verify(token);
    clock.now = new Date(start.getTime() + 4_999);
    await verify(token);
    expect(found).toHaveLength(1);
    clock.now = new Date(start.getTime() + 5_000);
    await verify(token);
    expect(found).toHaveLength(2);
  });

  test('is read again when it was changed here', async () => {
    const { verify, token, record, stored, forget } = setUp();
    await verify(token);
    stored.record = { ...stored.record, revokedAt: start.toISOString() };
    expect(await reasonOf(verify(token))).toBe('authenticated');
    forget(record.id);
    expect(await reasonOf(verify(token))).toBe('credentials-invalid: revoked');
  });

  test('ends while it is remembered', async () => {
    const { verify, token, clock } = setUp({ expiresAt: '2026-11-21T09:30:02Z' });
    expect(await reasonOf(verify(token))).toBe('authenticated');
    clock.now = new Date('2026-11-21T09:30:02Z');
    expect(await reasonOf(verify(token))).toBe('credentials-expired: expired');
  });

  test('says in which hour it was used last', async () => {
    const { verify, token, touched, clock } = setUp();
    for (const minutes of [0, 10, 29, 31, 40]) {
      clock.now = new Date(start.getTime() + minutes * 60_000);
      await verify(token);
    }
    expect(touched).toEqual(['2026-11-21T09:00:00.000Z', '2026-11-21T10:00:00.000Z']);
  });

  test('of a refused one is not touched', async () => {
    const { verify, token, touched } = setUp({}, { revokedAt: start.toISOString() });
    await reasonOf(verify(token));
    expect(touched).toEqual([]);
  });
});
