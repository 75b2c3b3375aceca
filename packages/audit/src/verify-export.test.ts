import { generateKeyPairSync } from 'node:crypto';
import type { Json } from '@rolecall/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditEvent } from './audit-event.ts';
import { type AuditHead, genesis } from './audit-head.ts';
import { hashEvent } from './hash-event.ts';
import { signHead } from './sign-head.ts';
import { verifyExport } from './verify-export.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicKeys = [publicKey];
const at = '2026-11-21T10:00:00.000Z';

const data = fc.json().map((text): Json => JSON.parse(text));
const tamperings = [
  'subject',
  'data',
  'actor',
  'account',
  'rehashed',
  'removed',
  'doubled',
  'swapped',
] as const;
type Tampering = (typeof tamperings)[number];

const chains = fc
  .array(fc.record({ type: fc.string(), subject: fc.string(), data }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((entries) => chainOf(entries));

test('a chain that nobody touched is intact', async () => {
  await fc.assert(
    fc.asyncProperty(chains, async (chain) => {
      const verdict = await verifyExport(linesOf(chain), { publicKeys });
      expect(verdict).toMatchObject({ kind: 'intact', events: chain.length });
    }),
  );
});

test('any one event changed, removed, moved or put in is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      chains,
      fc.constantFrom(...tamperings),
      fc.nat(),
      async (chain, how, where) => {
        const index = where % chain.length;
        const changed = tamper(chain, how, index);
        const verdict = await verifyExport(
          [...changed.map((event) => JSON.stringify(event)), headLine(chain.at(-1) ?? genesis)],
          { publicKeys },
        );
        expect(verdict).toMatchObject({ kind: 'broken' });
      },
    ),
    { numRuns: 500, seed: 20261121 },
  );
});

test('a chain rewritten to its end does not fit the head that was signed', async () => {
  const entries = [1, 2, 3].map((value) => ({ type: 't', subject: 's', data: value }));
  const chain = chainOf(entries);
  const forged = chainOf(entries.with(1, { type: 't', subject: 'forged', data: 2 }));
  const lines = [...forged.map((event) => JSON.stringify(event)), headLine(chain[2] ?? genesis)];
  expect(await verifyExport(lines, { publicKeys })).toEqual({
    kind: 'broken',
    sequence: 4,
    why: 'head',
    line: 4,
  });
});

const chain = chainOf([1, 2, 3].map((value) => ({ type: 't', subject: 's', data: value })));
const lines = linesOf(chain);
const other = generateKeyPairSync('ed25519');

test.each([
  ['cut off before the head', lines.slice(0, 3), 4, 'head-missing', 4],
  ['cut off at an event', [...lines.slice(0, 2), headLine(chain[2])], 3, 'missing', 3],
  ['an older head', [...lines.slice(0, 3), headLine(chain[1])], 4, 'head', 4],
  ['a head of another key', [...lines.slice(0, 3), headLine(chain[2], other)], 4, 'signature', 4],
  ['more behind the head', [...lines, lines[0] ?? ''], 4, 'unreadable', 5],
  ['no JSON', [lines[0] ?? '', '', '{', ...lines.slice(1)], 2, 'unreadable', 3],
  ['half a line', [...lines.slice(0, 2), lines[2]?.slice(0, 40) ?? ''], 3, 'unreadable', 3],
  [
    'a member that is not covered',
    [(lines[0] ?? '').replace('{', '{"x":1,'), ...lines],
    1,
    'unreadable',
    1,
  ],
  ['nothing', [], 1, 'head-missing', 1],
] as const)('finds %s', async (_what, changed, sequence, why, line) => {
  const verdict = await verifyExport(changed, { publicKeys });
  expect(verdict).toEqual({ kind: 'broken', sequence, why, line });
});

test.each([
  ['the tail cut off and the rest signed', 2, [chain[2]], { why: 'missing', sequence: 3, line: 3 }],
  ['the same head', 3, [chain[2]], { kind: 'intact' }],
  ['an older head', 3, [chain[0], chain[1]], { kind: 'intact' }],
  ['a head of another chain', 3, [{ sequence: 2, hash: 'x' }], { why: 'head', line: 2 }],
] as const)(
  'holds an export against a head kept outside: %s',
  async (_what, length, kept, found) => {
    const witnessed = kept.filter((head) => head !== undefined);
    const shown = linesOf(chain.slice(0, length));
    expect(await verifyExport(shown, { publicKeys, witnessed })).toMatchObject(found);
  },
);

test('holds what an export begins behind against a head kept outside', async () => {
  const found = async (hash = '') =>
    verifyExport(lines.slice(1), { publicKeys, after: 1, witnessed: [{ sequence: 1, hash }] });
  expect(await found(chain[0]?.hash)).toMatchObject({ kind: 'intact' });
  expect(await found('x')).toMatchObject({ kind: 'broken', why: 'head', line: 1 });
});

test('says nothing about who signed where there is no key', async () => {
  const signed = [...lines.slice(0, 3), headLine(chain[2], other)];
  expect(await verifyExport(signed, { publicKeys: undefined })).toMatchObject({ kind: 'intact' });
});

test('reads an export that begins in the middle', async () => {
  expect(await verifyExport(lines.slice(1), { publicKeys, after: 1 })).toMatchObject({
    kind: 'intact',
    events: 2,
  });
});

type Entry = Pick<AuditEvent, 'type' | 'subject' | 'data'>;

function chainOf(entries: readonly Entry[]): readonly AuditEvent[] {
  let { sequence, hash }: AuditHead = genesis;
  return entries.map((entry) => {
    sequence += 1;
    const event = {
      ...entry,
      sequence,
      at,
      actor: { kind: 'person', id: 'i|ada', name: 'Ada' },
      accountId: null,
      previousHash: hash,
    } as const;
    hash = hashEvent(event);
    return { ...event, hash };
  });
}

function linesOf(events: readonly AuditEvent[]): readonly string[] {
  return [...events.map((event) => JSON.stringify(event)), headLine(events.at(-1))];
}

function headLine(head: AuditHead = genesis, key = { privateKey }): string {
  const { sequence, hash } = head;
  return JSON.stringify({ signedHead: signHead({ sequence, hash }, { key: key.privateKey, at }) });
}

function tamper(events: readonly AuditEvent[], how: Tampering, index: number) {
  const event = events[index];
  if (event === undefined) throw new Error('no such event');
  const changedTo = (changed: AuditEvent) => events.with(index, changed);
  switch (how) {
    case 'subject':
      return changedTo({ ...event, subject: `${event.subject}!` });
    case 'data':
      return changedTo({ ...event, data: [event.data] });
    case 'actor':
      return changedTo({ ...event, actor: { ...event.actor, name: 'Eve' } });
    case 'account':
      return changedTo({ ...event, accountId: '111122223333' });
    case 'rehashed': {
      const forged = { ...event, type: `${event.type}!` };
      return changedTo({ ...forged, hash: hashEvent(forged) });
    }
    case 'removed':
      return events.toSpliced(index, 1);
    case 'doubled':
      return events.toSpliced(index, 0, event);
    case 'swapped':
      return events.with(index, events.at(index - 1) ?? event).with(index - 1, event);
    default:
      return how satisfies never;
  }
}
