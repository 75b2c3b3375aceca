import { type JournalEntry, type JournalPort, journalEntrySchema } from '@rolecall/core';
import type { ApplicationRecord } from '../../model/records.ts';
import type { JournalPlace, JournalReader } from '../../storage/repositories/journal.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';

export interface ApplicationJournal {
  readonly application: Pick<ApplicationRecord, 'id' | 'accountId'>;
  readonly scope: string;
  readonly held: Pick<HeldAccount, 'confirm'>;
}

/**
 * The journal in the database. Whoever lost the account to another worker cannot write to it, and so
 * begins no change: each stands here before its first call.
 */
export function applicationJournal(
  { store }: Pick<ServiceDeps, 'store'>,
  { application: { id: applicationId, accountId }, scope, held }: ApplicationJournal,
): JournalPort {
  return {
    append: (entries) =>
      store.transaction(async (tx) => {
        await held.confirm(tx);
        await tx.journal.append(
          entries.map((entry) => {
            const { run, kind, at } = entry;
            return { accountId, scope, applicationId, run, kind, at, entry: toJson(entry) };
          }),
        );
      }),
    read: () => readEntries(store.journal, { accountId, scope, applicationId }),
  };
}

/** Without those that a later version wrote and this one does not know. */
export async function readEntries(
  journal: JournalReader,
  place: JournalPlace,
): Promise<readonly JournalEntry[]> {
  const entries = await journal.readJournal(place);
  return entries.flatMap((entry) => journalEntrySchema.safeParse(entry).data ?? []);
}
