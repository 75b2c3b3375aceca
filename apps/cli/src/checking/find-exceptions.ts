import { dirname, join } from 'node:path';
import { checks, type Exception, readExceptions } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import { isThere } from '../files/is-there.ts';
import { defaultManifest } from '../files/manifest-files.ts';
import { readText } from '../files/read-text.ts';

/** Beside the manifest. */
const usualFile = '.rolecall/exceptions.yaml';

export interface FoundExceptions {
  readonly file: string;
  readonly exceptions: readonly Exception[];
  /** Whether the file was named; the usual one belongs to the manifest beside it. */
  readonly isNamed: boolean;
}

/** The exceptions of the file that was named, or of the usual one where there is one. */
export async function findExceptions(
  { cwd, now }: Pick<Environment, 'cwd' | 'now'>,
  {
    exceptions: named,
    manifest = defaultManifest,
  }: {
    readonly exceptions?: string;
    readonly manifest?: string;
  },
): Promise<FoundExceptions | undefined> {
  const file = named ?? join(dirname(manifest), usualFile);
  if (named === undefined && !(await isThere(cwd, file))) return undefined;
  const text = await readText(cwd, file);
  const known = { checks: checks.map(({ id }) => id), now: now() };
  return { file, exceptions: readExceptions(file, text, known), isNamed: named !== undefined };
}
