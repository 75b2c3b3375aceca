import { canonicalJson } from '@rolecall/policy';
import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AccountRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { type AccountInput, accountAccess } from './account-access.ts';
import { isAccountInUse } from './account-in-use.ts';
import { recordAccountEvent } from './record-account-event.ts';

export interface Registration {
  readonly id: string;
  readonly ifMatch: string | undefined;
  readonly input: AccountInput;
}

export interface Registered {
  readonly kind: 'registered' | 'changed';
  readonly account: AccountRecord;
}

const defaultScope = 'rolecall';

/**
 * Registers an account, or changes what is known of it; another way in is tried at once.
 *
 * @throws Problem
 */
export async function registerAccount<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'random' | 'now' | 'sandboxes'>,
  caller: Caller,
  registration: Registration,
  answer: Answering<Registered, Answered>,
): Promise<Answered> {
  const { id, ifMatch, input } = registration;
  const now = deps.now();
  let isAnotherSandbox = false;
  const answered = await deps.store.transaction(async (tx) => {
    const before = await tx.accounts.get(id);
    const reached = accountAccess(id, input, { before, random: deps.random });
    const { name, environment, owner, scope = defaultScope } = input;
    const fields = { name, environment, owner, scope, ...reached };
    if (before === undefined) {
      if (ifMatch !== undefined) throw problem('precondition-failed');
      const account = await insert(tx, { ...fields, id }, now);
      recordAccountEvent(tx, account, { type: 'account.registered', actor: caller.actor, now });
      return answer(tx, { kind: 'registered', account });
    }
    requireMatch(ifMatch, before.revision);
    const isSameWay = canonicalJson(before.access) === canonicalJson(reached.access);
    isAnotherSandbox = !isSameWay;
    await refuseOtherAccount(tx, before, reached);
    const account = await tx.accounts.updateIf(id, before.revision, {
      ...fields,
      ...(isSameWay ? {} : { state: 'pending', failure: null }),
    });
    if (typeof account === 'string') throw problem('precondition-failed');
    if (!isSameWay) await tx.enqueue('verify-account', { accountId: id });
    recordAccountEvent(tx, account, { type: 'account.changed', actor: caller.actor, now });
    return answer(tx, { kind: 'changed', account });
  });
  if (isAnotherSandbox) deps.sandboxes.remove(id);
  return answered;
}

async function insert(
  tx: Transaction,
  fields: Omit<AccountRecord, 'state' | 'failure' | 'revision' | 'createdAt'>,
  now: Date,
): Promise<AccountRecord> {
  const account: AccountRecord = {
    ...fields,
    state: 'pending',
    failure: null,
    revision: 1,
    createdAt: now.toISOString(),
  };
  if ((await tx.accounts.insert(account)) === 'exists') throw problem('precondition-required');
  await tx.enqueue('verify-account', { accountId: account.id });
  return account;
}

/** What is live there could no longer be taken away. */
async function refuseOtherAccount(
  tx: Transaction,
  before: AccountRecord,
  after: Pick<AccountRecord, 'access' | 'partition'>,
): Promise<void> {
  const isSame = before.access.kind === after.access.kind && before.partition === after.partition;
  if (!isSame && (await isAccountInUse(tx, before.id))) throw problem('in-use');
}
