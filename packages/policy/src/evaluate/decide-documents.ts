import type { Policy, Statement } from '../language/policy.ts';
import { type PolicySource, readPolicy } from '../language/read-policy.ts';
import { type AccessRequest, type NormalisedRequest, normaliseRequest } from './access-request.ts';
import { explainMismatch, type StatementMismatch } from './explain-mismatch.ts';
import type { MatchOptions } from './match-options.ts';
import { matchStatement } from './match-statement.ts';

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

export interface DocumentsDecision {
  readonly decision: Decision;
  /** The first Deny that applies, or else the first Allow; none for an implicit deny. */
  readonly statement?: PlacedStatement;
}

/** A statement and the index of its document among those given. */
export interface PlacedStatement {
  readonly document: number;
  readonly statement: Statement;
}

/**
 * What documents of one kind decide together: a Deny that applies wins, then an Allow; where no
 * statement applies access is denied implicitly.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function decideDocuments(
  documents: readonly Policy[],
  request: NormalisedRequest,
  options: MatchOptions = {},
): DocumentsDecision {
  const matching = matchDocuments(documents, request, options);
  const deny = matching.find(({ statement }) => statement.effect === 'Deny');
  if (deny !== undefined) return { decision: 'explicitDeny', statement: deny };
  const [allow] = matching;
  if (allow !== undefined) return { decision: 'allowed', statement: allow };
  return { decision: 'implicitDeny' };
}

/**
 * What one document decides by itself.
 * @throws PolicyFormatError
 */
export function evaluateDocument(
  document: PolicySource,
  request: AccessRequest,
  options: MatchOptions = {},
): DocumentsDecision {
  return decideDocuments([readPolicy(document)], normaliseRequest(request), options);
}

/** Every statement that applies, in the documents' order. */
export function matchDocuments(
  documents: readonly Policy[],
  request: NormalisedRequest,
  options: MatchOptions = {},
): readonly PlacedStatement[] {
  return documents.flatMap(({ version, statements }, document) =>
    statements
      .filter((statement) => matchStatement({ version, statement, request, options }))
      .map((statement) => ({ document, statement })),
  );
}

export interface ExplainedStatement extends PlacedStatement {
  /** Empty: the statement applies. */
  readonly mismatches: readonly StatementMismatch[];
}

/** Every statement with the reasons why it does not apply. */
export function explainDocuments(
  documents: readonly Policy[],
  request: NormalisedRequest,
  options: MatchOptions = {},
): readonly ExplainedStatement[] {
  return documents.flatMap(({ version, statements }, document) =>
    statements.map((statement) => ({
      document,
      statement,
      mismatches: explainMismatch({ version, statement, request, options }),
    })),
  );
}
