import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import {
  type ApplyManifestInput,
  defaultConcurrency,
  type JournalPort,
  type Manifest,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { journalFile, journalPath } from '../files/journal-file.ts';

interface Choosing {
  readonly manifest: Manifest;
  readonly journal: ApplyOptions['journal'];
}

/** How one account is written to: how fast, who else is kept out, and where it is written down. */
export function runChoices(
  invocation: Invocation<ApplyOptions>,
  choosing: Choosing,
): Pick<ApplyManifestInput, 'concurrency' | 'patienceMs' | 'lease' | 'journal'> {
  const { options, environment } = invocation;
  const { now } = environment;
  const run = randomUUID();
  const door = 'command line';
  const journal = chooseJournal(invocation, choosing);
  return {
    concurrency: options.concurrency ?? defaultConcurrency,
    patienceMs: options.operationDeadline,
    lease: options.lease ? { token: run, door, now, waitMs: options.wait ?? 0 } : undefined,
    journal: journal && { port: journal, run, door, now },
  };
}

/** Of an account in memory there is nothing to remember. */
function chooseJournal(
  { options: { account }, environment }: Invocation<ApplyOptions>,
  { manifest, journal = true }: Choosing,
): JournalPort | undefined {
  if (typeof journal === 'string') return journalFile(resolve(environment.cwd, journal));
  if (!journal || parseAccountChoice(account).kind === 'sandbox') return undefined;
  return journalFile(journalPath(environment.env, manifest));
}
