import { createPublicKey, randomBytes } from 'node:crypto';
import { readHeads } from '@rolecall/audit';
import { RolecallError } from '@rolecall/core';
import type { Config } from '../config/config.ts';
import { openKeys } from '../config/open-keys.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { readersOn } from '../storage/readers.ts';
import { compareHeads, type HeadsVerdict } from './compare-heads.ts';
import type { CommandEnvironment, CommandOutcome } from './run-command.ts';

/**
 * Compares the log in the database with signed heads that were kept outside.
 *
 * @throws RolecallError `FILE_UNREADABLE`, `PARAMETER_INVALID` where the file holds no head, `USAGE`
 *   where the tables are behind; errors of the database
 */
export async function verifyAudit(
  { database: source, keys }: Pick<Config, 'database' | 'keys'>,
  { readFile, headsFile }: Pick<CommandEnvironment, 'readFile'> & { readonly headsFile: string },
): Promise<CommandOutcome> {
  const kept = readHeads(textOf(headsFile, readFile));
  if (kept.length === 0) {
    throw new RolecallError('PARAMETER_INVALID', `${headsFile} holds no signed head`, {
      hint: 'Keep the lines with auditHead of the log of the service, or webhooks of audit.head.',
    });
  }
  const { audit } = openKeys(keys, { random: randomBytes });
  const publicKeys = [createPublicKey(audit), ...keys.auditOld];
  const database = await openDatabase({ ...source, migrateAtStart: false });
  try {
    const verdict = await compareHeads(readersOn(database.sql), { kept, publicKeys });
    return {
      kind: verdict.kind === 'agrees' ? 'done' : 'attention',
      text: `${verdict.kind}: ${describe(verdict)}\n`,
    };
  } finally {
    await database.close();
  }
}

function textOf(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch (error) {
    throw fileUnreadable(path, error);
  }
}

function fileUnreadable(path: string, cause: unknown): RolecallError {
  return new RolecallError('FILE_UNREADABLE', `${path} cannot be read`, { cause });
}

function describe(verdict: HeadsVerdict): string {
  switch (verdict.kind) {
    case 'agrees':
      return `the log is whole up to event ${verdict.head.sequence} and holds all ${verdict.kept} heads that were kept.`;
    case 'behind': {
      const { head, ahead } = verdict;
      return `the log is whole and ends with event ${head.sequence}, but event ${ahead.sequence} was signed at ${ahead.at}. The database is older than that, or ${ahead.sequence - head.sequence} events were cut off.`;
    }
    case 'broken':
      return `at event ${verdict.sequence} (${verdict.why}) the log is not what was written or handed outside.`;
    case 'unsigned':
      return `no key that was given signed the head of event ${verdict.head.sequence}; it names the key ${verdict.head.keyId}. Put old keys into ROLECALL_AUDIT_OLD_KEYS.`;
    default:
      return verdict satisfies never;
  }
}
