import { RolecallError } from '../../model/errors.ts';
import { resourceKey } from '../../model/resource.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ReviewedPlan } from '../../plan/reviewed-plan.ts';
import type { PlannedManifest } from '../plan-manifest.ts';
import type { JournalEntry } from './journal-entry.ts';
import { type JournalRun, runsOf } from './runs-of.ts';

/** Those of runs of this scope in this account, whatever file was named. */
export function entriesOf(
  { account, partition, scope }: Pick<Plan, 'account' | 'partition' | 'scope'>,
  entries: readonly JournalEntry[],
): readonly JournalEntry[] {
  const own = runsOf(entries).filter(
    ({ begun }) =>
      begun.account === account && begun.partition === partition && begun.scope === scope,
  );
  const runs = new Set(own.map(({ begun }) => begun.run));
  return entries.filter(({ run }) => runs.has(run));
}

/**
 * Fails (`PLAN_APPLIED`) where the reviewed plan was carried out to its end since it was made, and
 * would be so again: somebody has taken it back, and a review of before does not answer that.
 */
export function refuseApplied(
  plan: Plan,
  reviewed: ReviewedPlan,
  entries: readonly JournalEntry[],
): void {
  if (plan.changes.length === 0) return;
  const earlier = runsOf(entries).findLast(
    ({ begun, ended }) =>
      begun.reviewedPlanId === reviewed.planId &&
      ended?.complete === true &&
      !(reviewed.plannedAt !== undefined && Date.parse(begun.at) < Date.parse(reviewed.plannedAt)),
  );
  if (earlier === undefined) return;
  const { caller } = earlier.begun;
  throw new RolecallError(
    'PLAN_APPLIED',
    `This plan was carried out at ${earlier.ended?.at} by ${caller}, and somebody has changed that since.`,
    { hint: 'Plan again, and have the new plan reviewed.' },
  );
}

/**
 * What a run that was cut off took from others to replace a policy and did not give back, and what no
 * declaration brings back either: no plan can know of it.
 */
export function owedBy(
  planned: PlannedManifest,
  entries: readonly JournalEntry[],
): readonly string[] {
  const last = runsOf(entries).at(-1);
  if (last === undefined || last.ended?.complete === true) return [];
  return openGifts(last).flatMap(({ holder, arn }) =>
    isThere(holder, arn, planned)
      ? []
      : [
          `${holder} had ${arn} until a run of ${last.begun.caller} was cut off at ${last.begun.at}; it is not declared, so attach it by hand if it is to stay.`,
        ],
  );
}

interface Gift {
  /** Key of who had the policy. */
  readonly holder: string;
  readonly arn: string;
}

function openGifts({ changes, settled }: JournalRun): readonly Gift[] {
  return changes
    .filter(({ change, resource }) => change === 'replace' && resource.startsWith('policy/'))
    .flatMap(({ operations }) => operations)
    .filter(({ id }) => settled.get(id) !== 'done' && settled.get(id) !== 'already')
    .flatMap(({ action, input }) => giftOf(action, input) ?? []);
}

function giftOf(action: string, input: unknown): Gift | undefined {
  const [, kind] = /^iam:Attach(Role|User|Group)Policy$/.exec(action) ?? [];
  if (kind === undefined || typeof input !== 'object' || input === null) return undefined;
  const name: unknown = Reflect.get(input, `${kind}Name`);
  const arn: unknown = Reflect.get(input, 'PolicyArn');
  if (typeof name !== 'string' || typeof arn !== 'string') return undefined;
  const types = { Role: 'role', User: 'user', Group: 'group' } as const;
  const type = kind === 'Role' ? types.Role : kind === 'User' ? types.User : types.Group;
  return { holder: resourceKey({ type, name }), arn };
}

/** Whether the account shows it, or this plan brings it back. */
function isThere(holder: string, arn: string, { plan, snapshot }: PlannedManifest): boolean {
  const { roles, users, groups } = snapshot.parts;
  const all = [
    ...(roles.status === 'known'
      ? roles.value.map((one) => ({ ...one, type: 'role' as const }))
      : []),
    ...(users.status === 'known'
      ? users.value.map((one) => ({ ...one, type: 'user' as const }))
      : []),
    ...(groups.status === 'known'
      ? groups.value.map((one) => ({ ...one, type: 'group' as const }))
      : []),
  ];
  const found = all.find((one) => resourceKey(one) === holder);
  const comesBack = plan.changes.some(
    ({ resource, operations }) =>
      resource === holder && operations.some(({ facet }) => facet === `managedPolicies/${arn}`),
  );
  return found === undefined || comesBack || found.attachedPolicies.some((one) => one.arn === arn);
}
