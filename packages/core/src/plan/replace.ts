import { policyNameable } from '../model/ignored.ts';
import {
  type DesiredPolicy,
  type DesiredRole,
  type LivePolicy,
  type LiveRole,
  resourceKey,
} from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { attachOf, detachOf } from './diff-grants.ts';
import { addRole } from './diff-instance-profile.ts';
import { createPolicy, deletePolicy } from './diff-policy.ts';
import { createRole, deleteRole } from './diff-role.ts';
import type { Difference } from './difference.ts';
import { type Holders, holdersOf, isSettled } from './holders.ts';
import { isRevocation } from './kept-revocation.ts';
import { referrersOf } from './referrers.ts';
import { effectOf } from './steps.ts';

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
  const kept = undeclaredGrants(desired, live, context);
  if (foreign.length > 0 || kept.length > 0) {
    return {
      kind: 'conflict',
      message: `${live.arn} would have to be made anew, and would lose what is not declared: ${[...foreign, ...kept].join(', ')}.`,
      hint: 'Declare these too, or make the new role under another name.',
    };
  }
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
      ...referrersOf(live, holders),
    ],
  };
}

/** What others put on it and may keep there; a revocation is for sessions that end anyhow. */
function undeclaredGrants(
  desired: DesiredRole,
  live: LiveRole,
  context: DiffContext,
): readonly string[] {
  const { ignores } = context;
  return [
    ...live.attachedPolicies
      .map(({ arn }) => arn)
      .filter((arn) => !desired.managedPolicies.includes(arn))
      .filter((arn) => !desired.exclusive || ignores(policyNameable(arn))),
    ...live.inlinePolicies
      .filter((one) => !Object.hasOwn(desired.inlinePolicies, one.name) && !desired.exclusive)
      .filter((one) => !isRevocation({ holder: 'role' }, one, context))
      .map(({ name }) => name),
  ];
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
      ...referrersOf(live, holders),
    ],
  };
}
