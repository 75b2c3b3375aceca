import { RolecallError } from '@rolecall/core';
import { Command, InvalidArgumentError } from 'commander';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface SandboxOptions {
  readonly port: number;
  readonly scenario: string;
  readonly id?: string;
}

export function sandboxCommand(context: CommandContext): Command {
  const command = new Command('sandbox')
    .description('Serve an AWS account in memory, for this tool, the aws CLI and SDKs.')
    .option('--port <port>', 'port on 127.0.0.1; 0 takes a free one', parsePort, 0)
    .option('--scenario <name|file>', 'what is in the account at the start', 'untouched')
    .option('--id <account>', 'the account id, 12 digits', parseId);
  return withExamples(runs<SandboxOptions>(command, context, sandbox), [
    'rolecall sandbox --scenario neglected',
    'rolecall sandbox --port 4566 --scenario ./my-account.yaml',
  ]);
}

/** Serves until Ctrl-C. */
async function sandbox(invocation: Invocation<SandboxOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { createSandbox, serveSandbox } = await import('@rolecall/sandbox');
  const { loadScenario } = await import('../account/load-scenario.ts');
  const { sandboxCredentials } = await import('../account/sandbox-clients.ts');
  const account = createSandbox({
    now: environment.now,
    scenario: await loadScenario(environment.cwd, options.scenario),
    ...(options.id !== undefined && { accountId: options.id }),
  });
  const served = await serveSandbox(account, { port: options.port }).catch((cause: unknown) => {
    throw portTaken(options.port, cause);
  });
  const { accessKeyId, secretAccessKey } = sandboxCredentials;
  const variables = {
    AWS_ENDPOINT_URL: served.url,
    AWS_REGION: 'us-east-1',
    // What version 1 of the aws CLI reads.
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  const { accountId, partition } = account;
  presenter.value({ url: served.url, port: served.port, account: accountId, partition, variables });
  presenter.say([
    `# Account ${accountId}, scenario ${options.scenario}. In another terminal:`,
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${value}`),
    'rolecall check',
    'aws iam list-roles',
  ]);
  await presenter.close();
  presenter.note('Serving until Ctrl-C.');
  await untilStopped(environment.signal);
  await served.close();
  return 0;
}

function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

function portTaken(port: number, cause: unknown): RolecallError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RolecallError('USAGE', `Port ${port} cannot be served: ${reason}.`, {
    hint: 'Leave --port out to take a free one.',
    cause,
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

function parseId(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new InvalidArgumentError('An account id has 12 digits.');
}
