import type { CanonicalContext } from '@rolecall/policy';
import type { Nameable } from '../model/ignored.ts';
import type { SnapshotParts } from '../model/snapshot.ts';
import type { Effect } from './steps.ts';

/** What a comparison needs to know beside the two sides. */
export interface DiffContext extends CanonicalContext {
  readonly account: string;
  readonly scope: string;
  /** Tag keys, with wildcards, that others may set on what is ours. */
  readonly ignoreTags: readonly string[];
  /** Whether the manifest says never to touch it. */
  readonly ignores: (named: Nameable) => boolean;
  /** What was read of the account when the plan was made. */
  readonly parts: SnapshotParts;
  /** When it was read, ISO 8601. */
  readonly takenAt: string;
  /** What a managed policy, by its ARN, and all of a group's policies do. */
  readonly effectOfPolicy: (arn: string) => Effect;
  readonly effectOfGroup: (name: string) => Effect;
}
