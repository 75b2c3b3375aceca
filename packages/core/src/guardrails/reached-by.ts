import { type ResourceType, resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Call } from '../plan/calls.ts';
import { indexLive, type LiveIndex } from '../plan/live-index.ts';
import type { Judged, Subject } from './judged.ts';
import type { Named } from './resource-pattern.ts';

/**
 * Others that the calls of a subject reach, by name and by each ARN they have: a policy that goes is
 * taken from roles, a user joins a group, a group is assigned a permission set.
 */
export function reachedBy(
  { calls, resource }: Pick<Subject, 'calls' | 'resource'>,
  { before, after }: Judged,
): readonly Named[] {
  const others = calls.flatMap(namesIn).filter((named) => resourceKey(named) !== resource);
  return others.flatMap(({ type, name }) => {
    const arns = [before, after].flatMap((snapshot) => {
      const live = indexOf(snapshot).find({ type, name });
      return live !== undefined && 'arn' in live ? [live.arn] : [];
    });
    return [{ type, name, arn: '' }, ...arns.map((arn) => ({ type, name, arn }))];
  });
}

/** Made once, however many resources a plan changes. */
const indexes = new WeakMap<Snapshot, LiveIndex>();

function indexOf(snapshot: Snapshot): LiveIndex {
  const index = indexes.get(snapshot) ?? indexLive(snapshot);
  indexes.set(snapshot, index);
  return index;
}

interface Reached {
  readonly type: ResourceType;
  readonly name: string;
}

function namesIn(call: Call): readonly Reached[] {
  const { input } = call;
  const isPerson = call.action.startsWith('identitystore:');
  const user: ResourceType = isPerson ? 'identity-center-user' : 'user';
  const group: ResourceType = isPerson ? 'identity-center-group' : 'group';
  return [
    ...('RoleName' in input ? [{ type: 'role' as const, name: input.RoleName }] : []),
    ...('UserName' in input ? [{ type: user, name: input.UserName }] : []),
    ...('GroupName' in input ? [{ type: group, name: input.GroupName }] : []),
    ...('InstanceProfileName' in input
      ? [{ type: 'instance-profile' as const, name: input.InstanceProfileName }]
      : []),
    ...('PermissionSetName' in input
      ? [{ type: 'permission-set' as const, name: input.PermissionSetName }]
      : []),
    ...('PrincipalName' in input
      ? [
          {
            type:
              input.PrincipalType === 'GROUP'
                ? ('identity-center-group' as const)
                : ('identity-center-user' as const),
            name: input.PrincipalName,
          },
        ]
      : []),
  ];
}
