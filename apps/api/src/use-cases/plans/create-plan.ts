import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { type PlanDeps, planAndKeep } from './plan-and-keep.ts';

export interface PlanInput {
  readonly accountId: string;
  readonly manifest: string;
  readonly includeRetired: boolean;
  readonly signal: AbortSignal;
}

/**
 * Plans a manifest against an account, and keeps the plan.
 *
 * @throws Problem; RolecallError where the manifest is invalid or the account cannot be read
 */
export async function createPlan<Answered>(
  deps: PlanDeps,
  caller: Caller,
  { accountId, manifest: text, includeRetired, signal }: PlanInput,
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const given = { text, includeRetired };
  return planAndKeep(deps, caller, { accountId, given, reference: 'plan', signal }, answer);
}
