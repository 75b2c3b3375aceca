import { type AccessRequest, normaliseRequest } from '../evaluate/access-request.ts';
import { explainDocuments } from '../evaluate/decide-documents.ts';
import type { MatchOptions } from '../evaluate/match-options.ts';
import { type PolicySource, readPolicy } from '../language/read-policy.ts';
import { describeMismatch } from './describe-mismatch.ts';

/** An Allow that is about the action and still does not apply. */
export interface MissedAllow {
  /** Place among the documents, from 0. */
  readonly policy: number;
  /** Place among the document's statements, from 0. */
  readonly statement: number;
  readonly sid: string | undefined;
  /** Each a sentence; all of them have to go for the statement to apply. */
  readonly reasons: readonly string[];
}

/** How documents of one kind refuse a request. */
export interface DocumentsRefusal {
  /** Deny statements that apply. */
  readonly denies: readonly Omit<MissedAllow, 'reasons'>[];
  /** The nearest first, and no more than three: more would hide the nearest. */
  readonly nearMisses: readonly MissedAllow[];
}

/** @throws PolicyFormatError */
export function explainRefusal(
  sources: readonly PolicySource[],
  request: AccessRequest,
  options: MatchOptions = {},
): DocumentsRefusal {
  const documents = sources.map(readPolicy);
  const explained = explainDocuments(documents, normaliseRequest(request), options);
  const denies = explained.filter(
    ({ statement, mismatches }) => statement.effect === 'Deny' && mismatches.length === 0,
  );
  const near = explained
    .filter(({ statement, mismatches }) => {
      const isOther = mismatches.some(({ element }) => /Action$/.test(element));
      return statement.effect === 'Allow' && mismatches.length > 0 && !isOther;
    })
    .toSorted((a, b) => a.mismatches.length - b.mismatches.length)
    .slice(0, 3);
  return {
    denies: denies.map(({ document, statement: { index, sid } }) => ({
      policy: document,
      statement: index,
      sid,
    })),
    nearMisses: near.map(({ document, statement, mismatches }) => ({
      policy: document,
      statement: statement.index,
      sid: statement.sid,
      reasons: mismatches.map((mismatch) =>
        describeMismatch(mismatch, {
          effect: statement.effect,
          version: documents[document]?.version ?? '2008-10-17',
        }),
      ),
    })),
  };
}
