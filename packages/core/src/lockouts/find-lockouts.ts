import type { CheckContext } from '../checks/check.ts';
import { isEmergencyPrincipal } from '../checks/emergency-principal.ts';
import { rootArnOf } from '../checks/root-arn.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, PartValue, Snapshot } from '../model/snapshot.ts';
import type { Change, Conflict, Plan } from '../plan/plan.ts';
import { projectSnapshot } from '../plan/project-snapshot.ts';
import { type AccessParts, administratorWays, needsMfa } from './administrator-ways.ts';
import { mayNarrowAccess } from './may-narrow-access.ts';

export interface LockoutInput {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
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
  const after = accessParts(projectSnapshot(snapshot, plan));
  if (after === undefined) return [];
  const context = contextOf(input);
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
  if (administratorWays(after, context).length > 0) return [];
  const had = administratorWays(before, context);
  if (had.length === 0) return [];
  const lost = plan.changes.find(
    ({ arn, kind }) => kind !== 'create' && had.some(({ by }) => by === arn),
  );
  const ways = [...new Set(had.map(({ by }) => by))].join(', ');
  return [
    conflictOf(lost ?? narrowing, {
      message: `Nobody but root would be administrator any more. Now it is: ${ways}.`,
      hint: 'Make another way to administrator first, and try it: a role that federated people assume, or a user with an MFA device.',
    }),
  ];
}

/** A role for administrators that asks for MFA, and opens to users who have no device and get none. */
function closedRoles(plan: Plan, { after, context }: Omit<Sides, 'before'>): readonly Conflict[] {
  return plan.changes.flatMap((change) => {
    if (change.type !== 'role' || change.kind === 'delete') return [];
    const role = after.roles.find(({ name }) => name.toLowerCase() === change.name.toLowerCase());
    if (role === undefined || !needsMfa(role.trust)) return [];
    const shut = administratorWays(after, context, 'shut').filter(({ by }) => by === role.arn);
    const open = administratorWays(after, context).some(({ by }) => by === role.arn);
    if (open || shut.length === 0) return [];
    return [
      conflictOf(change, {
        message: `It asks for MFA of ${shut.map(({ source }) => source).join(', ')}, who have no device and may not enrol one.`,
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
  return plan.changes.flatMap((change) => {
    if (change.type !== 'user' || change.declared === null) return [];
    if (!isEmergencyPrincipal(change, context.settings)) return [];
    const helps = administratorWays(after, context, 'either').some(
      ({ source }) => source.toLowerCase() === change.arn.toLowerCase(),
    );
    if (helps) return [];
    return [
      conflictOf(change, {
        message: 'It is kept for emergencies, and neither is administrator nor may become one.',
        hint: 'Let it assume an administrator role that asks for MFA, beside the one for support.',
      }),
    ];
  });
}

function conflictOf(
  { resource, type, name, arn, address, position }: Change,
  said: Pick<Conflict, 'message' | 'hint'>,
): Conflict {
  return { resource, type, name, arn, address, position, ...said };
}

function accessParts({ parts }: Snapshot): AccessParts | undefined {
  const value = <N extends PartName>(name: N): PartValue<N> | undefined => {
    const part: Snapshot['parts'][N] = parts[name];
    return part.status === 'known' ? part.value : undefined;
  };
  const [users, groups] = [value('users'), value('groups')];
  const [roles, policies] = [value('roles'), value('policies')];
  if (!users || !groups || !roles || !policies) return undefined;
  return {
    users,
    groups,
    roles,
    policies,
    credentials: value('userCredentials'),
    devices: value('mfaDevices'),
  };
}

function contextOf({ snapshot, settings }: LockoutInput): CheckContext {
  const { account, partition } = snapshot.caller;
  return {
    account,
    partition,
    accountArn: rootArnOf({ account, partition }),
    now: new Date(snapshot.takenAt),
    settings,
  };
}
