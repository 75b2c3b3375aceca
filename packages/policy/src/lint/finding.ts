import type { Span } from '../text/position.ts';

export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

/** One step from the document's root to a place; the shape of Access Analyzer's `PathElement`. */
export type PathElement =
  /** The value of a member. */
  | { readonly value: string }
  /** The name of a member. */
  | { readonly key: string }
  /** An item of a list. */
  | { readonly index: number }
  /** A part of a text, in characters. */
  | { readonly substring: { readonly start: number; readonly length: number } };

export interface Location {
  readonly path: readonly PathElement[];
  readonly span: Span;
}

/** `ValidatePolicyFinding` of the Access Analyzer API; `findingDetails` in our own words. */
export interface LintFinding {
  readonly findingType: FindingType;
  readonly issueCode: string;
  readonly findingDetails: string;
  readonly learnMoreLink: string;
  readonly locations: readonly Location[];
}
