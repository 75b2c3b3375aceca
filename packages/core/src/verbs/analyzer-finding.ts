/**
 * `ValidatePolicyFinding` of the Access Analyzer API. Its shape is that of `LintFinding` in
 * `@rolecall/policy`, so that one reporter serves both.
 */
export interface AnalyzerFinding {
  readonly findingType: 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';
  readonly issueCode: string;
  readonly findingDetails: string;
  readonly learnMoreLink: string;
  readonly locations: readonly AnalyzerLocation[];
}

export interface AnalyzerLocation {
  readonly path: readonly AnalyzerPathElement[];
  readonly span: { readonly start: AnalyzerPosition; readonly end: AnalyzerPosition };
}

/** One step from the document's root to a place. */
export type AnalyzerPathElement =
  | { readonly value: string }
  | { readonly key: string }
  | { readonly index: number }
  | { readonly substring: { readonly start: number; readonly length: number } };

/** Lines from 1, columns and offsets from 0. */
export interface AnalyzerPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
