import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientOptions } from '@rolecall/aws';
import { builtinScenarios, createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import type { Environment } from '../environment.ts';
import { runCli } from '../run-cli.ts';

export const testNow = () => new Date('2026-11-21T10:00:00Z');

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Environment['env'];
  readonly aws?: ClientOptions;
  /** Makes everything a terminal; its lines are what a person types. */
  readonly typed?: readonly string[];
  readonly columns?: number;
  readonly signal?: AbortSignal;
  readonly onOutput?: (text: string) => void;
  readonly now?: () => Date;
}

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in process; words are split at spaces. */
export async function run(line: string, options: RunOptions = {}): Promise<Ran> {
  const { typed, columns, onOutput = () => {} } = options;
  const cwd = options.cwd ?? tmpdir();
  const lines = [...(typed ?? [])];
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: typed !== undefined,
    columns,
    write: (text: string) => {
      written[name] += text;
      onOutput(text);
    },
  });
  const exitCode = await runCli({
    argv: line.split(' ').filter(Boolean),
    // Where nothing is kept from one test for another.
    env: { XDG_STATE_HOME: join(cwd, `state-${randomUUID()}`), ...options.env },
    cwd,
    nodeVersion: 'v24.21.0',
    stdin: { isTTY: typed !== undefined, readLine: () => Promise.resolve(lines.shift()) },
    stdout: output('stdout'),
    stderr: output('stderr'),
    now: options.now ?? testNow,
    sleep: () => Promise.resolve(),
    signal: options.signal ?? new AbortController().signal,
    aws: options.aws ?? {},
  });
  return { exitCode, ...written };
}

/** Runs with --json; stdout must be one JSON value. */
export async function runJson(line: string, options: RunOptions = {}) {
  const ran = await run(`${line} --json`, options);
  return { ...ran, json: JSON.parse(ran.stdout) };
}

/** The code of the error that --json tells. */
export async function errorOf(line: string, options: RunOptions = {}) {
  const { exitCode, json } = await runJson(line, options);
  return { exitCode, ...json.error };
}

export async function sandboxOf(
  scenario: keyof typeof builtinScenarios,
  options: Partial<Parameters<typeof createSandbox>[0]> = {},
): Promise<Sandbox> {
  const text = await readFile(builtinScenarios[scenario], 'utf8');
  return createSandbox({ now: testNow, scenario: parseScenario(text, scenario), ...options });
}

/** The sandbox in the place of AWS; it lasts over several runs. */
export function inPlaceOfAws({ requestHandler }: Pick<Sandbox, 'requestHandler'>): ClientOptions {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' };
  return { region: 'us-east-1', credentials, requestHandler, maxAttempts: 1 };
}

/** A new folder with these files in it. */
export async function folderOf(files: { readonly [name: string]: string } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** A manifest of one role, with more beneath it. */
export function manifestOf(body = ''): string {
  return `version: 1
scope: platform
account: '111122223333'
roles:
  builder:
    trust:
      Statement:
        Effect: Allow
        Principal: { Service: codebuild.amazonaws.com }
        Action: sts:AssumeRole
    managedPolicies: [ReadOnlyAccess]
${body}`;
}
