import type { Store } from '../storage/store.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly now: () => Date;
  /** How long before the end of a grant its holder is warned. */
  readonly warningMs: number;
  /** How long notices that are done with are kept. */
  readonly deliveryRetentionMs: number;
  readonly newFence: () => string;
  /** Hands the head of the audit log outside when it is time. */
  readonly publishHead: () => Promise<unknown>;
}

/** So many at a time; the next sweep goes on. */
export const sweepLimit = 200;
