import type { Schema } from '@rolecall/contract';
import { etagOf } from '../http/etag.ts';
import type { RuleChange } from '../use-cases/rules/rule-change.ts';
import { bodyOf, targetOf } from '../use-cases/rules/rule-edit.ts';

export function okWithRevision<Body extends { readonly revision: number }>(body: Body) {
  return { status: 200 as const, body, headers: { ETag: etagOf(body.revision) } };
}

/** What is answered where a change waits for a second person. */
export function proposed(change: RuleChange) {
  const headers = { ETag: etagOf(change.revision), Location: `/v1/rule-changes/${change.id}` };
  return { status: 202 as const, body: shownChange(change), headers };
}

export function shownChange(change: RuleChange): Schema<'RuleChange'> {
  const { edit, base: _, ...shown } = change;
  const proposal = bodyOf(edit);
  return {
    ...shown,
    target: targetOf(edit),
    action: proposal === null ? 'delete' : 'put',
    proposed: proposal,
  };
}
