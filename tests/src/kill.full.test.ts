import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { journalEntrySchema, runsOf } from '@rolecall/core';
import { createSandbox, serveSandbox } from '@rolecall/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { account, createClock, openAccount } from './testing/account.fixture.ts';
import { essence } from './testing/convergence-laws.fixture.ts';
import { everyKind, everyKindScenario } from './testing/every-kind.fixture.ts';

const main = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const seed = Number(process.env.ROLECALL_SEED ?? 20261120);
const rounds = 8;

/** The same moments for the same seed (mulberry32). */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sandbox = createSandbox({
  accountId: account,
  scenario: everyKindScenario,
  now: () => new Date(),
});
let child: ChildProcess | undefined;
/** Calls until the process is killed, and whether the last one is still carried out. */
let kill: { in: number; readonly after: boolean } | undefined;

const served = await serveSandbox(
  {
    ...sandbox,
    handleHttp: async (request) => {
      if (kill === undefined) return sandbox.handleHttp(request);
      kill.in -= 1;
      if (kill.in > 0) return sandbox.handleHttp(request);
      const answer = kill.after ? await sandbox.handleHttp(request) : undefined;
      child?.kill('SIGKILL');
      if (answer === undefined) throw new Error('killed');
      return answer;
    },
  },
  { port: 0 },
);
afterAll(() => served.close());

async function run(cwd: string, ...args: readonly string[]): Promise<number | string> {
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: served.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    HOME: cwd,
    XDG_STATE_HOME: join(cwd, 'state'),
  };
  const started = spawn(process.execPath, [main, ...args], { cwd, env, stdio: 'ignore' });
  child = started;
  return new Promise((resolve) => {
    started.on('exit', (code, signal) => resolve(signal ?? code ?? -1));
  });
}

async function folderWith(manifest: string): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'rolecall-kill-'));
  await writeFile(join(cwd, 'rolecall.yaml'), manifest);
  return cwd;
}

async function runsIn(cwd: string) {
  const folder = join(cwd, 'state/rolecall/journal');
  const [file = ''] = await readdir(folder).catch(() => ['']);
  const text = file === '' ? '' : await readFile(join(folder, file), 'utf8');
  return runsOf(
    text
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => journalEntrySchema.parse(JSON.parse(line))),
  );
}

// A lease of a killed process lasts five minutes of this clock; `lease.test.ts` has another.
const apply = ['apply', 'plan.json', '--allow-replace', '--no-lease'];
let restore: () => void;
let calls: number;
let whole: unknown;
const seen = () => essence({ ...openAccount(), sandbox, clock: createClock() });

beforeAll(async () => {
  const before = await folderWith(everyKind.before);
  expect(await run(before, 'apply', '--yes')).toBe(0);
  restore = sandbox.save();
  const cwd = await folderWith(everyKind.after);
  expect(await run(cwd, 'plan', '--out', 'plan.json')).toBe(2);
  const from = sandbox.calls.length;
  expect(await run(cwd, ...apply)).toBe(0);
  calls = sandbox.calls.length - from;
  whole = await seen();
}, 120_000);

it('goes on to the end with the reviewed plan after kill -9 at any moment', async () => {
  const random = randomOf(seed);
  let begun = 0;
  for (let round = 0; round < rounds; round++) {
    restore();
    const cwd = await folderWith(everyKind.after);
    expect(await run(cwd, 'plan', '--out', 'plan.json')).toBe(2);
    const moment = 1 + Math.floor(random() * calls);
    kill = { in: moment, after: random() < 0.5 };
    const where = `round ${round}, call ${moment} of ${calls}, after: ${kill.after}`;
    expect(await run(cwd, ...apply), where).toBe('SIGKILL');
    kill = undefined;
    const killed = (await runsIn(cwd)).at(-1);
    if (killed) begun += 1;
    expect(killed?.ended, where).toBe(undefined);
    expect(await run(cwd, ...apply), where).toBe(0);
    expect(await seen(), where).toEqual(whole);
    expect(await run(cwd, 'plan'), where).toBe(0);
  }
  process.stdout.write(`Killed ${rounds} processes, ${begun} of them while they wrote.\n`);
  expect(begun).toBeGreaterThan(0);
}, 900_000);
