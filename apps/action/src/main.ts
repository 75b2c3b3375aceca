import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { RolecallError } from '@rolecall/core';
import { readEvent, readRepository } from './run/event.ts';
import { failureOf } from './run/failure.ts';
import { readInputs } from './run/inputs.ts';
import { requireFitting } from './run/require-fitting.ts';
import type { Run } from './run/run.ts';
import { createRunner, type Runner } from './run/runner.ts';

// The only file that touches the process.
const { env } = process;
// HTTP_PROXY and its kin hold for every request.
http.setGlobalProxyFromEnv?.(env);
const runner = createRunner(env);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

try {
  const asked = await readRun(runner);
  // Whoever refuses to run need not wait until all the rest is loaded.
  const { filesOfWorkspace, openGitHub, runAction } = await import('./work.ts');
  await runAction({
    ...asked.run,
    workspace: filesOfWorkspace(asked.run.root),
    github: openGitHub(asked.token, asked.run.repository, asked.run),
  });
} catch (error) {
  reportFailure(error);
}
// Connections that are kept alive would hold the process for minutes.
process.exit();

interface Asked {
  readonly token: string;
  readonly run: Omit<Run, 'workspace' | 'github'>;
}

async function readRun(to: Runner): Promise<Asked> {
  const inputs = readInputs(to.input);
  const payload = await readPayload(env.GITHUB_EVENT_PATH);
  const ref = required('GITHUB_REF');
  const event = readEvent(required('GITHUB_EVENT_NAME'), payload, ref);
  const repository = readRepository(payload);
  requireFitting({ inputs, event, repository });
  if (inputs.githubToken === undefined) {
    throw new RolecallError('USAGE', 'The input "github-token" is empty.', {
      hint: 'Leave it out: the token of the workflow is taken then.',
    });
  }
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(inputs.timeout)]);
  const sleep = (ms: number) => delay(ms, undefined, { signal }).catch(() => {});
  const runId = Number(env.GITHUB_RUN_ID ?? 0);
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const slug = required('GITHUB_REPOSITORY');
  const root = env.GITHUB_WORKSPACE ?? process.cwd();
  const run = {
    inputs,
    event,
    repository,
    sha: required('GITHUB_SHA'),
    runId,
    url: runId > 0 ? `${serverUrl}/${slug}/actions/runs/${runId}` : undefined,
    serverUrl,
    temp: env.RUNNER_TEMP ?? tmpdir(),
    root,
    runner: to,
    region: inputs.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION,
    now: () => new Date(),
    sleep,
    signal,
  };
  return { token: inputs.githubToken, run };
}

function required(name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new RolecallError('USAGE', `${name} is not set.`, {
    hint: 'The action runs in a workflow of GitHub Actions, which sets it.',
  });
}

async function readPayload(file: string | undefined): Promise<unknown> {
  if (file === undefined || file === '') required('GITHUB_EVENT_PATH');
  return JSON.parse(await readFile(file ?? '', 'utf8'));
}

/** Before there is a run: the inputs or the event are wrong. A defect of ours shows where it is. */
function reportFailure(error: unknown): void {
  try {
    const { failure, problems } = failureOf(error);
    for (const { message } of problems) runner.say(message);
    runner.output('failure-reason', failure.reason);
    runner.fail(`${failure.reason}: ${failure.message} ${failure.hint ?? ''}`.trim());
  } catch (defect) {
    runner.say(defect instanceof Error ? (defect.stack ?? defect.message) : String(defect));
    runner.fail('Rolecall has a defect here; the log shows where. Please report it.');
  }
}
