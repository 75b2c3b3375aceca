import { generateKeyPairSync } from 'node:crypto';
import { verifyExport } from '@rolecall/audit';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readersOn } from '../../storage/readers.ts';
import type { Laws } from '../../storage/testing/database.fixture.ts';
import { now, person } from '../../storage/testing/records.fixture.ts';
import type { Stage } from '../../storage/testing/stage.fixture.ts';
import { exportEvents } from '../export-events.ts';
import { verifyChain } from '../verify-chain.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

export const chainLaws: Laws = (stage) => {
  test('an empty chain is intact', async () => {
    expect(await verifyChain(stage().store)).toMatchObject({ head: { sequence: 0 } });
    const lines = await exported(stage());
    expect(await verifyExport(lines, { publicKeys: [publicKey] })).toMatchObject({ events: 0 });
  });

  test('what many append at once is one chain without gaps', async () => {
    const { store } = stage();
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        store.transaction(async (tx) => {
          tx.audit(entry({ index }));
          tx.audit(entry(hostile));
          if (index % 10 === 0) throw new Error('undone');
        }),
      ).map((appending) => appending.catch(() => undefined)),
    );
    const verdict = await verifyChain(store);
    expect(verdict).toMatchObject({ kind: 'intact', head: { sequence: 108 } });
    const lines = await exported(stage());
    expect(await verifyExport(lines, { publicKeys: [publicKey] })).toMatchObject({
      kind: 'intact',
      events: 108,
    });
    const part = await exported(stage(), 100);
    expect(await verifyExport(part, { publicKeys: [publicKey], after: 100 })).toMatchObject({
      events: 8,
    });
    expect(await verifyExport(part, { publicKeys: [publicKey] })).toMatchObject({ why: 'missing' });
  });

  test.each([
    `update audit_events set "type" = 'x' where "sequence" = 1`,
    'delete from audit_events where "sequence" = 1',
    'truncate audit_events',
    'delete from audit_head',
  ])('the database refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(stage().database.sql)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('finds what somebody changed who could switch the triggers off', async () => {
    const { store, database } = stage();
    const tamper = async (...statements: readonly string[]) => {
      const trx = await database.sql.startTransaction().execute();
      try {
        await sql.raw('alter table audit_events disable trigger all').execute(trx);
        for (const statement of statements) await sql.raw(statement).execute(trx);
        const { auditEvents } = readersOn(trx);
        return await verifyChain({ auditEvents });
      } finally {
        await trx.rollback().execute();
      }
    };
    const at = (sequence: number, why: string) => ({ kind: 'broken', sequence, why });
    const { hash } = await store.auditEvents.head();
    expect(await tamper()).toMatchObject({ kind: 'intact' });
    expect(await tamper(`update audit_events set "subject" = 'x' where "sequence" = 9`)).toEqual(
      at(9, 'hash'),
    );
    expect(await tamper(`update audit_events set "accountId" = '1' where "sequence" = 9`)).toEqual(
      at(9, 'hash'),
    );
    expect(await tamper('delete from audit_events where "sequence" = 9')).toEqual(at(9, 'missing'));
    expect(await tamper('delete from audit_events where "sequence" > 9')).toEqual(
      at(10, 'missing'),
    );
    expect(
      await tamper(
        'delete from audit_events where "sequence" > 9',
        `update audit_head set "sequence" = 9`,
      ),
    ).toEqual(at(10, 'head'));
    expect(
      await tamper(
        'update audit_events set "sequence" = -9 where "sequence" = 9',
        'update audit_events set "sequence" = 9 where "sequence" = 10',
        'update audit_events set "sequence" = 10 where "sequence" = -9',
      ),
    ).toEqual(at(9, 'previous-hash'));
    expect(await verifyChain(store, [{ sequence: 108, hash: hash.replace(/./g, 'a') }])).toEqual(
      at(108, 'head'),
    );
    expect(await verifyChain(store, [{ sequence: 109, hash }])).toEqual(at(109, 'missing'));
  });
};

/** Text and numbers that databases and encodings like to change. */
const hostile = {
  nul: 'a\0b',
  half: '\ud800',
  pair: '\u{1f600}',
  quotes: `'"\\`,
  numbers: [0.1, 1e21, -0, 1e-7, 2 ** 53],
  '10': 1,
  '2': 2,
  nested: { b: [null, true, {}], a: '' },
};

function entry(data: typeof hostile | { readonly index: number }) {
  const subject = 'tests/\0\ud800';
  return { at: now, actor: person('a\0\udc00'), type: 'test', subject, accountId: null, data };
}

async function exported({ store }: Stage, after = 0): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportEvents(store, { after, key: privateKey, at: now })) {
    lines.push(line);
  }
  return lines;
}
