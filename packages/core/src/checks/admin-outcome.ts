import type { Outcome } from '../model/finding.ts';
import type { Power } from './principal-power.ts';

/** What administrator power means for whoever should not have it. */
export function adminOutcome(power: Power): Outcome {
  switch (power) {
    case 'full':
    case 'escalation':
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

/** Where a remedy takes power away: who takes it from the last one locks the account. */
export const lockoutCaution =
  'First make sure that another administrator who is not root can sign in.';

/** Completes a sentence that begins with the name of a principal; `by` lists the ways. */
export function adminClause(power: Exclude<Power, 'none' | 'undecided'>, by: string): string {
  switch (power) {
    case 'full':
      return `is administrator by ${by}`;
    case 'escalation':
      return `can make itself administrator by ${by}`;
    case 'conditional':
      return `is administrator, or can make itself one, by ${by} while a condition holds`;
    default:
      return power satisfies never;
  }
}
