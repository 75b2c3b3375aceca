import type { Instructions } from './guide.ts';
import type { PlannedEntry } from './planned-entry.ts';

/**
 * `missing`: a plan would do it. `person`: only a person can do it, or say whether it is wanted.
 * `unknown`: what could not be read decides it.
 */
export const stepStates = ['done', 'missing', 'person', 'not-applicable', 'unknown'] as const;
export type StepState = (typeof stepStates)[number];

export interface WalkedStep {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  readonly why: string;
  /** Ids of the findings that say so. */
  readonly findings: readonly string[];
  /** What was seen: ARNs, or names of what has none. */
  readonly seen: readonly string[];
  readonly missingPermissions: readonly string[];
  /** What the manifest would say; also where a person has to say first that it is wanted. */
  readonly plan?: PlannedEntry;
  readonly instructions?: Instructions;
  /** That what it makes fails a check of ours, and what is stronger. */
  readonly weaker?: WeakerForm;
  /** Numbered requirements of the documents. */
  readonly covers: readonly string[];
  readonly source: StepSource;
}

export interface WeakerForm {
  readonly check: string;
  readonly why: string;
  readonly stronger: string;
  /** Step of the guide that is the stronger form. */
  readonly step?: string;
  /** Ids of the findings of that check, where it fails already. */
  readonly findings: readonly string[];
}

export interface StepSource {
  readonly title: string;
  readonly url: string;
  readonly line?: string;
}
