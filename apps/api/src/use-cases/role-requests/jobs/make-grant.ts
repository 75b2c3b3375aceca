import type { AccountRecord, RoleRequestRecord } from '../../../model/records.ts';
import { markExpiry } from '../../../role-requests/mark-expiry.ts';
import { type Provisioned, provisionGrant } from '../../../role-requests/provision.ts';
import { scopeOfRequest } from '../../../role-requests/request-names.ts';
import { currentGuardrails } from '../current-guardrails.ts';
import { brokenOff, type JobDeps } from './job.ts';

export type Made =
  | Exclude<Provisioned, { kind: 'provisioned' }>
  | (Extract<Provisioned, { kind: 'provisioned' }> & {
      readonly startsAt: string;
      readonly expiresAt: string;
    });

/** Makes in the account what was approved, and writes on it when it ends; our own rows stay. */
export async function makeGrant(
  deps: JobDeps,
  {
    request,
    account,
    signal,
  }: {
    readonly request: RoleRequestRecord;
    readonly account: AccountRecord;
    readonly signal: AbortSignal;
  },
): Promise<Made> {
  const { store, accounts, now, sleep } = deps;
  const approved = request.preview;
  if (approved === null) throw new Error(`request ${request.id} was approved without a plan`);
  try {
    const guardrails = await currentGuardrails(store);
    const subject = request.requester.id;
    const mapping = await store.principalMappings.find({ subject, accountId: account.id });
    const opening = { purpose: 'apply', reference: request.id, signal } as const;
    const port = await accounts.open(account, opening);
    const run = { port, sleep, signal, onEvent: () => {} };
    const about = { request, account, guardrails, mapping, approved, now: now() };
    const provisioned = await provisionGrant({ ...run, ...about });
    if (provisioned.kind !== 'provisioned') return provisioned;
    // The time that was approved begins now that it can be used.
    const start = now();
    const expiresAt = new Date(start.getTime() + request.durationSeconds * 1000).toISOString();
    const { roleArns, warnings } = provisioned;
    const scope = scopeOfRequest(request.id);
    const unmarked = await markExpiry({ port, scope, roleArns, expiresAt });
    const startsAt = start.toISOString();
    return { ...provisioned, warnings: [...warnings, ...unmarked], startsAt, expiresAt };
  } catch (error) {
    return brokenOff(error, deps);
  }
}
