import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { describeMistakes } from './config/config-mistake.ts';
import { describeFailure } from './config/describe-failure.ts';
import { readConfig } from './config/read-config.ts';
import { readCommand, usage } from './maintenance/command.ts';
import { runCommand } from './maintenance/run-command.ts';
import { type RunningService, startService } from './service.ts';
import { describeStart } from './work/describe-start.ts';
import { wireHandlers, wireUseCases } from './work/wire-parts.ts';

// The only file that touches the process.

const exitCodes = { done: 0, failed: 1, misconfigured: 2, attention: 3 } as const;

/** For a platform that waits a little longer than we ask for ourselves. */
const graceMs = 5_000;

const readFile = (path: string): string => readFileSync(path, 'utf8');
const command = readCommand(process.argv.slice(2));
if (command === undefined) {
  process.stderr.write(usage);
  process.exit(exitCodes.misconfigured);
}
const holdsNoKeys = command.kind === 'migrate' || command.kind === 'dead-letters';
const purpose = holdsNoKeys ? 'migrate' : 'service';
const reading = readConfig({ env: process.env, readFile }, purpose);
if (reading.kind === 'mistakes') {
  process.stderr.write(`The service cannot start:\n${describeMistakes(reading.mistakes)}\n`);
  process.exit(exitCodes.misconfigured);
}
const { config, unknown } = reading;
if (unknown.length > 0) {
  process.stderr.write(`Not a variable of the service: ${unknown.join(', ')}\n`);
}

if (command.kind !== 'serve') {
  try {
    const { kind, text } = await runCommand(command, config, { now: () => new Date(), readFile });
    process.stdout.write(text);
    process.exit(exitCodes[kind]);
  } catch (error) {
    fail(error);
  }
}

const document: object = JSON.parse(
  readFileSync(
    new URL('../../../packages/contract/src/document.gen.json', import.meta.url),
    'utf8',
  ),
);
const parts = {
  document,
  yaml: readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8'),
  createHandlers: wireHandlers,
  createUseCases: wireUseCases,
};
const environment = {
  now: () => new Date(),
  sleep: (ms: number) => delay(ms),
  aws: {},
};

// Begun before it is awaited: a signal while it starts closes what was opened.
const starting: Promise<RunningService> = startService(config, environment, parts);
closeWithGrace({ delay: config.stopMs + graceMs }, async ({ err }) => {
  if (err !== undefined) process.stderr.write(`${err.stack ?? err.message}\n`);
  const service = await starting.catch(() => undefined);
  await service?.close();
});

try {
  const { url, trialTokens } = await starting;
  process.stderr.write(describeStart({ url, trialTokens, config }));
} catch (error) {
  fail(error);
}

/** @throws the error itself, where it is nothing that who started this could mend */
function fail(error: unknown): never {
  const text = describeFailure(error, config);
  if (text === undefined) throw error;
  process.stderr.write(text);
  process.exit(exitCodes.failed);
}
