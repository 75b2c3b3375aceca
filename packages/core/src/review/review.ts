import {
  type CompareSnapshotsOptions,
  compareSnapshots,
  type PrincipalComparison,
} from '../access/compare-snapshots.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Plan } from '../plan/plan.ts';
import { projectSnapshot } from '../plan/project-snapshot.ts';
import { type Cause, causesIn } from './causes.ts';
import { findRisks, type Risk } from './find-risks.ts';

/** What a change means: who may newly do what, and how dangerous that is. */
export interface Review {
  /** The account as it is, or as it was declared. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Every user and role whose access or trust is another afterwards. */
  readonly access: readonly ReviewedAccess[];
  /** Most dangerous first. */
  readonly risks: readonly Risk[];
}

export interface ReviewedAccess extends PrincipalComparison {
  /** The declarations that bring it about. */
  readonly causes: readonly Cause[];
}

/** Whether something is granted that was not before; what is not decided counts as that. */
export function grantsMore({ result }: Pick<PrincipalComparison, 'result'>): boolean {
  return result.verdict !== 'none';
}

export interface ReviewPlanInput {
  readonly plan: Plan;
  readonly desired: readonly DesiredResource[];
  readonly snapshot: Snapshot;
}

/** Reviews a plan against the account it was made for. */
export function reviewPlan(input: ReviewPlanInput): Review {
  return reviewSnapshots(sidesOf(input));
}

/** The risks of `reviewPlan`, for those who do not show what becomes of each principal's access. */
export function risksOfPlan(input: ReviewPlanInput): readonly Risk[] {
  const sides = sidesOf(input);
  return findRisks({ ...sides, access: accessIn(sides, { lists: 'left out' }) });
}

function sidesOf({ plan, desired, snapshot }: ReviewPlanInput): ReviewSnapshotsInput {
  return { before: snapshot, after: projectSnapshot(snapshot, plan), plan, desired };
}

export interface ReviewSnapshotsInput {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Missing where two declarations are compared without asking AWS. */
  readonly plan: Plan | undefined;
  readonly desired: readonly DesiredResource[];
}

export function reviewSnapshots(input: ReviewSnapshotsInput): Review {
  const { before, after } = input;
  const access = accessIn(input, { lists: 'made' });
  return { before, after, access, risks: findRisks({ ...input, access }) };
}

function accessIn(
  input: ReviewSnapshotsInput,
  options: CompareSnapshotsOptions,
): readonly ReviewedAccess[] {
  const causesOf = causesIn(input);
  return compareSnapshots(input.before, input.after, options).map((compared) => ({
    ...compared,
    causes: causesOf(compared.arn),
  }));
}
