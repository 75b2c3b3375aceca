import {
  type JournalEntry,
  type JournalPort,
  journalEntrySchema,
  RolecallError,
} from '@rolecall/core';
import type { ApplicationRecord } from '../../model/records.ts';
import type { JournalPlace, JournalReader } from '../../storage/repositories/journal.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';

export interface ApplicationJournal {
  readonly application: Pick<ApplicationRecord, 'id' | 'accountId'>;
  readonly scope: string;
  readonly held: Pick<HeldAccount, 'confirm'>;
  /** Called where it cannot be written: the run stops then, and another attempt goes on with it. */
  readonly onBroken: (error: RolecallError) => void;
}

/**
 * The journal in the database. Whoever lost the account to another worker cannot write to it, and so
 * begins no change: each stands here before its first call.
 */
export function applicationJournal(
  { store }: Pick<ServiceDeps, 'store'>,
  { application: { id: applicationId, accountId }, scope, held, onBroken }: ApplicationJournal,
): JournalPort {
  return {
    append: async (entries) => {
      const rows = entries.map((entry) => {
        const { run, kind, at } = entry;
        return { accountId, scope, applicationId, run, kind, at, entry: toJson(entry) };
      });
      try {
        await store.transaction(async (tx) => {
          await held.confirm(tx);
          await tx.journal.append(rows);
        });
      } catch (cause) {
        const message = 'The journal could not be written.';
        const broken = new RolecallError('JOURNAL_INVALID', message, { cause });
        onBroken(broken);
        throw broken;
      }
    },
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
