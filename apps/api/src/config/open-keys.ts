import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  type randomBytes,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { makeFolder } from './make-folder.ts';

/** What the service signs and seals with. */
export interface ServiceKeys {
  /** Private, of Ed25519. */
  readonly audit: KeyObject;
  /** Of 32 bytes; the first seals, all of them open. */
  readonly sealing: readonly [Buffer, ...Buffer[]];
}

/**
 * The keys that were given; for trial those in the folder, made when they are missing. Only its
 * owner reads them, but they lie beside what they protect.
 */
export function openKeys(
  { audit, sealing, folder }: Omit<Config['keys'], 'auditOld'>,
  { random }: { readonly random: typeof randomBytes },
): ServiceKeys {
  const keep = (name: string, make: () => string): string =>
    folder === null ? make() : keptIn(folder, { name, make });
  const pem = audit ?? keep('audit-key.pem', makeSigningKey);
  const [first, ...others] = sealing ?? [
    Buffer.from(
      keep('sealing-key', () => random(32).toString('base64')),
      'base64',
    ),
  ];
  if (first?.length !== 32) throw new Error('A sealing key has 32 bytes.');
  return { audit: createPrivateKey(pem), sealing: [first, ...others] };
}

function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function keptIn(folder: string, key: { readonly name: string; make(): string }): string {
  makeFolder(folder);
  const file = join(folder, key.name);
  try {
    // Fails where it is there: of two that start at once, one makes it.
    writeFileSync(file, key.make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8');
}
