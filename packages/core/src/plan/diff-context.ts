import type { CanonicalContext } from '@rolecall/policy';

/** What a comparison needs to know beside the two sides. */
export interface DiffContext extends CanonicalContext {
  readonly account: string;
  readonly scope: string;
  /** Tag keys, with wildcards, that others may set on what is ours. */
  readonly ignoreTags: readonly string[];
}
