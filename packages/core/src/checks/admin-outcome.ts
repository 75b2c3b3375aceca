import type { Outcome } from '../model/finding.ts';
import type { Power } from './principal-power.ts';

/** What administrator power means for whoever should not have it. */
export function adminOutcome(power: Power): Outcome {
  switch (power) {
    case 'full':
    case 'not-action':
      return 'fail';
    case 'conditional':
      return 'warn';
    case 'undecided':
      return 'unknown';
    case 'none':
      return 'pass';
    default:
      return power satisfies never;
  }
}

/** Completes a sentence that begins with the name of a principal; `by` lists the ways. */
export function adminClause(power: Exclude<Power, 'none' | 'undecided'>, by: string): string {
  switch (power) {
    case 'full':
      return `is administrator by ${by}`;
    case 'not-action':
      return `can make itself administrator by ${by}: NotAction or NotResource leaves IAM to it`;
    case 'conditional':
      return `is administrator by ${by} while a condition holds`;
    default:
      return power satisfies never;
  }
}
