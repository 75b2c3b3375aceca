import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { AwsClients } from '@rolecall/aws';
import { type Manifest, visibleText } from '@rolecall/core';
import type { Receipt, SignInWorld } from '@rolecall/secrets';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';

export interface WorldInput {
  readonly environment: Environment;
  readonly presenter: Presenter;
  readonly clients: AwsClients;
  readonly manifest: Manifest;
  readonly options: SecretsOptions;
}

export interface SecretsOptions {
  readonly secretsDir?: string;
  readonly secretsFormat?: 'json' | 'csv';
}

/** Where passwords and keys are made and kept; undefined where no folder was named. */
export async function openWorld(input: WorldInput): Promise<SignInWorld | undefined> {
  const { environment, presenter, clients, manifest, options } = input;
  const { secretsDir, secretsFormat: format = 'json' } = options;
  if (secretsDir === undefined) return undefined;
  const { fileDelivery } = await import('@rolecall/secrets');
  const { createSignInPort } = await import('@rolecall/aws');
  const { account, partition } = manifest;
  return {
    port: createSignInPort(clients),
    delivery: fileDelivery({ folder: resolve(environment.cwd, secretsDir), format }),
    account,
    partition,
    random: (count) => randomBytes(count),
    now: environment.now,
    onDelivered: (receipt) => presenter.say(receiptLines(receipt)),
    onWarning: (message) => presenter.note(`Warning: ${message}`),
  };
}

/** All that is ever said of a secret. */
function receiptLines({ place, recipients }: Receipt): readonly string[] {
  return [
    `  delivered: ${visibleText(place)}`,
    ...recipients.map((fingerprint) => `    to ${fingerprint}`),
  ];
}
