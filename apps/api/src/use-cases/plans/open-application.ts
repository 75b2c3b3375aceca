import { type LeaseChoice, leaseTimes, type Manifest } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { AccountRecord, ApplicationRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { Progress } from './application-progress.ts';
import { type GivenManifest, parseManifest, readGivenManifest } from './given-manifest.ts';
import { openSignIns, type SignInWork } from './sign-in-port.ts';

export interface ReadApplication {
  readonly application: ApplicationRecord;
  /** As it was reviewed. */
  readonly plan: Json;
  readonly plannedAt: string;
  readonly account: AccountRecord;
  readonly manifest: Manifest;
  readonly given: GivenManifest;
}

/** What an application is about. */
export async function readApplication(
  readers: Pick<Readers, 'plans' | 'accounts'>,
  application: ApplicationRecord,
): Promise<ReadApplication> {
  const { planId, accountId } = application;
  const plan = await readers.plans.get(planId);
  if (plan === undefined) throw new Error(`Plan ${planId} is not there.`);
  const account = await requireAccount(readers, accountId);
  const given = readGivenManifest(plan.manifest);
  const manifest = await parseManifest(given, account);
  const plannedAt = plan.createdAt;
  return { application, plan: plan.plan, plannedAt, account, manifest, given };
}

/** How long it waits for another door. */
const leaseWaitMs = leaseTimes.outlastMs;

/**
 * Keeps other doors out of the account. Of an application there is one lease, however many attempts:
 * one that goes on where another died has it already, and does not wait for its end.
 */
export function leaseOf({ id }: Pick<ApplicationRecord, 'id'>, now: () => Date): LeaseChoice {
  return { token: id, door: `applications/${id}`, now, waitMs: leaseWaitMs };
}

/** Its account, to carry the plan out in. */
export async function openApplication(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now' | 'newId' | 'random' | 'sleep'>,
  { application, account, manifest }: ReadApplication,
  { held, progress }: { readonly held: HeldAccount; readonly progress: Progress },
): Promise<SignInWork> {
  const reference = `applications/${application.id}`;
  const ports = await deps.accounts.openToApply(account, { reference, signal: held.signal });
  const { add: onEvent, addReceipt: onDelivered } = progress;
  const lease = leaseOf(application, deps.now);
  return openSignIns(deps, { application, manifest, held, ports, lease, onEvent, onDelivered });
}
