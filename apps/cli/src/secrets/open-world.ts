import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { AwsClients } from '@rolecall/aws';
import { type Manifest, saysSignIn, sketchManifest, visibleText } from '@rolecall/core';
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

/**
 * Where passwords and keys are made and kept; undefined where no folder was named, and somebody's
 * would have to go there.
 */
export async function openWorld(input: WorldInput): Promise<SignInWorld | undefined> {
  const { environment, presenter, clients, manifest, options } = input;
  const { secretsDir, secretsFormat: format = 'json' } = options;
  if (secretsDir === undefined && !needsNoFolder(manifest)) return undefined;
  const { eitherDelivery, fileDelivery, secretsManagerDelivery } = await import(
    '@rolecall/secrets'
  );
  const { createSecretsStore, createSignInPort } = await import('@rolecall/aws');
  const { account, partition } = manifest;
  const random = (count: number) => randomBytes(count);
  const { sleep } = environment;
  const storeIn = (region: string) => createSecretsStore(clients, region);
  const secretsManager = secretsManagerDelivery({ storeIn, random, sleep });
  const files =
    secretsDir === undefined
      ? secretsManager
      : fileDelivery({ folder: resolve(environment.cwd, secretsDir), format });
  return {
    port: createSignInPort(clients),
    delivery: eitherDelivery({ files, secretsManager }),
    account,
    partition,
    random,
    now: environment.now,
    sleep,
    onDelivered: (receipt) => presenter.say(receiptLines(receipt)),
    onWarning: (message) => presenter.note(`Warning: ${message}`),
  };
}

/** Everything goes to Secrets Manager, and there is something. */
function needsNoFolder(manifest: Manifest): boolean {
  const users = sketchManifest(manifest).filter((one) => one.type === 'user');
  const said = users.filter(saysSignIn);
  return said.length > 0 && !said.some(({ delivery }) => delivery && 'recipients' in delivery);
}

/** All that is ever said of a secret. */
function receiptLines({ place, recipients }: Receipt): readonly string[] {
  return [
    `  delivered: ${visibleText(place)}`,
    ...recipients.map((fingerprint) => `    to ${fingerprint}`),
  ];
}
