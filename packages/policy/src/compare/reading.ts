import type { ConditionReading } from './key-literal.ts';
import type { NotPrincipalReading } from './principal-literal.ts';

/**
 * One way to read what the documentation leaves open. "No new access" has to hold in every reading
 * that makes a difference to the documents at hand.
 */
export interface Reading extends ConditionReading {
  /** `arn:aws:sqs` in Resource: filled up with `*` fields, or a plain pattern. */
  readonly shortArns: 'completed' | 'glob';
  readonly notPrincipal: NotPrincipalReading;
}

export const documentedReading: Reading = {
  shortArns: 'completed',
  notPrincipal: 'documented',
  starArnValue: 'matches',
  anyValueIfExists: false,
  unclear: 'evaluated',
};
