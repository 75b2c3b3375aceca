import type { GrantRecord, RoleRequestRecord } from '../../../model/records.ts';
import { markExpiry } from '../../../role-requests/mark-expiry.ts';
import { scopeOfRequest } from '../../../role-requests/request-names.ts';
import type { HeldAccount } from '../../../work/hold-account.ts';
import { beginProvisioning } from './begin-provisioning.ts';
import { heldTransaction } from './held-transaction.ts';
import { type Attempt, type JobDeps, mayRetry, TryAgain } from './job.ts';
import { makeGrant } from './make-grant.ts';
import { settleProvisioning } from './settle-provisioning.ts';

export interface ProvisionJob extends Attempt {
  readonly requestId: string;
}

/**
 * The job that makes what was approved, and marks on it when it ends. It reads the state before it
 * does anything, and goes on where an earlier run broke off, so that it may come at any time and
 * twice. Returns when there is nothing more to do for now; throws to be called once more.
 */
export async function provisionRequest(deps: JobDeps, job: ProvisionJob): Promise<void> {
  const request = await deps.store.roleRequests.get(job.requestId);
  if (request === undefined || !hasWork(request)) return;
  await job.holdAccount(request.accountId, (held) =>
    request.state === 'fulfilled' ? markEnd(deps, request, held) : provision(deps, job, held),
  );
}

function hasWork({ state }: RoleRequestRecord): boolean {
  return state === 'approved' || state === 'provisioning' || state === 'fulfilled';
}

async function provision(deps: JobDeps, job: ProvisionJob, held: HeldAccount): Promise<void> {
  const { store, now } = deps;
  const { requestId, attempt } = job;
  const begun = await heldTransaction(store, held, (tx) =>
    beginProvisioning(tx, now(), { requestId, attempt }),
  );
  if (begun === undefined) return;
  const { request, account } = begun;
  const made = await makeGrant(deps, { request, account, signal: held.signal });
  const retry = mayRetry(deps, job);
  const settled = await heldTransaction(store, held, (tx) =>
    settleProvisioning(tx, now(), { requestId, account, made, mayRetry: retry }),
  );
  if (settled === 'try-again') throw new TryAgain(`request ${requestId} is provisioned again`);
}

/** The end moved with an extension. */
async function markEnd(
  { store, accounts }: JobDeps,
  request: RoleRequestRecord,
  { signal }: HeldAccount,
): Promise<void> {
  const grant = request.grantId === null ? undefined : await store.grants.get(request.grantId);
  const account = await store.accounts.get(request.accountId);
  if (grant === undefined || account === undefined || !isLiving(grant)) return;
  const { expiresAt, roleArns, requestId } = grant;
  const port = await accounts.open(account, { purpose: 'apply', reference: requestId, signal });
  const about = { port, scope: scopeOfRequest(requestId), roleArns, expiresAt };
  const failures = await markExpiry(about);
  if (failures.length > 0) throw new TryAgain(failures.join(' '));
}

function isLiving({ state }: GrantRecord): boolean {
  return state === 'active' || state === 'expiring';
}
