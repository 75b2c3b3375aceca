import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Delivery, RolecallError } from '@rolecall/core';
import { bundleCsv } from './bundle-csv.ts';
import { bundleJson } from './bundle-json.ts';
import type { SecretDelivery } from './delivery.ts';
import { encryptArmored } from './encrypt.ts';
import { fileVersion } from './file-version.ts';
import { makePrivate, syncFolder, unwritable, writeDurably } from './private-folder.ts';
import {
  isPendingPassword,
  keyFileName,
  pendingName,
  settledName,
  uniqueWord,
} from './secret-file-names.ts';
import type { SignInBundle } from './sign-in-bundle.ts';

export interface FileDeliveryOptions {
  /** An absolute path. Made, for its owner alone, where it is not there. */
  readonly folder: string;
  readonly format: 'json' | 'csv';
}

/**
 * Hands over files, encrypted with age: `ACCOUNT.USER.password.age` and
 * `ACCOUNT.USER.access-key-ID.age`. A password that may not be live yet is called
 * `ACCOUNT.USER.password.….pending.age`; no file that may be the only copy of something live is ever
 * written over.
 */
export function fileDelivery({ folder, format }: FileDeliveryOptions): SecretDelivery {
  const print = format === 'csv' ? bundleCsv : bundleJson;
  const encrypted = (to: Delivery, text: string) => encryptArmored(text, ageOnly(to));
  return {
    probe: async (to) => {
      const text = await encrypted(to, '');
      await makePrivate(folder);
      const name = `.probe-${uniqueWord()}`;
      await writeDurably(folder, name, text);
      await rm(join(folder, name));
    },
    keep: async (to, bundle) => {
      const text = await encrypted(to, print(bundle));
      const older = await pendingBefore(folder, bundle);
      const pending = { folder, name: pendingName(bundle), text };
      const name = settledName(bundle);
      const seen = await fileVersion(join(folder, name));
      await writeDurably(folder, pending.name, text);
      return {
        place: join(folder, pending.name),
        settle: () => settle(pending, { name, older, seen }),
        discard: () => rm(join(folder, pending.name), { force: true }),
      };
    },
    has: async (_to, { account, user, id }) => {
      const file = join(folder, keyFileName({ account, user }, id));
      const kept = await stat(file).catch(() => undefined);
      return kept?.isFile() === true;
    },
  };
}

interface Pending {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

interface Place {
  readonly name: string;
  /** What lay there when ours was kept. */
  readonly seen: string | undefined;
  /** Names of what never was settled before. */
  readonly older: readonly string[];
}

async function settle(pending: Pending, { name, older, seen }: Place): Promise<string> {
  const { folder } = pending;
  const settled = join(folder, name);
  try {
    if ((await fileVersion(settled)) !== seen) {
      // It may have taken ours for what a run left that was cut off.
      await writeDurably(folder, pending.name, pending.text);
      throw overtaken(settled);
    }
    await rename(join(folder, pending.name), settled).catch(async (error) => {
      if (!isMissing(error)) throw error;
      // Whoever took it away took the only copy of what is live.
      await writeDurably(folder, pending.name, pending.text);
      await rename(join(folder, pending.name), settled);
    });
    await Promise.all(older.map((one) => rm(join(folder, one), { force: true })));
    await syncFolder(folder);
  } catch (cause) {
    throw cause instanceof RolecallError ? cause : unwritable(settled, cause);
  }
  return settled;
}

/**
 * Two runs at once that take no turns: AWS tells of a password neither which one it is nor when it was
 * changed, so that either may hold.
 */
function overtaken(settled: string): RolecallError {
  return new RolecallError('CONFLICT', `Meanwhile another run has put its own at ${settled}.`, {
    hint: 'Keep both, and reset the password once more, without --no-lease.',
  });
}

/**
 * Passwords that runs which were cut off may have left. What comes later than ours is another run's,
 * and may be the one that holds.
 */
async function pendingBefore(folder: string, bundle: SignInBundle): Promise<readonly string[]> {
  if (bundle.kind !== 'password') return [];
  const names = await readdir(folder).catch((cause) => {
    throw unwritable(folder, cause);
  });
  return names.filter((name) => isPendingPassword(name, bundle));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function ageOnly(to: Delivery): readonly string[] {
  if ('recipients' in to) return to.recipients;
  throw new RolecallError('USAGE', 'Secrets Manager is asked for, and files are given.');
}
