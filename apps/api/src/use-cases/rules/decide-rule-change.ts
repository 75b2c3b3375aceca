import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { applyRuleEdit } from './apply-rule-edit.ts';
import { requirePerson } from './change-rules.ts';
import { type RuleChange, readRuleChange } from './rule-change.ts';
import { targetOf } from './rule-edit.ts';

export interface RuleChangeDecision {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly decision: 'approve' | 'reject';
  readonly comment: string;
}

/**
 * Decides about a change that somebody else proposed. Approved, it is made at once; where what it
 * changes has moved since, it is superseded, and nothing is made.
 *
 * @throws Problem `not-found`, `self-approval`, `state-conflict`
 */
export async function decideRuleChange<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  caller: Caller,
  { id, ifMatch, decision, comment }: RuleChangeDecision,
  answer: Answering<RuleChange, Answered>,
): Promise<Answered> {
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const stored = await tx.ruleChanges.getForUpdate(id);
    if (stored === undefined) throw problem('not-found');
    const change = readRuleChange(stored);
    requirePerson(caller);
    if (change.proposedBy.id === caller.actor.id) throw problem('self-approval');
    requireMatch(ifMatch, change.revision);
    if (change.state !== 'pending') throw problem('state-conflict');
    const state = decision === 'reject' ? 'rejected' : await make(tx, change, { caller, now });
    const decided = await tx.ruleChanges.updateIf(id, change.revision, {
      state,
      comment,
      decidedBy: caller.actor,
      decidedAt: now.toISOString(),
    });
    if (typeof decided === 'string') throw new Error(`change ${id} is ${decided} in its lock`);
    tx.audit({
      at: now.toISOString(),
      actor: caller.actor,
      type: 'rule-change.decided',
      subject: `rule-changes/${id}`,
      accountId: null,
      data: { state, decision, comment, target: targetOf(change.edit) },
    });
    return answer(tx, readRuleChange(decided));
  });
}

async function make(
  tx: Transaction,
  { edit, base, proposedBy }: RuleChange,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<'applied' | 'superseded'> {
  const editing = { base: base ?? undefined, actor: caller.actor, proposedBy, now };
  return (await applyRuleEdit(tx, edit, editing)) === 'applied' ? 'applied' : 'superseded';
}
