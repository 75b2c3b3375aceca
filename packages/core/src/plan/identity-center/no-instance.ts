import type { Diagnostic } from '../../model/errors.ts';
import type { DesiredResource } from '../../model/resource.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';

/** The fault of a declaration in an account that manages no Identity Center. */
export function noInstance(
  { address, position }: Pick<DesiredResource, 'address' | 'position'>,
  { identityCenterSetup: part }: SnapshotParts,
): readonly Diagnostic[] {
  if (part.status !== 'known' || part.value !== null) return [];
  return [
    {
      code: 'MANIFEST_INVALID',
      message: `${address}: this account manages no Identity Center with permission sets.`,
      position,
      hint: 'Declare it for the management account of the organization or its delegated administrator; there a person enables Identity Center in the console first.',
    },
  ];
}
