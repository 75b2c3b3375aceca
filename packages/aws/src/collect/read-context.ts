import type { CollectRequest } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';

/** Waits so many milliseconds, or until the signal fires. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface ReadContext {
  readonly clients: AwsClients;
  readonly request: CollectRequest;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}
