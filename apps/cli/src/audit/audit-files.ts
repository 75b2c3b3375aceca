import type { KeyObject } from 'node:crypto';
import { readHeads, readPublicKeys, type SignedHead, verifyHead } from '@rolecall/audit';
import { RolecallError } from '@rolecall/core';
import { readText } from '../files/read-text.ts';

/** @throws RolecallError FILE_UNREADABLE, PARAMETER_INVALID */
export async function publicKeysIn(cwd: string, file: string): Promise<readonly KeyObject[]> {
  const keys = readPublicKeys(await readText(cwd, file));
  if (keys !== undefined) return keys;
  throw new RolecallError('PARAMETER_INVALID', `${file} holds something else than keys.`, {
    hint: 'Public keys of Ed25519 in PEM are taken: openssl pkey -in audit-key.pem -pubout',
  });
}

/**
 * Heads that bear witness: one that nobody signed does not, whoever wrote it.
 *
 * @throws RolecallError FILE_UNREADABLE, PARAMETER_INVALID
 */
export async function keptHeads(
  file: string,
  {
    cwd,
    publicKeys,
  }: { readonly cwd: string; readonly publicKeys: readonly KeyObject[] | undefined },
): Promise<readonly SignedHead[]> {
  const heads = readHeads(await readText(cwd, file));
  if (heads.length === 0) {
    throw new RolecallError('PARAMETER_INVALID', `${file} holds no signed head.`, {
      hint: 'Keep the lines with auditHead of the log of the service, or webhooks of audit.head.',
    });
  }
  const unsigned = heads.find((head) => publicKeys && !verifyHead(head, publicKeys));
  if (unsigned === undefined) return heads;
  throw new RolecallError(
    'PARAMETER_INVALID',
    `No key signed the head of event ${unsigned.sequence} in ${file}.`,
    { hint: `It names the key ${unsigned.keyId}. Give old keys too.` },
  );
}
