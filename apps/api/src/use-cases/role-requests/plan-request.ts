import { problem } from '../../http/problem.ts';
import type { AccountRecord, RoleRequestRecord } from '../../model/records.ts';
import { type Previewed, previewRequest } from '../../role-requests/preview.ts';
import { currentGuardrails } from './current-guardrails.ts';
import type { RoleRequestDeps } from './deps.ts';
import { faultsRefused } from './refusals.ts';

export interface PlannedRequest {
  readonly account: AccountRecord;
  readonly preview: Extract<Previewed, { kind: 'preview' }>['preview'];
}

/**
 * Plans what a request would do in its account; asks AWS, so never inside a transaction.
 *
 * @throws Problem where the account is not there or the request cannot be made
 * @throws RolecallError where the account cannot be read
 */
export async function planRequest(
  { store, accounts, now }: Pick<RoleRequestDeps, 'store' | 'accounts' | 'now'>,
  request: RoleRequestRecord,
  signal?: AbortSignal,
): Promise<PlannedRequest> {
  const account = await requireAccount(store, request.accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  const subject = request.requester.id;
  const mapping = await store.principalMappings.find({ subject, accountId: account.id });
  const guardrails = await currentGuardrails(store);
  const port = await accounts.open(account, { purpose: 'plan', reference: request.id, signal });
  const previewed = await previewRequest({
    request,
    account,
    mapping,
    guardrails,
    port,
    now: now(),
  });
  if (previewed.kind === 'refused') throw faultsRefused(previewed.faults);
  return { account, preview: previewed.preview };
}

/** @throws Problem `account-unknown` */
export async function requireAccount(
  { accounts }: Pick<RoleRequestDeps['store'], 'accounts'>,
  id: string,
): Promise<AccountRecord> {
  const account = await accounts.get(id);
  if (account !== undefined) return account;
  const message = `Account ${id} is not registered.`;
  throw problem('account-unknown', { errors: [{ pointer: '/accountId', message }] });
}
