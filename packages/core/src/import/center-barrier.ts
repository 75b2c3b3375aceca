import type { LiveOf, LiveResource } from '../model/resource.ts';
import type { SnapshotParts } from '../model/snapshot.ts';
import { centerKeeperOf } from '../plan/identity-center/center-keeper.ts';
import { isOrphaned } from '../plan/identity-center/is-orphaned.ts';
import { identityCenterTypes } from '../plan/identity-center/setup.ts';
import { type LeftOut, leaveOut } from './left-out.ts';

export type CenterType = (typeof identityCenterTypes)[number];

export function isOfCenter<R extends Pick<LiveResource, 'type'>>(
  resource: R,
): resource is R & { readonly type: CenterType } {
  const types: readonly string[] = identityCenterTypes;
  return types.includes(resource.type);
}

/** Why a resource of Identity Center is not ours to declare, if it is not. */
export function centerBarrier(
  resource: LiveOf<CenterType>,
  scope: string,
  parts: SnapshotParts,
): LeftOut | undefined {
  switch (resource.type) {
    case 'permission-set':
    case 'identity-center-group':
    case 'identity-center-user': {
      if ('external' in resource && resource.external) return leaveOut(resource, 'directory');
      const keeper = centerKeeperOf(resource, scope);
      return keeper && leaveOut(resource, keeper);
    }
    case 'account-assignment':
      return isOrphaned(resource, parts) ? leaveOut(resource, 'orphaned') : undefined;
    default:
      return resource satisfies never;
  }
}
