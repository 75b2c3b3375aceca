import { jsonSchema } from '@rolecall/core';
import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { applyRuleEdit, revisionOf } from './apply-rule-edit.ts';
import { checkRuleEdit } from './check-rule-edit.ts';
import type { RuleChange } from './rule-change.ts';
import { type RuleEdit, targetOf } from './rule-edit.ts';

export type ChangedRules =
  | { readonly kind: 'applied'; readonly isNew: boolean }
  | { readonly kind: 'proposed'; readonly change: RuleChange };

/** So many may wait for a second person; then somebody has to look at them first. */
const mostPending = 100;

/**
 * Changes rules, or proposes to where a second person has to agree. `isNew`: there was nothing.
 *
 * @throws Problem
 */
export async function changeRules<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId' | 'fourEyes' | 'random'>,
  caller: Caller,
  { edit, ifMatch }: { readonly edit: RuleEdit; readonly ifMatch: string | undefined },
  answer: Answering<ChangedRules, Answered>,
): Promise<Answered> {
  checkRuleEdit(edit);
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const base = await revisionOf(tx, edit);
    requireSeen(edit, { ifMatch, base });
    if (deps.fourEyes) {
      const change = await propose(tx, caller, { id: deps.newId(), edit, base, now });
      return answer(tx, { kind: 'proposed', change });
    }
    const editing = { base, actor: caller.actor, proposedBy: null, now, random: deps.random };
    if ((await applyRuleEdit(tx, edit, editing)) === 'stale') throw problem('precondition-failed');
    return answer(tx, { kind: 'applied', isNew: base === undefined });
  });
}

function requireSeen(
  edit: RuleEdit,
  { ifMatch, base }: { readonly ifMatch: string | undefined; readonly base: number | undefined },
): void {
  if (base !== undefined) {
    requireMatch(ifMatch, base);
    return;
  }
  if (edit.kind === 'principal-mapping' && edit.principal === null) throw problem('not-found');
  if (ifMatch !== undefined) throw problem('precondition-failed');
}

/** A machine is nobody's second pair of eyes, and who owns it would be both. */
export function requirePerson({ actor }: Caller): void {
  if (actor.kind === 'person') return;
  throw problem('forbidden', { detail: 'Only people propose and decide changes of the rules.' });
}

/**
 * Writes down what somebody wants to change, for a second person.
 *
 * @throws Problem `forbidden`, `state-conflict` where too many wait
 */
export async function propose(
  tx: Transaction,
  caller: Caller,
  proposal: {
    readonly id: string;
    readonly edit: RuleEdit;
    readonly base: number | undefined;
    readonly now: Date;
  },
): Promise<RuleChange> {
  const { id, edit, base = null, now } = proposal;
  requirePerson(caller);
  await notePerson(tx, caller, now);
  if ((await tx.ruleChanges.countPending()) >= mostPending)
    throw problem('state-conflict', { detail: 'Decide about the changes that wait first.' });
  const change: RuleChange = {
    id,
    edit,
    base,
    proposedBy: { ...caller.actor },
    state: 'pending',
    decidedBy: null,
    comment: '',
    revision: 0,
    createdAt: now.toISOString(),
    decidedAt: null,
  };
  await tx.ruleChanges.insert({ ...change, edit: jsonSchema.parse(edit) });
  tx.audit(
    {
      at: change.createdAt,
      actor: caller.actor,
      type: 'rule-change.proposed',
      subject: `rule-changes/${id}`,
      accountId: null,
      data: { state: change.state, target: targetOf(edit) },
    },
    { notify: true },
  );
  return change;
}
