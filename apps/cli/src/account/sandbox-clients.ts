import type { ClientOptions } from '@rolecall/aws';
import { findPartition } from '@rolecall/policy';
import type { Environment } from '../environment.ts';

export interface SandboxClientsInput {
  readonly environment: Pick<Environment, 'cwd' | 'now'>;
  /** Name or file. */
  readonly scenario: string;
  readonly manifest?: { readonly account: string; readonly partition: string } | undefined;
}

/** Clients of an account in memory, which lasts as long as they do. */
export async function sandboxClients(input: SandboxClientsInput): Promise<ClientOptions> {
  const { environment, manifest } = input;
  const { createSandbox } = await import('@rolecall/sandbox');
  const { loadScenario } = await import('./load-scenario.ts');
  const scenario = await loadScenario(environment.cwd, input.scenario);
  const sandbox = createSandbox({
    now: environment.now,
    scenario,
    ...(manifest && { accountId: manifest.account, partition: manifest.partition }),
  });
  return {
    region: findPartition(sandbox.partition)?.iamRegion ?? 'us-east-1',
    credentials: sandboxCredentials,
    requestHandler: sandbox.requestHandler,
  };
}

/** A sandbox takes any; these say what they are. */
export const sandboxCredentials = {
  accessKeyId: 'AKIASANDBOXSANDBOX00',
  secretAccessKey: 'sandbox',
};
