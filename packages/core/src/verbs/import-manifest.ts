import {
  type ImportedManifest,
  type ImportInput,
  importAccount,
} from '../import/import-account.ts';
import { importRequest } from '../import/import-request.ts';
import type { AccountPort } from './account-port.ts';
import { refuseRoot } from './refuse-root.ts';

export interface ImportManifestInput extends Omit<ImportInput, 'snapshot'> {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
}

/** Reads an account and writes the manifest of what is there. */
export async function importManifest(input: ImportManifestInput): Promise<ImportedManifest> {
  const { port, scope, only } = input;
  refuseRoot(await port.identify());
  return importAccount({ snapshot: await port.collect(importRequest), scope, only });
}
