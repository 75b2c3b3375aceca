import type { CheckContext } from '../checks/check.ts';
import { isEmergencyPrincipal } from '../checks/emergency-principal.ts';
import type { Change, Conflict, Plan } from '../plan/plan.ts';
import {
  type AccessParts,
  accessAfter,
  accessContext,
  accessParts,
  type Judging,
} from './access-parts.ts';
import { administratorWays } from './administrator-ways.ts';
import { mayNarrowAccess } from './may-narrow-access.ts';
import { whoCounts } from './who-counts.ts';

export interface LockoutInput extends Judging {
  readonly plan: Plan;
}

/**
 * The changes that would leave nobody but root as administrator, or whose way in would not open in
 * an emergency. Each stands in the way until a person has thought of another one.
 */
export function findLockouts(input: LockoutInput): readonly Conflict[] {
  const { plan, snapshot } = input;
  if (!plan.changes.some((change) => mayLockOut(change, input))) return [];
  const before = accessParts(snapshot);
  if (before === undefined) return [];
  const after = accessAfter(snapshot, plan.changes);
  if (after === undefined) return [];
  const context = accessContext(input);
  return [
    ...lastWay(plan, { before, after, context }),
    ...closedRoles(plan, { after, context }),
    ...powerlessUsers(plan, { after, context }),
  ];
}

/** Most plans cannot, and are not worth the look at everybody. */
function mayLockOut(change: Change, { settings }: LockoutInput): boolean {
  if (mayNarrowAccess(change) || isEmergencyPrincipal(change, settings)) return true;
  return change.type === 'role' && mentionsMfa(change.operations);
}

/** Whether something is said of a second factor, wherever. */
export function mentionsMfa(value: unknown): boolean {
  return /aws:multifactorauth/i.test(JSON.stringify(value));
}

interface Sides {
  readonly before: AccessParts;
  readonly after: AccessParts;
  readonly context: CheckContext;
}

function lastWay(plan: Plan, { before, after, context }: Sides): readonly Conflict[] {
  const narrowing = plan.changes.find(mayNarrowAccess);
  if (narrowing === undefined) return [];
  const [had = []] = whoCounts(before, context).flatMap((choice) => {
    const ways = administratorWays(before, context, choice);
    return ways.length > 0 && administratorWays(after, context, choice).length === 0 ? [ways] : [];
  });
  if (had.length === 0) return [];
  const lost = plan.changes.find(
    ({ arn, kind }) => kind !== 'create' && had.some(({ by }) => by === arn),
  );
  const ways = [...new Set(had.map(({ by }) => by))].join(', ');
  const unarmed = administratorWays(after, context, { withoutMeans: true });
  const others = [...new Set(unarmed.map(({ source }) => source))].join(', ');
  const but = others === '' ? '' : ` Without a password or an access key: ${others}.`;
  return [
    lockoutOf(lost ?? narrowing, {
      message: `Nobody but root would be administrator any more. Now it is: ${ways}.${but}`,
      hint: 'Make another way to administrator first, and try it: a role that federated people assume, or a user with an MFA device.',
    }),
  ];
}

/** A role for administrators that asks for MFA, and opens to users who have no device and get none. */
function closedRoles(plan: Plan, { after, context }: Omit<Sides, 'before'>): readonly Conflict[] {
  const changes = plan.changes.filter(({ type, kind }) => type === 'role' && kind !== 'delete');
  if (changes.length === 0) return [];
  const shut = administratorWays(after, context, { which: 'shut', withoutMeans: true });
  if (shut.length === 0) return [];
  const open = administratorWays(after, context, { withoutMeans: true });
  const arns = new Map(after.roles.map(({ name, arn }) => [name.toLowerCase(), arn]));
  return changes.flatMap((change) => {
    const arn = arns.get(change.name.toLowerCase());
    const sources = shut.filter(({ by }) => by === arn).map(({ source }) => source);
    if (sources.length === 0 || open.some(({ by }) => by === arn)) return [];
    return [
      lockoutOf(change, {
        message: `It asks for MFA of ${sources.join(', ')}, who have no device and may not enrol one.`,
        hint: 'Enrol a device first, or allow the user to enrol its own (iam:EnableMFADevice and iam:CreateVirtualMFADevice).',
      }),
    ];
  });
}

/** A user for emergencies who can become everything but administrator. */
function powerlessUsers(
  plan: Plan,
  { after, context }: Omit<Sides, 'before'>,
): readonly Conflict[] {
  const kept = plan.changes.filter(
    (change) =>
      change.type === 'user' &&
      change.declared !== null &&
      isEmergencyPrincipal(change, context.settings),
  );
  if (kept.length === 0) return [];
  const ways = administratorWays(after, context, { which: 'either', withoutMeans: true });
  const able = new Set(ways.map(({ source }) => source.toLowerCase()));
  return kept
    .filter(({ arn }) => !able.has(arn.toLowerCase()))
    .map((change) =>
      lockoutOf(change, {
        message: 'It is kept for emergencies, and neither is administrator nor may become one.',
        hint: 'Let it assume an administrator role that asks for MFA, beside the one for support.',
      }),
    );
}

export function lockoutOf(
  { resource, type, name, arn, address, position }: Change,
  said: Pick<Conflict, 'message' | 'hint'>,
): Conflict {
  return { resource, type, name, arn, address, position, ...said };
}
