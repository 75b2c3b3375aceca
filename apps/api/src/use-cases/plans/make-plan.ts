import {
  type Guardrails,
  grantsMore,
  judgePlanned,
  type Manifest,
  type PlannedManifest,
  type Review,
  reviewPlan,
  shortSubject,
  visibleText,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { AccountRecord, Actor, PlanRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { currentGuardrails } from '../role-requests/current-guardrails.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';
import { type GivenManifest, readGivenManifest } from './given-manifest.ts';
import { needsApproval, type PlanRules } from './plan-approval.ts';
import { planGiven } from './plan-given.ts';
import { applicationHolding } from './request-application.ts';

export interface MakePlan {
  /** A verified one. */
  readonly account: AccountRecord;
  /** As it is stored, … */
  readonly given: GivenManifest;
  /** … and what it says of this account. */
  readonly manifest: Manifest;
  readonly madeBy: Actor;
  /** What it is for: stands in the session's name. */
  readonly reference: string;
  readonly signal: AbortSignal;
}

export interface MadePlan {
  readonly record: PlanRecord;
  readonly planned: PlannedManifest;
  readonly access: Review['access'];
}

/**
 * Plans a manifest against an account, with what it means and which guardrails it breaks. Writes
 * nothing, there or here.
 *
 * @throws RolecallError where the manifest cannot be carried out or the account cannot be read
 */
export async function makePlan(
  { store, accounts, now }: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
  { account, given, manifest, madeBy, reference, signal }: MakePlan,
): Promise<MadePlan> {
  const guardrails = await currentGuardrails(store);
  const port = await accounts.open(account, { purpose: 'plan', reference, signal });
  const about = { given, manifest, guardrails: guardrails.digest };
  const planned = await planGiven(store, { ...about, port });
  const { access, risks } = reviewPlan(planned);
  const record: PlanRecord = {
    id: planned.plan.planId,
    accountId: account.id,
    manifest: toJson(given),
    plan: toJson(planned.plan),
    review: reviewOf(planned, { access, risks, guardrails }),
    decision: null,
    madeBy,
    createdAt: now().toISOString(),
  };
  return { record, planned, access };
}

/**
 * Keeps a plan and tells of it. The same plan made twice is one, and what was said of it holds; but
 * where it was carried out in between, somebody has taken that back, and all of it begins anew.
 */
export async function keepPlan(
  tx: Transaction,
  rules: PlanRules,
  { record, planned }: Pick<MadePlan, 'record' | 'planned'>,
): Promise<PlanRecord> {
  const found = await tx.plans.getForUpdate(record.id);
  const isTakenBack = found !== undefined && (await wasTakenBack(tx, found, planned));
  const held = isTakenBack ? undefined : found;
  if (isTakenBack) await tx.plans.replace(record);
  else await tx.plans.insert(record);
  const { id, accountId, madeBy: actor, createdAt: at } = record;
  const about = { at, actor, subject: `plans/${id}`, accountId };
  const changes = planned.plan.changes.length;
  const { rollbackOf } = readGivenManifest(record.manifest);
  const data = { scope: planned.plan.scope, changes, ...(rollbackOf && { rollbackOf }) };
  tx.audit({ ...about, type: 'plan.created', data });
  if (held === undefined && needsApproval(rules, record))
    tx.audit({ ...about, type: 'plan.approval-needed', data: { changes } }, { notify: true });
  return held ?? record;
}

async function wasTakenBack(
  tx: Transaction,
  found: PlanRecord,
  { plan }: PlannedManifest,
): Promise<boolean> {
  if (plan.changes.length === 0) return false;
  return (await applicationHolding(tx, found))?.state === 'succeeded';
}

function reviewOf(
  planned: PlannedManifest,
  {
    access,
    risks: found,
    guardrails,
  }: Pick<Review, 'access' | 'risks'> & { readonly guardrails: Guardrails },
): Json {
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
