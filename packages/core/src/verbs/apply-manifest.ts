import type { Guardrails } from '../guardrails/guardrails.ts';
import { RolecallError, refuse } from '../model/errors.ts';
import type { ApplyEvent, ApplyReport } from '../plan/apply-report.ts';
import { narrowPlan } from '../plan/narrow-plan.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { type ReviewedPlan, unreviewed } from '../plan/reviewed-plan.ts';
import type { AccountPort } from './account-port.ts';
import { carryOut } from './carry-out.ts';
import { judgePlanned, refuseGuarded } from './judge-planned.ts';
import { type PlanManifestInput, type PlannedManifest, planManifest } from './plan-manifest.ts';
import { preflight } from './preflight.ts';

export interface ApplyManifestInput extends Omit<PlanManifestInput, 'guardrails' | 'asOf'> {
  readonly port: AccountPort;
  /** What was reviewed; without it the plan that is made now is carried out once confirmed. */
  readonly reviewed: ReviewedPlan | undefined;
  /** What judges the plan before anything is written. */
  readonly guardrails?: Guardrails | undefined;
  /** How it is planned again; from the manifest if left out. */
  readonly plan?: ((guardrails: string | undefined) => Promise<PlannedManifest>) | undefined;
  /** Carries out these changes only, and leaves the others for another run. */
  readonly only?: ((change: Change) => boolean) | undefined;
  readonly allowReplace: boolean;
  readonly skipPreflight: boolean;
  /** Shows the plan before anything is written; `false` stops. */
  readonly confirm: (plan: Plan) => Promise<boolean>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ApplyEvent) => void;
}

export type Applied = (
  | { readonly kind: 'applied'; readonly report: ApplyReport }
  | { readonly kind: 'declined' | 'nothing-to-do' }
) & {
  readonly plan: Plan;
  /** With the changes that were not asked for. */
  readonly whole: Plan;
};

/**
 * Plans again and carries out what it finds, if all of it was reviewed. Verifies the account before
 * anything else, and each resource just before it is written.
 */
export async function applyManifest(input: ApplyManifestInput): Promise<Applied> {
  const { port, reviewed, guardrails, onEvent } = input;
  if (reviewed && guardrails === undefined) requireNoGuardrails(reviewed);
  const all = input.plan
    ? await input.plan(guardrails?.digest)
    : await planManifest({ ...input, guardrails: guardrails?.digest, asOf: undefined });
  const whole = all.plan;
  const plan = input.only ? narrowPlan(whole, input.only) : whole;
  const planned = { ...all, plan };
  if (guardrails) refuseGuarded(judgePlanned(planned, guardrails), guardrails);
  refuseConflicts(plan);
  if (reviewed) refuseUnreviewed(plan, reviewed);
  if (plan.changes.length === 0) return { kind: 'nothing-to-do', plan, whole };
  if (!input.allowReplace) refuseReplacements(plan);
  if (!(await input.confirm(plan))) return { kind: 'declined', plan, whole };
  if (!input.skipPreflight) {
    const warnings = await preflight(planned, port);
    for (const message of warnings) onEvent({ kind: 'warning', message });
  }
  return { kind: 'applied', plan, whole, report: await carryOut(planned, input) };
}

function refuseConflicts({ conflicts }: Plan): void {
  if (conflicts.length === 0) return;
  refuse(
    'The plan has conflicts; nothing was changed.',
    conflicts.map(({ resource, message, hint, position }) => ({
      code: 'CONFLICT',
      message: `${resource}: ${message}`,
      hint,
      position,
    })),
  );
}

/** What was reviewed as judged is not carried out unjudged. */
function requireNoGuardrails({ guardrails }: ReviewedPlan): void {
  if (guardrails === null) return;
  throw new RolecallError('PLAN_CHANGED', 'The reviewed plan was judged by guardrails.', {
    hint: 'Name them here as well, with --guardrails.',
  });
}

function refuseUnreviewed(plan: Plan, reviewed: ReviewedPlan): void {
  const strangers = unreviewed(plan, reviewed);
  if (strangers.length === 0) return;
  refuse('The account or the manifest moved since the plan was reviewed; nothing was changed.', [
    ...strangers,
  ]);
}

function refuseReplacements({ changes }: Plan): void {
  const replaced = changes.filter(({ kind }) => kind === 'replace');
  if (replaced.length === 0) return;
  throw new RolecallError(
    'REPLACE_REFUSED',
    `${replaced.length} resources would be deleted and made again; nothing was changed.`,
    {
      hint: 'Look at their warnings, then allow it with --allow-replace.',
      diagnostics: replaced.map(({ resource, warnings, position }) => ({
        code: 'REPLACE_REFUSED',
        message: `${resource}: ${warnings.join(' ')}`,
        position,
      })),
    },
  );
}
