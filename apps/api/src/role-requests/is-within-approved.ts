import { type Plan, RolecallError, readReviewedPlan, unreviewed } from '@rolecall/core';
import type { RequestPreview } from '../model/records.ts';
import { beyondApproved } from './role-access.ts';

export type WithinApproved =
  | { readonly kind: 'within' }
  | { readonly kind: 'beyond'; readonly reasons: readonly string[] };

/**
 * Whether a new plan stays within the one that people approved: it does nothing that they did not
 * see, and what comes of it allows nothing more. The second is not said by the first: a policy that
 * a role is given by its name may have become another since.
 */
export function isWithinApproved(
  next: { readonly plan: Plan; readonly preview: Pick<RequestPreview, 'access'> },
  approved: RequestPreview,
): WithinApproved {
  const reasons = [
    ...unseen(next.plan, approved),
    ...beyondApproved(next.preview.access, approved.access),
  ];
  return reasons.length === 0 ? { kind: 'within' } : { kind: 'beyond', reasons };
}

function unseen(plan: Plan, approved: RequestPreview): readonly string[] {
  try {
    const reviewed = readReviewedPlan(approved.plan, `plan ${approved.planId}`);
    if (reviewed.planId !== approved.planId) return ['The approved plan is not the one it says.'];
    return unreviewed(plan, reviewed).map(({ message }) => message);
  } catch (error) {
    if (error instanceof RolecallError) return [error.message];
    throw error;
  }
}
