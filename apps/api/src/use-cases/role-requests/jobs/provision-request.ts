import type { AccountRecord, GrantRecord, RoleRequestRecord } from '../../../model/records.ts';
import { markExpiry } from '../../../role-requests/mark-expiry.ts';
import { scopeOfRequest } from '../../../role-requests/request-names.ts';
import { beginProvisioning } from './begin-provisioning.ts';
import { type Attempt, afterBusy, type JobDeps, TryAgain } from './job.ts';
import { makeGrant } from './make-grant.ts';
import { settleProvisioning } from './settle-provisioning.ts';
import { type Leased, withLease } from './with-lease.ts';

export interface ProvisionJob extends Attempt {
  readonly requestId: string;
}

/**
 * The job that makes what was approved, and marks on it when it ends. It reads the state before it
 * does anything, and goes on where an earlier run broke off, so that it may come at any time and
 * twice. Returns when there is nothing more to do for now; throws `TryAgain` to be called once more.
 */
export async function provisionRequest(deps: JobDeps, job: ProvisionJob): Promise<void> {
  const { store, now } = deps;
  const { requestId, signal } = job;
  const request = await store.roleRequests.get(requestId);
  if (request === undefined || !hasWork(request)) return;
  const holder = `provision:${job.jobId}:${job.attempt}`;
  const { accountId } = request;
  const done = await withLease(deps, { accountId, holder, signal }, (leased) =>
    request.state === 'fulfilled' ? markEnd(deps, request, leased) : provision(deps, job, leased),
  );
  if (done !== 'busy') return;
  const startAfter = afterBusy(now());
  await store.transaction((tx) => tx.enqueue('provision', { requestId }, { startAfter }));
}

function hasWork({ state }: RoleRequestRecord): boolean {
  return state === 'approved' || state === 'provisioning' || state === 'fulfilled';
}

async function provision(deps: JobDeps, job: ProvisionJob, leased: Leased): Promise<void> {
  const begun = await leased.transaction((tx) => beginProvisioning(tx, deps.now(), job));
  if (begun === undefined) return;
  const { request, account } = begun;
  const made = await makeGrant(deps, { request, account, signal: leased.signal });
  const mayRetry = job.attempt + 1 < deps.terms.attempts;
  const settled = await leased.transaction((tx) =>
    settleProvisioning(tx, deps.now(), { requestId: request.id, account, made, mayRetry }),
  );
  if (settled === 'try-again') throw new TryAgain(`request ${request.id} is provisioned again`);
}

/** The end moved with an extension. */
async function markEnd(
  { store, accounts }: JobDeps,
  request: RoleRequestRecord,
  { signal }: Leased,
): Promise<void> {
  const grant = request.grantId === null ? undefined : await store.grants.get(request.grantId);
  const account = await store.accounts.get(request.accountId);
  if (grant === undefined || account === undefined || !isLiving(grant)) return;
  const { expiresAt, roleArns, requestId } = grant;
  const port = await openFor(accounts, { account, requestId, signal });
  const failures = await markExpiry({
    port,
    scope: scopeOfRequest(requestId),
    roleArns,
    expiresAt,
  });
  if (failures.length > 0) throw new TryAgain(failures.join(' '));
}

function isLiving({ state }: GrantRecord): boolean {
  return state === 'active' || state === 'expiring';
}

function openFor(
  accounts: JobDeps['accounts'],
  opening: { account: AccountRecord; requestId: string; signal: AbortSignal },
) {
  const { account, requestId: reference, signal } = opening;
  return accounts.open(account, { purpose: 'apply', reference, signal });
}
