import type { ReportedApproval } from '@rolecall/core';
import type { Run } from '../run/run.ts';
import { readApprovals } from './approvals.ts';
import type { Releases } from './releases.ts';

/**
 * The approvals that an apply rests on. Of several pull requests each has to be approved; whoever
 * released a plan by its id has approved it by that.
 */
export async function approvalOf(
  { inputs, github }: Run,
  { pulls }: Releases,
): Promise<ReportedApproval> {
  if (inputs.approval === 'none' || inputs.planId !== undefined) return { kind: 'none' };
  const all = await Promise.all(pulls.map(({ number }) => readApprovals(github, number)));
  const everyOne = all.length > 0 && all.every(({ approvedBy }) => approvedBy.length > 0);
  return {
    kind: 'review',
    approvedBy: everyOne ? [...new Set(all.flatMap(({ approvedBy }) => approvedBy))] : [],
    void: all.flatMap((each) => each.void),
  };
}
