import type { RetentionConfig } from '../config/config.ts';
import type { Store } from '../storage/store.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly now: () => Date;
  /** How long notices that are done with are kept. */
  readonly deliveryRetentionMs: number;
  /** How long what is over is kept. */
  readonly retention: RetentionConfig;
  readonly newFence: () => string;
  /** What time does to role requests and grants. */
  readonly sweepLife: () => Promise<void>;
  /** Reminds of emergencies that nobody has reviewed. */
  readonly remindReviewers: () => Promise<void>;
  /** Ends changes of the rules that nobody decided about. */
  readonly lapseRuleChanges: () => Promise<void>;
  /** Deletes secrets that nobody fetched in time. */
  readonly expireSecrets: () => Promise<void>;
  /** Hands the head of the audit log outside when it is time. */
  readonly publishHead: () => Promise<unknown>;
  /** Tells the log of jobs that are tried no more. */
  readonly reportDeadLetters: () => Promise<void>;
}
