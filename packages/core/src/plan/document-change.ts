import { canonicalPolicy, type Json, type PolicyDocument, samePolicy } from '@rolecall/policy';
import type { Call } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import type { OperationDraft } from './operation.ts';

export interface DocumentChange {
  readonly facet: string;
  readonly before: PolicyDocument | undefined;
  readonly after: PolicyDocument | undefined;
  readonly call: Call;
}

/** The operation that changes a document, or none where both mean the same. */
export function documentChange(
  { facet, before, after, call }: DocumentChange,
  context: DiffContext,
): readonly OperationDraft[] {
  if (before && after && samePolicy(before, after, context)) return [];
  return [
    {
      call,
      facet,
      before: before ? documentJson(before) : null,
      after: after ? documentJson(after) : null,
      compared: {
        before: before ? canonicalPolicy(before, context) : null,
        after: after ? canonicalPolicy(after, context) : null,
      },
    },
  ];
}

export function documentText(document: PolicyDocument): string {
  return JSON.stringify(document);
}

export function documentJson(document: PolicyDocument): Json {
  return JSON.parse(documentText(document));
}
