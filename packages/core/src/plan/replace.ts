import { asList, statementsOf } from '@rolecall/policy';
import { isOwned } from '../model/ownership.ts';
import {
  type DesiredPolicy,
  type DesiredResource,
  type DesiredRole,
  type LiveGroup,
  type LivePolicy,
  type LiveRole,
  type LiveUser,
  resourceKey,
} from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { attachOf, detachOf, type GrantsOf } from './diff-grants.ts';
import { addRole } from './diff-instance-profile.ts';
import { createPolicy, deletePolicy } from './diff-policy.ts';
import { createRole, deleteRole } from './diff-role.ts';
import type { Difference } from './difference.ts';
import { effectOf } from './steps.ts';

/** Everything that can have a policy, or trust a principal. */
export interface Holders {
  readonly users: readonly LiveUser[];
  readonly groups: readonly LiveGroup[];
  readonly roles: readonly LiveRole[];
  /** Keys of what the same plan deletes. */
  readonly leaving: ReadonlySet<string>;
  /** Keys of what the plan deletes or the manifest declares. */
  readonly settled: ReadonlySet<string>;
  /** Keys of the groups that are declared to be taken over: groups carry no mark that shows it. */
  readonly standing: ReadonlySet<string>;
}

export function standingGroups(desired: readonly DesiredResource[]): ReadonlySet<string> {
  return new Set(
    desired.flatMap((one) => (one.type === 'group' && one.adopt ? [resourceKey(one)] : [])),
  );
}

/** Ours, and declared or deleted by the same plan: it lets go of what it no longer declares. */
export function isSettled(
  holder: LiveUser | LiveGroup | LiveRole,
  { settled, standing }: Holders,
  scope: string,
): boolean {
  const key = resourceKey(holder);
  return (isOwned(holder, scope) || standing.has(key)) && settled.has(key);
}

/** Deletes and makes again, back into the instance profiles it was in. */
export function replaceRole(
  desired: DesiredRole,
  live: LiveRole,
  context: DiffContext,
  holders: Holders,
): Difference {
  const foreign = live.instanceProfiles.filter(
    (name) => !holders.settled.has(resourceKey({ type: 'instance-profile', name })),
  );
  const kept = desired.exclusive ? [] : undeclaredGrants(desired, live);
  if (foreign.length > 0 || kept.length > 0) {
    return {
      kind: 'conflict',
      message: `${live.arn} would have to be made anew, and would lose what is not declared: ${[...foreign, ...kept].join(', ')}.`,
      hint: 'Declare these too, or make the new role under another name.',
    };
  }
  const trusting = holders.roles.filter((role) => trusts(role, live.arn));
  return {
    kind: 'replace',
    drafts: [
      ...deleteRole(live, context),
      ...createRole(desired, context),
      ...live.instanceProfiles.map((profile) => {
        const { call, ...draft } = addRole(profile, desired.name);
        return { ...draft, call, facet: `instanceProfiles/${profile}` };
      }),
    ],
    warnings: [
      `${live.arn} becomes another principal: its sessions end, and what names its ARN no longer means it.`,
      ...trusting.map((role) => `${role.arn} trusts it by its present ARN.`),
    ],
  };
}

function undeclaredGrants(desired: DesiredRole, live: LiveRole): readonly string[] {
  return [
    ...live.attachedPolicies
      .map(({ arn }) => arn)
      .filter((arn) => !desired.managedPolicies.includes(arn)),
    ...live.inlinePolicies
      .map(({ name }) => name)
      .filter((name) => !Object.hasOwn(desired.inlinePolicies, name)),
  ];
}

function trusts(role: LiveRole, arn: string): boolean {
  return statementsOf(role.trust).some(({ Principal }) =>
    typeof Principal === 'object' ? asList(Principal.AWS).some((name) => name === arn) : false,
  );
}

/** Takes the policy from its holders, makes it again, and gives it back to them. */
export function replacePolicy(
  desired: DesiredPolicy,
  live: LivePolicy,
  context: DiffContext,
  holders: Holders,
): Difference {
  const { attached, bounded } = holdersOf(live.arn, holders);
  const foreign = attached.filter(({ holder }) => !isSettled(holder, holders, context.scope));
  if (attached.length > 0 && effectOf([live.document]) !== 'allows') {
    return {
      kind: 'conflict',
      message: `${live.arn} would have to be made anew, and denies something to those who have it: meanwhile they would go unguarded.`,
      hint: 'Declare the policy under a new name, move its users over, then drop the old one.',
    };
  }
  if (bounded.length > 0 || foreign.length > 0) {
    const names = [...new Set([...bounded, ...foreign].map(({ holder }) => holder.arn))];
    return {
      kind: 'conflict',
      message: `${live.arn} would have to be made anew, but it is in use by ${names.join(', ')}.`,
      hint: 'Declare the policy under a new name, move its users over, then drop the old one.',
    };
  }
  const arn = `${live.arn.slice(0, live.arn.indexOf(':policy/'))}:policy${desired.path}${desired.name}`;
  // With a new ARN, giving it to those who declare it is a change of theirs.
  const staying = attached.filter(({ holder }) => !holders.leaving.has(resourceKey(holder)));
  return {
    kind: 'replace',
    drafts: [
      ...attached.map(({ of }) => detachOf(of, live.arn)),
      ...deletePolicy(live),
      ...createPolicy(desired),
      ...(arn === live.arn ? staying.map(({ of }) => attachOf(of, arn)) : []),
    ],
    warnings: [
      'IAM cannot change the path or description of a policy: it is deleted and made again.',
    ],
  };
}

interface Held {
  readonly holder: LiveUser | LiveGroup | LiveRole;
  readonly of: GrantsOf;
}

/** Who has a managed policy attached, and whose permissions boundary it is. */
export function holdersOf(
  arn: string,
  { users, groups, roles }: Holders,
): { readonly attached: readonly Held[]; readonly bounded: readonly Held[] } {
  const all: readonly Held[] = [...users, ...groups, ...roles].map((holder) => ({
    holder,
    of: { holder: holder.type, name: holder.name },
  }));
  return {
    attached: all.filter(({ holder }) =>
      holder.attachedPolicies.some((policy) => policy.arn === arn),
    ),
    bounded: all.filter(
      ({ holder }) => holder.type !== 'group' && holder.permissionsBoundary === arn,
    ),
  };
}
