import { resolve } from 'node:path';
import { type ManifestSet, RolecallError } from '@rolecall/core';
import { isOneNamed } from '../accounts/is-one-named.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { isThere } from '../files/is-there.ts';
import { findSeveral } from '../files/manifest-files.ts';

/** A manifest for several accounts. */
export interface GuideSet {
  readonly set: ManifestSet;
  /** Whether what is missing is written to that very file. */
  readonly isWritten: boolean;
}

/** The one that is written to; else the one that was named, or the usual one where it is meant. */
export async function findGuideSet({
  environment: { cwd },
  options,
}: Invocation<GuideOptions>): Promise<GuideSet | undefined> {
  const { write, manifest: file } = options;
  const isTarget = write !== undefined && (await isThere(cwd, write));
  const written = isTarget ? await findSeveral(cwd, write) : undefined;
  if (written !== undefined) {
    if (file !== undefined && resolve(cwd, file) !== resolve(cwd, write ?? file))
      throw twoManifests(write ?? file);
    return { set: written, isWritten: true };
  }
  const isMeant =
    write === undefined || file !== undefined || isOneNamed(options) || write.includes('{account}');
  const set = isMeant ? await findSeveral(cwd, file) : undefined;
  return set && { set, isWritten: false };
}

function twoManifests(write: string): RolecallError {
  return new RolecallError('USAGE', `${write} says itself which accounts there are.`, {
    hint: 'Leave --manifest out, or write to another file: --write {account}.yaml',
  });
}
