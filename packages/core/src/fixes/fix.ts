import type { Json } from '@rolecall/policy';
import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { FixTarget } from './fix-target.ts';

/** What has to be so, beside the state of the target, when a change is made. */
export interface FixCondition {
  readonly target: FixTarget;
  readonly state: Json;
}

/** One planned change. `null` is the state of what is not there. */
export interface FixWrite {
  /** ARN of what changes. */
  readonly subject: string;
  readonly target: FixTarget;
  readonly before: Json;
  readonly after: Json;
  readonly provided?: readonly FixCondition[];
}

/** Changes that make the finding pass, each waiting for the one before it. */
export interface ChangeFix {
  readonly kind: 'change';
  readonly writes: readonly FixWrite[];
  /** What may stop working, cost money or not come back. */
  readonly cautions: readonly string[];
  /** Why it is planned only for a check or finding that was named. */
  readonly onlyNamed?: string;
}

/** What to add to rolecall.yaml; `rolecall apply` does the rest. */
export interface ManifestFix {
  readonly kind: 'manifest';
  readonly words: string;
  /** YAML of top-level sections. */
  readonly entry: string;
}

/** What only a person can do or decide. */
export interface PersonFix {
  readonly kind: 'person';
  /** Where a change is meant and this finding gets none: why. */
  readonly why?: string;
  /** In the console, one after the other. */
  readonly console: readonly string[];
  /** For a POSIX shell; a word in capitals is for the person to choose. */
  readonly commands: readonly string[];
  /** A file that the commands name, with its content. */
  readonly document?: { readonly file: string; readonly content: Json };
}

/** How one finding is mended. */
export type Fix = ChangeFix | ManifestFix | PersonFix;

/** What fixes are made from. */
export interface FixContext {
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
  readonly partition: string;
  /** What was looked up, by `targetKey` of the lookup; nothing of an account that is offline. */
  readonly details: ReadonlyMap<string, Json>;
}
