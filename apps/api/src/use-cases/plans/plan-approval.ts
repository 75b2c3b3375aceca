import type { Caller } from '../../identity/caller.ts';
import { type PlanTerms, severities } from '../../model/plan-terms.ts';
import type { PlanRecord } from '../../model/records.ts';
import { readReview } from './stored-plan.ts';

export interface PlanRules {
  readonly fourEyes: boolean;
  readonly planTerms: PlanTerms;
}

/** Whether somebody has to approve a plan before it is carried out. */
export function needsApproval(
  { fourEyes, planTerms }: PlanRules,
  record: Pick<PlanRecord, 'review'>,
): boolean {
  if (!fourEyes) return false;
  const { grantsMore, risks } = readReview(record);
  const least = severities.indexOf(planTerms.approveFrom);
  return grantsMore || risks.some(({ severity }) => severities.indexOf(severity) >= least);
}

/**
 * Whether what this caller carries out was reviewed elsewhere. An API token was made by a person
 * here, so that what it carries out was not.
 */
export function isReviewedElsewhere(
  { planTerms }: Pick<PlanRules, 'planTerms'>,
  { actor, tokenId }: Pick<Caller, 'actor' | 'tokenId'>,
): boolean {
  return planTerms.machinesApply === 'any' && actor.kind === 'machine' && tokenId === null;
}
