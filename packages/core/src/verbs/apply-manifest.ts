import type { Guardrails } from '../guardrails/guardrails.ts';
import { narrowJudged, touchesAdministrators } from '../lockouts/plan-judged.ts';
import { RolecallError, refuse } from '../model/errors.ts';
import type { ApplyEvent, ApplyReport } from '../plan/apply-report.ts';
import { isSignInCall } from '../plan/calls.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { type ReviewedPlan, reviewedAs, unreviewed } from '../plan/reviewed-plan.ts';
import type { AccountPort } from './account-port.ts';
import { type CarryOutInput, carryOut } from './carry-out.ts';
import { entriesOf, owedBy, refuseApplied } from './journal/consult-journal.ts';
import { type JournalInput, keepJournal } from './journal/keep-journal.ts';
import { judgePlanned, refuseGuarded } from './judge-planned.ts';
import { explainLease } from './lease/explain-lease.ts';
import { type LeaseInput, takeLease } from './lease/take-lease.ts';
import { type PlanManifestInput, type PlannedManifest, planManifest } from './plan-manifest.ts';
import { preflight } from './preflight.ts';

export interface ApplyManifestInput
  extends Omit<PlanManifestInput, 'guardrails' | 'asOf'>,
    Pick<CarryOutInput, 'concurrency' | 'patienceMs'> {
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
  /** Keeps other runs out while this one writes; without it nobody is kept out. */
  readonly lease?: LeaseChoice | undefined;
  readonly journal?: JournalChoice | undefined;
}

/** Where the run is written down, and under which name. */
export interface JournalChoice extends Pick<JournalInput, 'run' | 'door' | 'now' | 'port'> {}

export interface LeaseChoice extends Pick<LeaseInput, 'token' | 'door' | 'now' | 'waitMs'> {}

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
  const { port, reviewed, guardrails, onEvent, journal } = input;
  if (reviewed && guardrails === undefined) requireNoGuardrails(reviewed);
  const made = await makePlan(input);
  const { planned, whole } = made;
  const { plan } = planned;
  if (guardrails) refuseGuarded(judgePlanned(planned, guardrails), guardrails);
  refuseConflicts(plan);
  if (port.delivers !== true) refuseSignIns(plan);
  if (reviewed) refuseUnreviewed(plan, reviewed);
  const entries = entriesOf(plan, (await journal?.port.read()) ?? []);
  if (reviewed) refuseApplied(plan, reviewed, entries);
  for (const message of owedBy(planned, entries)) onEvent({ kind: 'warning', message });
  if (plan.changes.length === 0) return { kind: 'nothing-to-do', plan, whole };
  if (!input.allowReplace) refuseReplacements(plan);
  if (!(await input.confirm(plan))) return { kind: 'declined', plan, whole };
  if (!input.skipPreflight) {
    const warnings = await preflight(planned, port);
    for (const message of warnings) onEvent({ kind: 'warning', message });
  }
  return input.lease === undefined
    ? carryOutCurrent(made, { ...input, waited: false })
    : carryOutAlone(made, { ...input, lease: input.lease });
}

interface Planned {
  /** Narrowed to what is asked for. */
  readonly planned: PlannedManifest;
  readonly whole: Plan;
}

async function makePlan(input: ApplyManifestInput): Promise<Planned> {
  const digest = input.guardrails?.digest;
  const all = input.plan
    ? await input.plan(digest)
    : await planManifest({ ...input, guardrails: digest, asOf: undefined });
  const plan = input.only ? narrowJudged(all, input.only, input.manifest.checks) : all.plan;
  return { planned: { ...all, plan }, whole: all.plan };
}

async function carryOutPlanned(
  { planned, whole }: Planned,
  input: ApplyManifestInput & Pick<CarryOutInput, 'confirmLease'>,
): Promise<Applied> {
  const { plan, snapshot } = planned;
  const { journal, reviewed } = input;
  if (journal === undefined)
    return { kind: 'applied', plan, whole, report: await carryOut(planned, input) };
  const reviewedPlanId = reviewed?.planId ?? null;
  const record = await keepJournal(plan, {
    ...journal,
    caller: snapshot.caller.arn,
    reviewedPlanId,
  });
  const report = await carryOut(planned, { ...input, record });
  await record.ended(report).catch((error: unknown) => {
    if (!(error instanceof RolecallError)) throw error;
    const message = `The run is over, and its end could not be written down: ${error.message}`;
    input.onEvent({ kind: 'warning', message });
  });
  return { kind: 'applied', plan, whole, report };
}

/** With the lease. */
async function carryOutAlone(
  made: Planned,
  input: ApplyManifestInput & { readonly lease: LeaseChoice },
): Promise<Applied> {
  const { port, onEvent, sleep, signal } = input;
  const { planned } = made;
  const { caller } = planned.snapshot;
  const warn = (message: string) => onEvent({ kind: 'warning', message });
  const { lease, waited } = await takeLease({
    ...input.lease,
    port: port.lease(planned.plan),
    caller: caller.arn,
    sleep,
    signal,
    onWait: warn,
  }).catch(explainLease);
  try {
    return await carryOutCurrent(made, { ...input, waited, confirmLease: lease.confirm });
  } finally {
    const trouble = await lease.release();
    if (trouble !== undefined) warn(trouble);
  }
}

/**
 * Whoever had to wait plans again, and does nothing that was not agreed to; so does whoever takes from
 * administrators, for while the plan was looked at another of them may have gone.
 */
async function carryOutCurrent(
  made: Planned,
  input: ApplyManifestInput & Pick<CarryOutInput, 'confirmLease'> & { readonly waited: boolean },
): Promise<Applied> {
  const { plan, snapshot } = made.planned;
  const settings = input.manifest.checks;
  const isStale = input.waited || touchesAdministrators(plan, { snapshot, settings });
  const current = isStale ? await planAgain(made.planned, input) : made;
  return current.planned.plan.changes.length === 0
    ? { kind: 'nothing-to-do', plan: current.planned.plan, whole: current.whole }
    : carryOutPlanned(current, input);
}

async function planAgain(before: PlannedManifest, input: ApplyManifestInput): Promise<Planned> {
  const { guardrails } = input;
  const again = await makePlan(input);
  if (guardrails) refuseGuarded(judgePlanned(again.planned, guardrails), guardrails);
  refuseConflicts(again.planned.plan);
  refuseUnreviewed(again.planned.plan, reviewedAs(before.plan));
  return again;
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

/**
 * A password that nobody can be handed is not made. Those of a user that goes are only taken away,
 * which anybody can do.
 */
function refuseSignIns(plan: Plan): void {
  const declared = plan.changes.filter((change) => change.declared !== null);
  const calls = declared.flatMap((change) =>
    change.operations.filter(isSignInCall).map((operation) => ({ change, operation })),
  );
  if (calls.length === 0) return;
  throw new RolecallError(
    'SECRETS_REFUSED',
    'The plan makes or takes away passwords or access keys, and nothing here can hand them over; nothing was changed.',
    {
      hint: 'Apply it from a terminal: `rolecall apply --secrets-dir DIR`.',
      diagnostics: calls.map(({ change, operation }) => ({
        code: 'SECRETS_REFUSED',
        message: `${operation.action} for ${change.resource}.`,
        position: change.position,
      })),
    },
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
