import { z } from 'zod';
import { type Diagnostic, RolecallError } from '../model/errors.ts';
import { digest } from './digest.ts';
import { operationId } from './operation.ts';
import { type Change, operationsOf, type Plan, planIdOf, planSchemaVersion } from './plan.ts';

const reviewedOperation = z.looseObject({
  id: z.string(),
  action: z.string(),
  region: z.string().optional(),
  resource: z.string(),
  facet: z.string(),
  liveDigest: z.string(),
  desiredDigest: z.string(),
});

const reviewedPlanSchema = z.looseObject({
  schemaVersion: z.literal(planSchemaVersion),
  planId: z.string(),
  scope: z.string(),
  account: z.string(),
  partition: z.string(),
  guardrails: z.string().nullable(),
  plannedAt: z.iso.datetime().optional(),
  shownDigest: z.string(),
  changes: z.array(
    z.looseObject({
      kind: z.string(),
      type: z.string(),
      resource: z.string(),
      declared: z.string().nullable(),
      operations: z.array(reviewedOperation),
    }),
  ),
});

/** What is kept of a plan that people have looked at: which operations they approved. */
export interface ReviewedPlan {
  readonly planId: string;
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  /** Digest of the guardrails that judged it. */
  readonly guardrails: string | null;
  /** Instant, RFC 3339: a plan that was made anew has the id of the one before. */
  readonly plannedAt?: string | undefined;
  readonly operationIds: ReadonlySet<string>;
  /** What a replacement takes from others and gives back to them: digests of these calls. */
  readonly givenBack: ReadonlySet<string>;
  /** Resource → digest of its declaration at the review. */
  readonly declared: ReadonlyMap<string, string | null>;
}

/** Reads a plan file back; one whose ids do not follow from its contents is refused. */
export function readReviewedPlan(value: unknown, file: string): ReviewedPlan {
  const parsed = reviewedPlanSchema.safeParse(value);
  if (!parsed.success) {
    throw new RolecallError('PLAN_INVALID', `${file} is not a plan of this version of Rolecall.`, {
      hint: 'Make it with `rolecall plan --out plan.json`.',
      cause: parsed.error,
    });
  }
  const { planId, scope, account, partition, guardrails, shownDigest, changes, plannedAt } =
    parsed.data;
  const operations = changes.flatMap((change) => change.operations);
  const operationIds = operations.map(operationId);
  const intact =
    operations.every(({ id }, index) => id === operationIds[index]) &&
    shownDigest === digest(changes) &&
    planId === planIdOf({ scope, account, partition, guardrails, changes });
  if (!intact) {
    throw new RolecallError('PLAN_INVALID', `${file} was changed after it was made.`, {
      hint: 'Plan again and have the new plan reviewed.',
    });
  }
  const declared = new Map(changes.map((change) => [change.resource, change.declared]));
  return {
    planId,
    scope,
    account,
    partition,
    guardrails,
    plannedAt,
    operationIds: new Set(operationIds),
    declared,
    givenBack: givenBackBy(changes),
  };
}

/** A plan that was agreed to just now. */
export function reviewedAs(plan: Plan): ReviewedPlan {
  const { planId, scope, account, partition, guardrails, changes } = plan;
  return {
    planId,
    scope,
    account,
    partition,
    guardrails,
    operationIds: new Set(operationsOf(plan).map(({ id }) => id)),
    declared: new Map(changes.map(({ resource, declared }) => [resource, declared])),
    givenBack: givenBackBy(changes),
  };
}

interface ReplacingChange {
  readonly kind: string;
  readonly type: string;
  readonly operations: readonly { readonly [member: string]: unknown }[];
}

/**
 * Cut off in the midst of a replacement, its last calls are planned as those of others: that a role
 * joins its instance profile is then a change of the profile. It is the call that was reviewed.
 */
function givenBackBy(changes: readonly ReplacingChange[]): ReadonlySet<string> {
  return new Set(
    changes
      .filter(({ kind }) => kind === 'replace')
      .flatMap(({ type, operations }) =>
        operations.filter(({ action }) => givingBack[type]?.test(String(action))),
      )
      .map(callDigest),
  );
}

/** Calls that change others than the resource itself, by its type. */
const givingBack: { readonly [type: string]: RegExp } = {
  role: /:AddRoleToInstanceProfile$/,
  policy: /:Attach\w+Policy$/,
};

function callDigest({ action, input }: { readonly [member: string]: unknown }): string {
  return digest([action, input]);
}

/** What a plan would do that the reviewed one does not hold; empty where all of it was reviewed. */
export function unreviewed(plan: Plan, reviewed: ReviewedPlan): readonly Diagnostic[] {
  const { scope, account, partition } = reviewed;
  if (scope !== plan.scope || account !== plan.account || partition !== plan.partition) {
    const message = `The reviewed plan is for scope ${scope} in account ${account}.`;
    return [{ code: 'PLAN_CHANGED', message }];
  }
  return plan.changes.flatMap((change) => strangersOf(change, reviewed));
}

function strangersOf(change: Change, reviewed: ReviewedPlan): readonly Diagnostic[] {
  const strangers = change.operations.filter(
    (operation) =>
      !reviewed.operationIds.has(operation.id) && !reviewed.givenBack.has(callDigest(operation)),
  );
  const isGivenBack = !change.operations.some(({ id }) => reviewed.operationIds.has(id));
  if (strangers.length === 0 && isGivenBack && change.kind === 'update') return [];
  if (strangers.length === 0 && reviewed.declared.get(change.resource) !== change.declared) {
    const message = `${change.resource} is declared otherwise than it was reviewed.`;
    return [{ code: 'PLAN_CHANGED', message, position: change.position }];
  }
  return strangers.map(({ action, resource, facet }) => ({
    code: 'PLAN_CHANGED',
    message: `${action} on ${resource}${facet === '' ? '' : ` (${facet})`} was not reviewed.`,
    position: change.position,
  }));
}
