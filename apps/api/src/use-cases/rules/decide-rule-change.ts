import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import { isSamePerson, notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { applyRuleEdit, type Editing } from './apply-rule-edit.ts';
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
  deps: Pick<ServiceDeps, 'store' | 'now' | 'random' | 'sandboxes' | 'ruleChangeMs'>,
  caller: Caller,
  { id, ifMatch, decision, comment }: RuleChangeDecision,
  answer: Answering<RuleChange, Answered>,
): Promise<Answered> {
  const now = deps.now();
  const moved: string[] = [];
  const answered = await deps.store.transaction(async (tx) => {
    const stored = await tx.ruleChanges.getForUpdate(id);
    if (stored === undefined) throw problem('not-found');
    const change = readRuleChange(stored);
    requirePerson(caller);
    if (await isSamePerson(tx, caller, change.proposedBy.id)) throw problem('self-approval');
    requireMatch(ifMatch, change.revision);
    if (change.state !== 'pending') throw problem('state-conflict');
    if (Date.parse(change.createdAt) + deps.ruleChangeMs <= now.getTime())
      throw problem('state-conflict', { detail: 'Nobody decided in time; propose it anew.' });
    await notePerson(tx, caller, now);
    const { random } = deps;
    const onAnotherWay = (id: string) => void moved.push(id);
    const editing = { caller, now, random, onAnotherWay };
    const state = decision === 'reject' ? 'rejected' : await make(tx, change, editing);
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
  for (const id of moved) deps.sandboxes.remove(id);
  return answered;
}

async function make(
  tx: Transaction,
  { edit, base, proposedBy }: RuleChange,
  {
    caller,
    ...world
  }: { readonly caller: Caller } & Pick<Editing, 'now' | 'random' | 'onAnotherWay'>,
): Promise<'applied' | 'superseded'> {
  const editing = { ...world, base: base ?? undefined, actor: caller.actor, proposedBy };
  return (await applyRuleEdit(tx, edit, editing)) === 'applied' ? 'applied' : 'superseded';
}
