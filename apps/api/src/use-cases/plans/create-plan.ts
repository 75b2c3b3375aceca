import type { Guardrails } from '@rolecall/core';
import {
  grantsMore,
  judgePlanned,
  type PlannedManifest,
  planManifest,
  reviewPlan,
  shortSubject,
  visibleText,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import { currentGuardrails } from '../role-requests/current-guardrails.ts';
import type { Answering } from '../role-requests/deps.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';
import { parseManifest } from './given-manifest.ts';
import { needsApproval, type PlanRules } from './plan-approval.ts';

export interface PlanInput {
  readonly accountId: string;
  readonly manifest: string;
  readonly includeRetired: boolean;
  readonly signal: AbortSignal;
}

/**
 * Plans a manifest against an account, with what it means and which guardrails it breaks. Writes
 * nothing there. The same plan made twice is one.
 *
 * @throws Problem; RolecallError where the manifest is invalid or the account cannot be read
 */
export async function createPlan<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'> & PlanRules,
  caller: Caller,
  input: PlanInput,
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const { store, accounts, now } = deps;
  const { accountId, includeRetired, signal } = input;
  const account = await requireAccount(store, accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  const given = { text: input.manifest, includeRetired };
  const manifest = await parseManifest(given, account);
  const guardrails = await currentGuardrails(store);
  const port = await accounts.open(account, { purpose: 'plan', reference: 'plan', signal });
  const about = { manifest, includeRetired, guardrails: guardrails.digest };
  const planned = await planManifest({ ...about, port });
  const record: PlanRecord = {
    id: planned.plan.planId,
    accountId,
    manifest: { ...given },
    plan: toJson(planned.plan),
    review: reviewOf(planned, guardrails),
    decision: null,
    madeBy: caller.actor,
    createdAt: now().toISOString(),
  };
  return store.transaction(async (tx) => {
    const held = await tx.plans.get(record.id);
    await tx.plans.insert(record);
    await notePerson(tx, caller, now());
    const about = {
      at: record.createdAt,
      actor: caller.actor,
      subject: `plans/${record.id}`,
      accountId,
    };
    const changes = planned.plan.changes.length;
    tx.audit({ ...about, type: 'plan.created', data: { scope: planned.plan.scope, changes } });
    if (held === undefined && needsApproval(deps, record))
      tx.audit({ ...about, type: 'plan.approval-needed', data: { changes } });
    return answer(tx, held ?? record);
  });
}

function reviewOf(planned: PlannedManifest, guardrails: Guardrails): Json {
  const { access, risks: found } = reviewPlan(planned);
  const risks = found.map(({ severity, kind, arn, text }) => ({
    severity,
    kind,
    text: visibleText(`${shortSubject(arn)}: ${text}`),
  }));
  const refusals = judgePlanned(planned, guardrails).map(({ rule, address, message, hint }) => ({
    rule,
    message: address === undefined ? message : `${address}: ${message}`,
    hint,
  }));
  return { grantsMore: access.some(grantsMore), risks, refusals };
}
