/** What a reader of a shortened report misses. */
export type LostKind =
  | 'notes'
  | 'checks'
  | 'lint'
  | 'plans'
  | 'policies'
  | 'subjects'
  | 'results'
  | 'conflicts'
  | 'names'
  | 'risks'
  | 'refusals'
  | 'problems';

/** The order in which sections become shorter: the first of these goes first. */
export const losingOrder: readonly LostKind[] = [
  'notes',
  'checks',
  'lint',
  'plans',
  'policies',
  'subjects',
  'results',
  'conflicts',
  'names',
  'risks',
  'refusals',
  'problems',
];

/** A part of a report, whole and in shorter forms; the last form is never given up. */
export interface Section {
  readonly text: string;
  readonly shorter: readonly ShorterForm[];
}

export interface ShorterForm {
  readonly loses: LostKind;
  /** What exactly: `role/app`, or the kind itself. */
  readonly lost: string;
  readonly text: string;
}

export function kept(text: string): Section {
  return { text, shorter: [] };
}
