import type { CredentialsPort } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';
import { readAccountSummary } from '../collect/account-summary.ts';
import { settlePart } from '../collect/settle-part.ts';
import { readCredentials } from './read-credentials.ts';

/** Reads the credentials of single users as they are at this moment. */
export function createCredentialsPort(clients: AwsClients, signal: AbortSignal): CredentialsPort {
  return {
    readCredentials: (userName) => readCredentials({ clients, signal }, userName),
    readAccountSummary: () => settlePart(readAccountSummary({ clients, signal })),
  };
}
