import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type AuditEvent, genesis, hashEvent, signHead } from '@rolecall/audit';
import { expect, it } from 'vitest';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

const service = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const at = '2026-11-21T10:00:00.000Z';

/** Texts that readers like to cut or to change. */
const reasons = ['plain', 'a\u2028b\u2029c', 'x'.repeat(200_000), '\u{1f600}"\\\n', 'last'];
const chain = chainOf(reasons);
const lines = [...chain.map((event) => JSON.stringify(event)), headOf(chain.length)];

const files = {
  'key.pem': pemOf(service.publicKey),
  'rotated.pem': pemOf(stranger.publicKey) + pemOf(service.publicKey),
  'stranger.pem': pemOf(stranger.publicKey),
  'kept.log': `{"level":30,"msg":"ready"}\n{"level":30,"auditHead":${signed(5)},"msg":"signed"}\n`,
  'early.json': `{"type":"audit.head","timestamp":"${at}","data":{"head":${signed(3)}}}`,
  'forged.json': signed(3, stranger.privateKey),
};

const folder = (exported: readonly string[]) =>
  folderOf({ ...files, 'audit.ndjson': exported.map((line) => `${line}\n`).join('') });

it.each([
  ['', 'not-checked', 0],
  ['--key key.pem', 'verified', 0],
  ['--key rotated.pem', 'verified', 0],
  ['--key key.pem --head kept.log', 'verified', 1],
  ['--key key.pem --head early.json', 'verified', 1],
])('finds an export intact with %j', async (options, signature, keptHeads) => {
  const cwd = await folder(lines);
  const line = `audit verify audit.ndjson ${options}`;
  expect(await runJson(line, { cwd })).toMatchObject({
    exitCode: 0,
    json: {
      verdict: 'intact',
      events: 5,
      head: { sequence: 5 },
      signature,
      keptHeads,
      broken: null,
    },
  });
  expect(await run(line, { cwd })).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('intact'),
  });
});

const forged = chainOf(reasons.with(1, 'forged'));
const rewritten = [...forged.map((event) => JSON.stringify(event)), headOf(5, service, forged)];
const shortened = [...lines.slice(0, 4), headOf(4)];

it.each<[string, readonly string[], string, { line: number; sequence: number; why: string }]>([
  [
    'a word changed',
    lines.with(1, (lines[1] ?? '').replace('"person"', '"machine"')),
    '--key key.pem',
    { line: 2, sequence: 2, why: 'hash' },
  ],
  ['a line taken out', lines.toSpliced(2, 1), '', { line: 3, sequence: 3, why: 'missing' }],
  [
    'two lines moved',
    lines.with(2, lines[3] ?? '').with(3, lines[2] ?? ''),
    '',
    { line: 3, sequence: 3, why: 'missing' },
  ],
  [
    'a line hashed anew',
    lines.with(1, JSON.stringify(forged[1])),
    '',
    { line: 3, sequence: 3, why: 'previous-hash' },
  ],
  ['no head', lines.slice(0, 5), '', { line: 6, sequence: 6, why: 'head-missing' }],
  [
    'a line cut off',
    [...lines.slice(0, 4), (lines[4] ?? '').slice(0, 50)],
    '',
    { line: 5, sequence: 5, why: 'unreadable' },
  ],
  ['another key', lines, '--key stranger.pem', { line: 6, sequence: 6, why: 'signature' }],
  [
    'the tail cut off and what is left signed',
    shortened,
    '--key key.pem --head kept.log',
    { line: 5, sequence: 5, why: 'missing' },
  ],
  [
    'all of it written anew',
    rewritten,
    '--key key.pem --head early.json',
    { line: 3, sequence: 3, why: 'head' },
  ],
])('finds %s', async (_what, exported, options, broken) => {
  const cwd = await folder(exported);
  const line = `audit verify audit.ndjson ${options}`;
  expect(await runJson(line, { cwd })).toMatchObject({
    exitCode: 2,
    json: { verdict: 'broken', events: null, broken },
  });
  const { exitCode, stdout } = await run(line, { cwd });
  expect(exitCode).toBe(2);
  expect(stdout).toContain(`audit.ndjson:${broken.line}:`);
});

it.each([
  ['shortened', shortened],
  ['written anew', rewritten],
])('cannot tell without a head that was kept that an export was %s', async (_what, exported) => {
  const cwd = await folder(exported);
  expect(await run('audit verify audit.ndjson --key key.pem', { cwd })).toMatchObject({
    exitCode: 0,
  });
});

it('takes an export that begins in the middle', async () => {
  const cwd = await folder(lines.slice(2));
  const whole = await runJson('audit verify audit.ndjson', { cwd });
  expect(whole.json.broken).toMatchObject({ line: 1, sequence: 1, why: 'missing' });
  const part = await runJson('audit verify audit.ndjson --after 2', { cwd });
  expect(part).toMatchObject({ exitCode: 0, json: { events: 3 } });
});

it.each([
  ['nowhere.ndjson', 'FILE_UNREADABLE'],
  ['audit.ndjson --key nowhere.pem', 'FILE_UNREADABLE'],
  ['audit.ndjson --key kept.log', 'PARAMETER_INVALID'],
  ['audit.ndjson --head key.pem', 'PARAMETER_INVALID'],
  ['audit.ndjson --key key.pem --head forged.json', 'PARAMETER_INVALID'],
  ['audit.ndjson --after x', 'USAGE'],
  ['', 'USAGE'],
])('refuses %j', async (line, code) => {
  const cwd = await folder(lines);
  expect(await errorOf(`audit verify ${line}`, { cwd })).toMatchObject({ exitCode: 1, code });
});

it('stops when it is told to', async () => {
  const cwd = await folder(lines);
  const { code } = await errorOf('audit verify audit.ndjson', { cwd, signal: AbortSignal.abort() });
  expect(code).toBe('INTERRUPTED');
});

function chainOf(texts: readonly string[]): readonly AuditEvent[] {
  let { sequence, hash } = genesis;
  return texts.map((reason) => {
    sequence += 1;
    const event = {
      sequence,
      at,
      actor: { kind: 'person', id: 'i|ada', name: 'Ada' },
      type: 'grant.revoked',
      subject: 'grants/g',
      accountId: null,
      data: { reason },
      previousHash: hash,
    } as const;
    hash = hashEvent(event);
    return { ...event, hash };
  });
}

function signed(
  sequence: number,
  key: KeyObject = service.privateKey,
  events: readonly AuditEvent[] = chain,
): string {
  const { hash } = events[sequence - 1] ?? genesis;
  return JSON.stringify(signHead({ sequence, hash }, { key, at }));
}

function headOf(
  sequence: number,
  { privateKey } = service,
  events: readonly AuditEvent[] = chain,
): string {
  return `{"signedHead":${signed(sequence, privateKey, events)}}`;
}

function pemOf(key: KeyObject): string {
  return String(key.export({ format: 'pem', type: 'spki' }));
}
