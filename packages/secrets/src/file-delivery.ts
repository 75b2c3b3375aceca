import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Delivery, RolecallError } from '@rolecall/core';
import { bundleCsv } from './bundle-csv.ts';
import { bundleJson } from './bundle-json.ts';
import type { SecretDelivery } from './delivery.ts';
import { encryptArmored } from './encrypt.ts';
import type { SignInBundle } from './sign-in-bundle.ts';

export interface FileDeliveryOptions {
  /** An absolute path. Made, for its owner alone, where it is not there. */
  readonly folder: string;
  readonly format: 'json' | 'csv';
}

/**
 * Hands over files, encrypted with age: `USER.password.age` and `USER.access-key-ID.age`. A
 * password that may not be live yet is called `USER.password.….pending.age`; no file that may be the
 * only copy of something live is ever written over.
 */
export function fileDelivery({ folder, format }: FileDeliveryOptions): SecretDelivery {
  const print = format === 'csv' ? bundleCsv : bundleJson;
  const encrypted = (to: Delivery, text: string) => encryptArmored(text, ageOnly(to));
  return {
    probe: async (to) => {
      const text = await encrypted(to, '');
      await makePrivate(folder);
      const name = `.probe-${unique()}`;
      await writeDurably(folder, name, text);
      await rm(join(folder, name));
    },
    keep: async (to, bundle) => {
      const text = await encrypted(to, print(bundle));
      const name = fileName(bundle);
      const pending = pendingName(bundle);
      await writeDurably(folder, pending, text);
      return {
        place: join(folder, pending),
        settle: async () => {
          await rename(join(folder, pending), join(folder, name));
          await removeOlder(folder, bundle);
          await syncFolder(folder);
          return join(folder, name);
        },
        discard: () => rm(join(folder, pending), { force: true }),
      };
    },
    has: async (_to, { user, id }) => {
      const kept = await stat(join(folder, keyName(user, id))).catch(() => undefined);
      return kept?.isFile() === true;
    },
  };
}

function keyName(user: string, id: string): string {
  return `${user}.access-key-${id}.age`;
}

function fileName(bundle: SignInBundle): string {
  const { user, kind } = bundle;
  return kind === 'password' ? `${user}.password.age` : keyName(user, bundle.accessKeyId);
}

function pendingName({ user, kind }: SignInBundle): string {
  return `${user}.${kind}.${unique()}.pending.age`;
}

function unique(): string {
  return randomBytes(6).toString('hex');
}

/** Passwords that runs which were cut off may have left: the one that is settled now is the one. */
async function removeOlder(folder: string, { user, kind }: SignInBundle): Promise<void> {
  if (kind !== 'password') return;
  const names = await readdir(folder);
  const older = names.filter(
    (name) =>
      name.startsWith(`${user}.password.`) &&
      /^[0-9a-f]{12}\.pending\.age$/.test(name.slice(`${user}.password.`.length)),
  );
  await Promise.all(older.map((name) => rm(join(folder, name), { force: true })));
}

function ageOnly(to: Delivery): readonly string[] {
  if ('recipients' in to) return to.recipients;
  throw new RolecallError('USAGE', 'Secrets Manager is asked for, and files are given.');
}

async function makePrivate(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) return await chmod(folder, 0o700);
    const { mode } = await stat(folder);
    if ((mode & 0o077) === 0) return;
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  throw new RolecallError('USAGE', `Others than you can look into ${folder}.`, {
    hint: `Run \`chmod 700 ${folder}\`, or name another folder.`,
  });
}

/** On the disk when it returns, and nobody else's to read. */
async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  try {
    const file = await open(join(folder, name), 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(folder);
  } catch (cause) {
    throw unwritable(join(folder, name), cause);
  }
}

/** A new name is durable once its folder is; Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unwritable(path: string, cause: unknown): RolecallError {
  return new RolecallError('FILE_UNREADABLE', `${path} cannot be written.`, {
    cause,
    hint: 'See that the disk has room and that you may write there.',
  });
}
