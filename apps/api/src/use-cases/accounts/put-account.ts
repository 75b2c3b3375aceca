import { canonicalJson } from '@rolecall/policy';
import { problem } from '../../http/problem.ts';
import type { RandomBytes } from '../../identity/api-tokens.ts';
import type { AccountRecord, Actor } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { type AccountInput, accountAccess } from './account-access.ts';
import { isAccountInUse } from './account-in-use.ts';
import { recordAccountEvent } from './record-account-event.ts';

export interface PutAccount {
  readonly id: string;
  readonly input: AccountInput;
  /** As it is in this transaction. */
  readonly before: AccountRecord | undefined;
}

export interface Registered {
  readonly kind: 'registered' | 'changed';
  readonly account: AccountRecord;
  /** It is reached otherwise than before. */
  readonly isAnotherWay: boolean;
}

const defaultScope = 'rolecall';

/**
 * What an account would be with this input, and whether it may be.
 *
 * @throws Problem `body-invalid`; `in-use` where what is live there could no longer be taken away
 */
export async function accountFields(
  tx: Transaction,
  { id, input, before }: PutAccount,
  random: RandomBytes,
) {
  const reached = accountAccess(id, input, { before, random });
  if (before !== undefined) {
    const { access, partition } = reached;
    const isSame = before.access.kind === access.kind && before.partition === partition;
    if (!isSame && (await isAccountInUse(tx, id))) throw problem('in-use');
  }
  const { name, environment, owner, scope = defaultScope } = input;
  return { name, environment, owner, scope, ...reached };
}

/**
 * Writes an account; another way in is tried at once.
 *
 * @throws Problem
 */
export async function putAccount(
  tx: Transaction,
  put: PutAccount,
  by: {
    readonly actor: Actor;
    /** Who asked for it, where another person let it through. */
    readonly proposedBy: Actor | null;
    readonly now: Date;
    readonly random: RandomBytes;
  },
): Promise<Registered> {
  const { id, before } = put;
  const fields = await accountFields(tx, put, by.random);
  if (before === undefined) {
    const account = await insert(tx, { ...fields, id }, by.now);
    recordAccountEvent(tx, account, { ...by, type: 'account.registered' });
    return { kind: 'registered', account, isAnotherWay: false };
  }
  const isAnotherWay = canonicalJson(before.access) !== canonicalJson(fields.access);
  const account = await tx.accounts.updateIf(id, before.revision, {
    ...fields,
    ...(isAnotherWay ? { state: 'pending', failure: null } : {}),
  });
  if (typeof account === 'string') throw problem('precondition-failed');
  if (isAnotherWay) await tx.enqueue('verify-account', { accountId: id });
  recordAccountEvent(tx, account, { ...by, type: 'account.changed' });
  return { kind: 'changed', account, isAnotherWay };
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
