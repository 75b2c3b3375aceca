import { compareSnapshots, type PrincipalComparison } from '../access/compare-snapshots.ts';
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

/** Reviews a plan against the account it was made for. */
export function reviewPlan(input: {
  readonly plan: Plan;
  readonly desired: readonly DesiredResource[];
  readonly snapshot: Snapshot;
}): Review {
  const { plan, desired, snapshot } = input;
  const after = projectSnapshot(snapshot, plan);
  return reviewSnapshots({ before: snapshot, after, plan, desired });
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
  const causesOf = causesIn(input);
  const access = compareSnapshots(before, after).map((compared) => ({
    ...compared,
    causes: causesOf(compared.arn),
  }));
  return { before, after, access, risks: findRisks({ ...input, access }) };
}
