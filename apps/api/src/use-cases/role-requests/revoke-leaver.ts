import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { revokeEverything } from '../../identity/roles.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import { type LeaverInput, type LeaverSteps, leaverSteps } from '../../role-requests/leaver.ts';
import { finalRequestStates } from '../../role-requests/next-request-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { endRuleChange } from '../rules/lapse-rule-changes.ts';
import { tokenPrefix } from '../same-person.ts';
import { advanceRequest } from './advance-request.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { endGrant, isEnding } from './end-grant.ts';
import { readLeaver } from './read-leaver.ts';
import { recordRequestEvent } from './record-event.ts';

/** What ended with somebody's leaving. */
export type LeaverRevocation = LeaverSteps & {
  readonly subject: string;
  /** Ids of plans that they approved, alone, and that nobody has carried out. */
  readonly voidPlans: readonly string[];
};

/**
 * Takes everything away from somebody who leaves, in one step: grants, requests, their word on the
 * requests and plans of others, delegations, API tokens, and who they are in AWS.
 *
 * @throws Problem `forbidden`
 */
export async function revokeLeaver<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { subject, reason }: { readonly subject: string; readonly reason: string },
  answer: Answering<LeaverRevocation, Answered>,
): Promise<Answered> {
  if (!caller.roles.some((role) => revokeEverything.has(role))) throw problem('forbidden');
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    await lockRequests(tx, await readLeaver(tx, subject));
    const input = await readLeaver(tx, subject);
    const steps = leaverSteps(input);
    const by = { actor: caller.actor, isAdministrator: true };
    for (const id of steps.revokeGrants) {
      const requestId = input.grants.find((grant) => grant.id === id)?.requestId ?? id;
      const request = await tx.roleRequests.getForUpdate(requestId);
      const grant = await tx.grants.getForUpdate(id);
      // Its time may have come just now.
      if (grant === undefined || isEnding(grant)) continue;
      await endGrant(tx, now, { grant, request, actor: caller.actor, reason });
    }
    for (const id of steps.cancelRequests) {
      const request = await tx.roleRequests.getForUpdate(id);
      // One may have ended with its grant just now.
      if (request === undefined || request.state === 'cancelled') continue;
      const type = 'role-request.cancelled';
      const move = {
        request,
        event: { kind: 'cancel' },
        by,
        type,
        data: { comment: reason },
      } as const;
      await advanceRequest(tx, now, move);
    }
    await voidDecisions(tx, now, { steps, decisions: input.decisions, caller });
    const voidPlans = await tx.plans.voidApprovalsOf([
      subject,
      ...steps.revokeTokens.map((id) => `${tokenPrefix}${id}`),
    ]);
    for (const id of steps.endDelegations) await tx.delegations.delete(id);
    for (const mapping of steps.removeMappings) await tx.principalMappings.delete(mapping);
    await revokeTokens(tx, now, { steps, caller });
    for (const id of steps.withdrawChanges)
      await endRuleChange(tx, now, {
        id,
        state: 'withdrawn',
        actor: caller.actor,
        comment: reason,
      });
    tx.audit({
      at: now.toISOString(),
      actor: caller.actor,
      type: 'leaver.revoked',
      subject: `leavers/${subject}`,
      accountId: null,
      data: { reason, ...steps, voidPlans, removeMappings: steps.removeMappings.length },
    });
    return answer(tx, { subject, ...steps, voidPlans });
  });
}

/** All before any grant, and in one order, so that two transactions never wait in a ring. */
async function lockRequests(
  tx: Transaction,
  { requests }: Pick<LeaverInput, 'requests'>,
): Promise<void> {
  const open = requests.filter(({ state }) => !finalStates.has(state));
  for (const id of open.map((request) => request.id).sort()) await tx.roleRequests.getForUpdate(id);
}

const finalStates: ReadonlySet<string> = new Set(finalRequestStates);

async function revokeTokens(
  tx: Transaction,
  now: Date,
  { steps, caller }: { readonly steps: LeaverSteps; readonly caller: Caller },
): Promise<void> {
  const at = now.toISOString();
  for (const id of steps.revokeTokens) {
    const token = await tx.apiTokens.revoke(id, at);
    if (token === 'missing') continue;
    tx.audit({
      at,
      actor: caller.actor,
      type: 'api-token.revoked',
      subject: `api-tokens/${id}`,
      accountId: null,
      data: { name: token.name, actor: token.actor.id },
    });
  }
}

/**
 * A request of which one approval no longer counts is decided anew by all: the others answered
 * knowing of it.
 */
async function voidDecisions(
  tx: Transaction,
  now: Date,
  {
    steps,
    decisions,
    caller,
  }: Pick<LeaverInput, 'decisions'> & { readonly steps: LeaverSteps; readonly caller: Caller },
): Promise<void> {
  const voided = new Set(steps.voidDecisions);
  const requestIds = decisions.filter(({ id }) => voided.has(id)).map((one) => one.requestId);
  const open: RoleRequestRecord[] = [];
  for (const id of new Set(requestIds)) {
    const request = await tx.roleRequests.getForUpdate(id);
    if (request?.state === 'pending-approval') open.push(request);
  }
  await tx.decisions.voidOf(open.map(({ id }) => id));
  const type = 'role-request.decisions-voided';
  for (const request of open) recordRequestEvent(tx, request, { now, actor: caller.actor, type });
}
