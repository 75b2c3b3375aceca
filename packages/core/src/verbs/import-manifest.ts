import {
  type ImportedManifest,
  type ImportInput,
  importAccount,
} from '../import/import-account.ts';
import { importRequest, retiredImportRequest } from '../import/import-request.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AccountPort } from './account-port.ts';
import { refuseRoot } from './refuse-root.ts';

export interface ImportManifestInput extends Omit<ImportInput, 'snapshot'> {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  /** Looks for what AWS has ended, too. */
  readonly includeRetired?: boolean;
}

/** Reads an account and writes the manifest of what is there. */
export async function importManifest(input: ImportManifestInput): Promise<ImportedManifest> {
  const { port, includeRetired = false, ...about } = input;
  refuseRoot(await port.identify());
  const snapshot = await port.collect(includeRetired ? retiredImportRequest : importRequest);
  const wanted = (about.recipients ?? []).length > 0;
  return importAccount({
    ...about,
    snapshot: wanted ? await withSignIns(snapshot, port) : snapshot,
  });
}

/** Passwords and access keys take two calls for each user, and their names have to be known. */
async function withSignIns(
  snapshot: Snapshot,
  port: ImportManifestInput['port'],
): Promise<Snapshot> {
  const { users } = snapshot.parts;
  const signInUserNames = users.status === 'known' ? users.value.map(({ name }) => name) : [];
  const { parts } = await port.collect({
    parts: ['userSignIns'],
    planning: { ...importRequest.planning, signInUserNames },
  });
  return { ...snapshot, parts: { ...snapshot.parts, userSignIns: parts.userSignIns } };
}
