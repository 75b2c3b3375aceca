import { parseArn } from '@rolecall/policy';
import { resourceKey } from '../../model/resource.ts';
import type { Caller, Snapshot } from '../../model/snapshot.ts';
import { ownAccess } from '../caller.ts';
import { isCallOf } from '../calls.ts';
import type { Change, Conflict } from '../plan.ts';
import { administratorPaths, type JudgeSet, judgeSets, reachesSomebody } from './administrators.ts';
import { projectSetup } from './project-setup.ts';
import { type Setup, setupOf } from './setup.ts';

interface Guarded {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Holds back what would leave an account that has administrators by Identity Center without any, or
 * those who make the plan without the access they make it by.
 */
export function guardAccess(changes: readonly Change[], snapshot: Snapshot): Guarded {
  const { caller, parts } = snapshot;
  const setup = setupOf(parts);
  if (setup === undefined) return { changes, conflicts: [] };
  const after = changes.reduce(projectChange, setup);
  const own = callerPaths(setup, caller);
  const isShutOut = own.length > 0 && callerPaths(after, caller).length === 0;
  const judge = judgeSets(snapshot);
  const lost = lostAccounts(setup, after, judge);
  const refused = new Map<string, Pick<Conflict, 'message' | 'hint'>>();
  for (const change of changes) {
    const alone = projectChange(setup, change);
    if (isShutOut && callerPaths(alone, caller).length < own.length) {
      refused.set(change.resource, ownAccess(caller.arn));
    }
    const takenFrom = lost.filter(
      (way) => countWays(alone, way, judge) < countWays(setup, way, judge),
    );
    if (takenFrom.length > 0) refused.set(change.resource, lastAdministrator(takenFrom));
  }
  return {
    changes: changes.filter(({ resource }) => !refused.has(resource)),
    conflicts: changes.flatMap((change) => {
      const reason = refused.get(change.resource);
      return reason === undefined ? [] : [conflictOf(change, reason)];
    }),
  };
}

function projectChange(setup: Setup, { operations }: Change): Setup {
  return operations.reduce(
    (now, call) =>
      isCallOf('sso', call) || isCallOf('identitystore', call) ? projectSetup(now, call) : now,
    setup,
  );
}

interface Way {
  readonly account: string;
  readonly isSure: boolean;
}

interface Lost extends Way {
  /** Whether somebody is left who is perhaps one. */
  readonly leavesSome: boolean;
}

/** Accounts that have none any more, or none of whom it is sure. */
function lostAccounts(before: Setup, after: Setup, judge: JudgeSet): readonly Lost[] {
  const paths = administratorPaths(before, judge);
  const accounts = new Set(paths.map(({ account }) => account));
  return [...accounts].flatMap((account): readonly Lost[] => {
    const isSure = paths.some((path) => path.account === account && path.isSure);
    if (countWays(after, { account, isSure }, judge) > 0) return [];
    const leavesSome = countWays(after, { account, isSure: false }, judge) > 0;
    return [{ account, isSure, leavesSome }];
  });
}

function countWays(setup: Setup, { account, isSure }: Way, judge: JudgeSet): number {
  return administratorPaths(setup, judge).filter(
    (path) => path.account === account && (path.isSure || !isSure),
  ).length;
}

/** The assignments by which the caller may be what it is now, where Identity Center let it in. */
function callerPaths(setup: Setup, { arn, account }: Caller): Setup['assignments'] {
  const resource = parseArn(arn)?.resource ?? '';
  const [, permissionSet, user] =
    /^assumed-role\/AWSReservedSSO_(.+)_[0-9a-f]{16}\/(.+)$/.exec(resource) ?? [];
  if (permissionSet === undefined || user === undefined) return [];
  return setup.assignments.filter(
    (one) =>
      one.account === account &&
      one.permissionSet === permissionSet &&
      reachesSomebody(one, setup) &&
      (one.principalType === 'USER' ? one.principal === user : mayHold(setup, one.principal, user)),
  );
}

/** Who is in a group of another directory, nobody here can tell. */
function mayHold({ groups }: Setup, group: string, user: string): boolean {
  const found = groups.find(({ name }) => name === group);
  return found !== undefined && (found.external || (found.members ?? []).includes(user));
}

function lastAdministrator(lost: readonly Lost[]): Pick<Conflict, 'message' | 'hint'> {
  const accounts = lost.map(({ account }) => account).join(', ');
  return {
    message: lost.every(({ leavesSome }) => leavesSome)
      ? `Nobody would surely be administrator of ${accounts} by Identity Center any more: a policy that is not known here, or a condition, might deny it.`
      : `It would take the last administrator by Identity Center from ${accounts}.`,
    hint: 'Assign another administrator first; then this can go. The very last, a person removes by hand.',
  };
}

function conflictOf(
  { type, name, arn, address, position }: Change,
  reason: Pick<Conflict, 'message' | 'hint'>,
): Conflict {
  return { resource: resourceKey({ type, name }), type, name, arn, address, position, ...reason };
}
