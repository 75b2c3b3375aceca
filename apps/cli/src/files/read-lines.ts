import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { splitLines } from '@rolecall/audit';
import { RolecallError } from '@rolecall/core';
import { notReadable } from './read-text.ts';

/** The lines of a file of any size, one at a time. */
export function readLines(
  file: string,
  where: { readonly cwd: string; readonly signal: AbortSignal },
): AsyncIterable<string> {
  return splitLines(readPieces(file, where));
}

async function* readPieces(
  file: string,
  { cwd, signal }: { readonly cwd: string; readonly signal: AbortSignal },
): AsyncGenerator<string, void, void> {
  try {
    for await (const piece of createReadStream(resolve(cwd, file), { encoding: 'utf8', signal }))
      yield String(piece);
  } catch (cause) {
    throw signal.aborted ? interrupted(cause) : notReadable(file, { cause });
  }
}

function interrupted(cause: unknown): RolecallError {
  return new RolecallError('INTERRUPTED', 'Stopped before the end.', { cause });
}
