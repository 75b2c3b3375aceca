import { appendFile, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '@rolecall/core';
import { expect, it } from 'vitest';
import { journalFile, journalPath } from './journal-file.ts';

const place = { partition: 'aws', account: '111122223333', scope: 'platform' };
const ended = (run: string): JournalEntry => ({
  kind: 'run-ended',
  run,
  at: '2026-11-20T12:00:00.000Z',
  complete: true,
});

async function freshPath(): Promise<string> {
  const env = { XDG_STATE_HOME: await mkdtemp(join(tmpdir(), 'rolecall-')) };
  return journalPath(env, place);
}

it.each([
  [{ XDG_STATE_HOME: '/state', HOME: '/home/me' }, '/state/rolecall/journal/'],
  [{ HOME: '/home/me' }, '/home/me/.local/state/rolecall/journal/'],
  [{ XDG_STATE_HOME: '', HOME: '/home/me' }, '/home/me/.local/state/rolecall/journal/'],
])('lies in the state folder: %j', (env, folder) => {
  expect(journalPath(env, place)).toBe(`${folder}aws-111122223333-platform.jsonl`);
});

it('gives back what was appended, in order, and nobody else can read it', async () => {
  const path = await freshPath();
  const journal = journalFile(path);
  expect(await journal.read()).toEqual([]);
  await journal.append([ended('a'), ended('b')]);
  await journal.append([ended('c')]);
  expect(await journal.read()).toEqual([ended('a'), ended('b'), ended('c')]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('passes over what a killed process left unfinished, and what it does not know', async () => {
  const path = await freshPath();
  const journal = journalFile(path);
  await journal.append([ended('a')]);
  await appendFile(path, '{"kind":"a-later-one","run":"x"}\n{"kind":"run-en');
  await journal.append([ended('b')]);
  expect(await journal.read()).toEqual([ended('a'), ended('b')]);
});

it('says which file it is that cannot be used', async () => {
  const journal = journalFile(join(tmpdir(), '\0', 'journal.jsonl'));
  await expect(journal.append([ended('a')])).rejects.toMatchObject({ code: 'JOURNAL_INVALID' });
});
