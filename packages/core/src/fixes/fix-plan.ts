import type { Json } from '@rolecall/policy';
import type { CheckSettings } from '../model/settings.ts';
import { digest } from '../plan/digest.ts';
import { operationId } from '../plan/operation.ts';
import type { FixCondition, ManifestFix, PersonFix } from './fix.ts';
import type { FixCall } from './fix-call.ts';
import type { FixTarget } from './fix-target.ts';

/** Moves when the shape below changes so that an older reader would misread it. */
export const fixPlanSchemaVersion = 1;

/** One write of a fix plan, with what it changes and which findings it settles. */
export interface FixOperation {
  /** As in a plan of a manifest: SHA-256 of action, subject, facet and both digests. */
  readonly id: string;
  /** ARN. */
  readonly subject: string;
  readonly target: FixTarget;
  readonly call: FixCall;
  /** `null` is the state of what is not there. */
  readonly before: Json;
  readonly after: Json;
  readonly liveDigest: string;
  readonly desiredDigest: string;
  /** What has to be so besides when it is made. */
  readonly provided: readonly FixCondition[];
  readonly cautions: readonly string[];
  /** Ids of findings. */
  readonly findings: readonly string[];
  /** Ids of operations that come first and without which this one is not made. */
  readonly waitsFor: readonly string[];
}

interface NoteBase {
  /** Id of the finding. */
  readonly finding: string;
  readonly check: string;
  readonly message: string;
}

/** A finding for which the plan holds no operation, and what to do about it instead. */
export type FixNote = NoteBase &
  (
    | ManifestFix
    | PersonFix
    /** A change that would lock somebody out. */
    | (Omit<PersonFix, 'kind' | 'why'> & { readonly kind: 'refused'; readonly why: string })
    /** A change that is planned only for a check or finding that was named. */
    | { readonly kind: 'only-named'; readonly why: string; readonly cautions: readonly string[] }
    /** The account is so by now; what the finding rests on is older. */
    | { readonly kind: 'settled' }
  );

/** The changes that make the chosen findings pass, as data. */
export interface FixPlan {
  readonly kind: 'fix-plan';
  readonly schemaVersion: typeof fixPlanSchemaVersion;
  readonly planId: string;
  readonly account: string;
  readonly partition: string;
  /** With which the findings were made, and are checked again. */
  readonly settings: CheckSettings;
  readonly operations: readonly FixOperation[];
  readonly notes: readonly FixNote[];
}

export function fixPlanIdOf({
  account,
  partition,
  operations,
}: Pick<FixPlan, 'account' | 'partition' | 'operations'>): string {
  return digest(['fix-plan', account, partition, operations]);
}

type Draft = Omit<FixOperation, 'id' | 'liveDigest' | 'desiredDigest'>;

export function toFixOperation(draft: Draft): FixOperation {
  const liveDigest = digest(draft.before);
  const desiredDigest = digest(draft.after);
  const id = operationId({
    action: draft.call.action,
    resource: draft.subject,
    facet: digest(draft.target),
    liveDigest,
    desiredDigest,
  });
  return { ...draft, id, liveDigest, desiredDigest };
}
