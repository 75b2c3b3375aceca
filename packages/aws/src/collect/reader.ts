import type { CredentialReport } from '@rolecall/core';
import { type AuthorizationDetails, readAuthorizationDetails } from './authorization-details.ts';
import { readCredentialReport } from './credential-report.ts';
import { once } from './once.ts';
import type { ReadContext } from './read-context.ts';

/** What the reader of a part is given: the context, and the reads that several parts share. */
export interface Reader extends ReadContext {
  readonly authorizationDetails: () => Promise<AuthorizationDetails>;
  readonly credentialReport: () => Promise<CredentialReport>;
}

export function createReader(context: ReadContext): Reader {
  return {
    ...context,
    authorizationDetails: once(() => readAuthorizationDetails(context)),
    credentialReport: once(() => readCredentialReport(context)),
  };
}
