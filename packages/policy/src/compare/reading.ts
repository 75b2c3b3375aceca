import type { ConditionReading } from './key-literal.ts';

/**
 * One way to read what the documentation leaves open. "No new access" has to hold in every reading
 * that makes a difference to the documents at hand.
 */
export interface Reading extends ConditionReading, PrincipalReading {
  /** `arn:aws:sqs` in Resource: filled up with `*` fields, or a plain pattern. */
  readonly shortArns: 'completed' | 'glob';
}

export interface PrincipalReading {
  /** Whom `NotPrincipal` spares in a Deny: see `MatchOptions`. */
  readonly notPrincipal: 'documented' | 'strict' | 'lenient';
  /**
   * Entries with `*` or `?` in them: patterns; or patterns and names of nobody as grants most. Those
   * that both sides write are patterns in `strict` and name nobody in `strict-literal`.
   */
  readonly principalWildcards: 'patterns' | 'strict' | 'strict-literal';
}

export const documentedReading: Reading = {
  shortArns: 'completed',
  notPrincipal: 'documented',
  principalWildcards: 'patterns',
  starArnValue: 'matches',
  anyValueIfExists: false,
  unclear: 'evaluated',
};
