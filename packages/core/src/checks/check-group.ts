import type { Check } from './check.ts';

/** A chapter of reports and of the documentation. */
export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}
