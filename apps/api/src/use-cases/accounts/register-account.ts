import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import { propose } from '../rules/change-rules.ts';
import type { RuleChange } from '../rules/rule-change.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { AccountInput } from './account-access.ts';
import { accountRevision, isRuledOtherwise } from './account-revision.ts';
import { accountFields, type PutAccount, putAccount, type Registered } from './put-account.ts';

export interface Registration {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly input: AccountInput;
}

export type Registering = Registered | { readonly kind: 'proposed'; readonly change: RuleChange };

/**
 * Registers an account, or changes what is known of it. Where changes of the rules wait for a second
 * person, so does what rules go by: an account that is there by then, and another environment, owner,
 * scope or way in, since by these a rule would match that did not.
 *
 * @throws Problem
 */
export async function registerAccount<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'random' | 'now' | 'newId' | 'sandboxes' | 'fourEyes'>,
  caller: Caller,
  { id, ifMatch, input }: Registration,
  answer: Answering<Registering, Answered>,
): Promise<Answered> {
  const now = deps.now();
  let isAnotherWay = false;
  const answered = await deps.store.transaction(async (tx) => {
    const before = await tx.accounts.get(id);
    if (before !== undefined) requireMatch(ifMatch, before.revision);
    else if (ifMatch !== undefined) throw problem('precondition-failed');
    const put = { id, input, before };
    if (deps.fourEyes) {
      const change = await proposeWhereRuled(tx, { deps, caller, put, now });
      if (change !== undefined) return answer(tx, { kind: 'proposed', change });
    }
    const by = { actor: caller.actor, proposedBy: null, now, random: deps.random };
    const registered = await putAccount(tx, put, by);
    isAnotherWay = registered.isAnotherWay;
    return answer(tx, registered);
  });
  if (isAnotherWay) deps.sandboxes.remove(id);
  return answered;
}

/** Undefined where nothing is another that rules go by. */
async function proposeWhereRuled(
  tx: Transaction,
  {
    deps,
    caller,
    put,
    now,
  }: {
    readonly deps: Pick<ServiceDeps, 'random' | 'newId'>;
    readonly caller: Caller;
    readonly put: PutAccount;
    readonly now: Date;
  },
): Promise<RuleChange | undefined> {
  const { id: accountId, input, before } = put;
  const fields = await accountFields(tx, put, deps.random);
  if (before !== undefined && !isRuledOtherwise(before, fields)) return undefined;
  const account = { ...input, scope: fields.scope };
  const edit = { kind: 'account', accountId, account } as const;
  const base = before && accountRevision(before);
  return propose(tx, caller, { id: deps.newId(), edit, base, now });
}
