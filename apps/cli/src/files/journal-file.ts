import { mkdir, open, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type JournalEntry,
  type JournalPort,
  journalEntrySchema,
  RolecallError,
} from '@rolecall/core';
import { systemReason } from './system-reason.ts';

export interface JournalPlace {
  readonly partition: string;
  readonly account: string;
  readonly scope: string;
}

/** Where the journal of a scope in an account lies: `XDG_STATE_HOME`, else `~/.local/state`. */
export function journalPath(
  env: { readonly [name: string]: string | undefined },
  { partition, account, scope }: JournalPlace,
): string {
  const state = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state');
  return join(state, 'rolecall', 'journal', `${partition}-${account}-${scope}.jsonl`);
}

/**
 * A journal in a file that only its owner reads, one entry a line. A line that a killed process left
 * unfinished is passed over; so is one that a later version wrote.
 */
export function journalFile(path: string): JournalPort {
  return {
    append: async (entries) => {
      const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const file = await open(path, 'a+', 0o600);
        try {
          const { size } = await file.stat();
          const ends = size === 0 || (await lastByte(file, size)) === '\n';
          await file.appendFile(ends ? text : `\n${text}`);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (cause) {
        throw unusable('written', path, cause);
      }
    },
    read: async () => readEntries(await readText(path)),
  };
}

async function lastByte(file: Awaited<ReturnType<typeof open>>, size: number): Promise<string> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString();
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw unusable('read', path, cause);
  }
}

function readEntries(text: string): readonly JournalEntry[] {
  return text.split('\n').flatMap((line): readonly JournalEntry[] => {
    const parsed = journalEntrySchema.safeParse(parseLine(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function unusable(how: string, path: string, cause: unknown): RolecallError {
  return new RolecallError(
    'JOURNAL_INVALID',
    `The journal ${path} could not be ${how}: ${systemReason(cause)}.`,
    { hint: 'Name another file with --journal, or do without one with --no-journal.', cause },
  );
}
