import type { Departure } from '../manifest/departure.ts';
import type { Ignored, Prune } from '../manifest/manifest.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What a plan is made from. */
export interface PlanInput {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly ignoreTags: readonly string[];
  readonly prune: Prune | undefined;
  readonly desired: readonly DesiredResource[];
  /** What is to go although nothing is pruned: what has expired, and old names. */
  readonly departing?: readonly Departure[] | undefined;
  /** Keys of what is there, and may be counted on as if it were declared. */
  readonly standing?: ReadonlySet<string> | undefined;
  /** What is never touched. */
  readonly ignore?: readonly Ignored[] | undefined;
  readonly snapshot: Snapshot;
  /** Digest of the guardrails that judge the plan; none if left out. */
  readonly guardrails?: string | null | undefined;
}
