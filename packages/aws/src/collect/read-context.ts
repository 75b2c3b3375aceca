import type { Caller, CollectRequest } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';

/** Waits so many milliseconds, or until the signal fires. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface ReadContext {
  readonly clients: AwsClients;
  readonly caller: Caller;
  readonly request: CollectRequest;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

export interface RegionalContext extends ReadContext {
  /** Where to look: the regions asked for, else those that are enabled. */
  readonly regions: () => Promise<readonly string[]>;
}
