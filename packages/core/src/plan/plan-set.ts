import { z } from 'zod';
import { RolecallError } from '../model/errors.ts';
import { digest } from './digest.ts';
import type { Plan } from './plan.ts';
import { type ReviewedPlan, readReviewedPlan } from './reviewed-plan.ts';

/** Moves when an older reader would misread a file of several plans; a plan of one has 1. */
export const planSetSchemaVersion = 2;

/** The plans of several accounts, made from one manifest in one go. */
export interface PlanSet {
  readonly schemaVersion: typeof planSetSchemaVersion;
  /** SHA-256 over scope, accounts and the ids of their plans. */
  readonly planId: string;
  readonly scope: string;
  /** Sorted by name. */
  readonly accounts: readonly AccountPlan[];
}

export interface AccountPlan {
  readonly name: string;
  readonly account: string;
  /** `null` where the account could not be planned. */
  readonly plan: Plan | null;
  /** Why it could not be planned. */
  readonly error?: { readonly code: string; readonly message: string };
}

export function planSetOf(scope: string, plans: readonly AccountPlan[]): PlanSet {
  const accounts = [...plans].sort((a, b) => (a.name < b.name ? -1 : 1));
  const planId = planSetIdOf(
    scope,
    accounts.map(({ name, account, plan }) => ({ name, account, planId: plan?.planId ?? null })),
  );
  return { schemaVersion: planSetSchemaVersion, planId, scope, accounts };
}

interface IdentifiedPlan {
  readonly name: string;
  readonly account: string;
  readonly planId: string | null;
}

function planSetIdOf(scope: string, accounts: readonly IdentifiedPlan[]): string {
  const content = accounts.map(({ name, account, planId }) => [name, account, planId]);
  return digest([planSetSchemaVersion, scope, content]);
}

/** What people approved of several plans, by the id of the account. */
export interface ReviewedPlanSet {
  readonly planId: string;
  readonly accounts: readonly {
    readonly name: string;
    readonly account: string;
    /** `undefined` where there was no plan to review. */
    readonly reviewed: ReviewedPlan | undefined;
  }[];
}

const planSetSchema = z.looseObject({
  schemaVersion: z.literal(planSetSchemaVersion),
  planId: z.string(),
  scope: z.string(),
  accounts: z.array(z.looseObject({ name: z.string(), account: z.string(), plan: z.unknown() })),
});

/** Whether a plan file holds the plans of several accounts, by its version. */
export function isPlanSet(value: unknown): boolean {
  return z.looseObject({ schemaVersion: z.literal(planSetSchemaVersion) }).safeParse(value).success;
}

/** Reads a file of several plans back; one whose ids do not follow from its contents is refused. */
export function readReviewedPlanSet(value: unknown, file: string): ReviewedPlanSet {
  const parsed = planSetSchema.safeParse(value);
  if (!parsed.success) {
    throw new RolecallError('PLAN_INVALID', `${file} holds no plans of this version of Rolecall.`, {
      hint: 'Make them with `rolecall plan --out plan.json`.',
      cause: parsed.error,
    });
  }
  const { planId, scope } = parsed.data;
  const accounts = parsed.data.accounts.map(({ name, account, plan }) => ({
    name,
    account,
    reviewed: plan === null ? undefined : readReviewedPlan(plan, `${file} (${name})`),
  }));
  const identified = accounts.map(({ name, account, reviewed }) => ({
    name,
    account,
    planId: reviewed?.planId ?? null,
  }));
  const strays = accounts.some(
    ({ account, reviewed }) =>
      reviewed !== undefined && (reviewed.account !== account || reviewed.scope !== scope),
  );
  if (strays || planId !== planSetIdOf(scope, identified)) {
    throw new RolecallError('PLAN_INVALID', `${file} was changed after it was made.`, {
      hint: 'Plan again and have the new plans reviewed.',
    });
  }
  return { planId, accounts };
}
