import type { AccountRecord, GrantRecord, RoleRequestRecord } from '../../../model/records.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import { serviceActor } from '../../../work/service-actor.ts';
import { advanceRequest } from '../advance-request.ts';
import { byService } from '../by-service.ts';
import { approvalOf, recordOf } from '../judge-request.ts';
import { moveGrant } from '../move-grant.ts';
import { moveRequest } from '../move-request.ts';
import { recordRequestEvent } from '../record-event.ts';
import { describeFailure } from './describe-failure.ts';
import type { Made } from './make-grant.ts';

export interface Settling {
  readonly requestId: string;
  readonly account: Pick<AccountRecord, 'environment'>;
  readonly made: Made;
  /** Whether a failure that may pass is tried again. */
  readonly mayRetry: boolean;
}

interface Locked {
  readonly request: RoleRequestRecord;
  readonly grant: GrantRecord;
}

/** Writes down what came of an attempt. */
export async function settleProvisioning(
  tx: Transaction,
  now: Date,
  { requestId, account, made, mayRetry }: Settling,
): Promise<'settled' | 'try-again'> {
  const request = await tx.roleRequests.getForUpdate(requestId);
  const grant = await tx.grants.getForUpdate(requestId);
  // Revoked meanwhile: the job that removes it waits for the account, and takes away what was made.
  if (request?.state !== 'provisioning' || grant?.state !== 'provisioning') return 'settled';
  const locked = { request, grant };
  switch (made.kind) {
    case 'provisioned':
      await activate(tx, now, { ...locked, made });
      return 'settled';
    case 'moved':
      await goBack(tx, now, { ...locked, account, made });
      return 'settled';
    case 'refused': {
      const reasons = [...made.faults, ...made.refusals].map(({ message }) => message);
      const failure = { message: 'It can no longer be made.', details: reasons };
      await fail(tx, now, { ...locked, failure: describeFailure(failure, made.leftovers) });
      return 'settled';
    }
    case 'failed': {
      const failure = describeFailure(made.failure, made.leftovers);
      if (!made.failure.retry || !mayRetry) {
        await fail(tx, now, { ...locked, failure });
        return 'settled';
      }
      await delay(tx, now, { ...locked, failure });
      return 'try-again';
    }
    default:
      return made satisfies never;
  }
}

async function activate(
  tx: Transaction,
  now: Date,
  { request, grant, made }: Locked & { readonly made: Extract<Made, { kind: 'provisioned' }> },
): Promise<void> {
  const { roleArns, planId, manifest, startsAt, expiresAt, warnings } = made;
  await moveGrant(tx, now, {
    grant,
    event: { kind: 'activate' },
    by: byService,
    type: 'grant.activated',
    changes: { roleArns, planId, manifest, startsAt, expiresAt, failure: null },
    data: { roleArns, warnings },
  });
  await moveRequest(tx, now, {
    request,
    event: { kind: 'finish' },
    by: byService,
    type: 'role-request.fulfilled',
    changes: { failure: null },
  });
}

/** It would grant more than people approved: they look again, at the plan as it is now. */
async function goBack(
  tx: Transaction,
  now: Date,
  {
    request,
    grant,
    account,
    made,
  }: Locked & Pick<Settling, 'account'> & { readonly made: Extract<Made, { kind: 'moved' }> },
): Promise<void> {
  const { preview, reasons, leftovers } = made;
  const failure = describeFailure(
    { message: 'The plan moved since it was approved.', details: reasons },
    leftovers,
  );
  const approval = await approvalOf(tx, { request, account, preview });
  // Nobody may approve what it has become.
  if (approval.kind === 'refused') return fail(tx, now, { request, grant, failure });
  // As long again as they had before.
  const wait = Date.parse(request.answerBy) - Date.parse(request.createdAt);
  const answerBy = new Date(now.getTime() + wait).toISOString();
  const changes = { preview, approval: recordOf(approval), failure, answerBy };
  await tx.grants.updateIf(grant.id, grant.revision, { failure });
  await advanceRequest(tx, now, {
    request: { ...request, ...changes },
    event: { kind: 'plan-moved', approval },
    by: byService,
    type: 'role-request.plan-moved',
    changes,
    data: { planId: preview.planId, before: request.preview?.planId ?? null, reasons },
  });
}

async function fail(
  tx: Transaction,
  now: Date,
  { request, grant, failure }: Locked & { readonly failure: string },
): Promise<void> {
  await tx.grants.updateIf(grant.id, grant.revision, { failure });
  await moveRequest(tx, now, {
    request,
    event: { kind: 'fail' },
    by: byService,
    type: 'role-request.provision-failed',
    changes: { failure },
    data: { failure },
  });
}

/** It stays as it is and is tried again; meanwhile everybody can read why it takes so long. */
async function delay(
  tx: Transaction,
  now: Date,
  { request, grant, failure }: Locked & { readonly failure: string },
): Promise<void> {
  await tx.grants.updateIf(grant.id, grant.revision, { failure });
  const updatedAt = now.toISOString();
  const delayed = await tx.roleRequests.updateIf(request.id, request.revision, {
    failure,
    updatedAt,
  });
  if (typeof delayed === 'string')
    throw new Error(`request ${request.id} is ${delayed} in its lock`);
  const type = 'role-request.provisioning-delayed';
  recordRequestEvent(tx, delayed, { now, actor: serviceActor, type, data: { failure } });
}
