import type { SnapshotParts } from '../../model/snapshot.ts';
import type { CheckContext } from '../check.ts';
import type { Account } from './list-targets.ts';

/** By which ways this account reaches into the members of its organization. */
export function memberWays(
  {
    organization,
    organizationsFeatures,
  }: Pick<SnapshotParts, 'organization' | 'organizationsFeatures'>,
  { account }: CheckContext,
): Account['members'] {
  const isManagement =
    organization.status === 'known'
      ? organization.value?.managementAccountId === account
      : 'unknown';
  const hasFeature =
    organizationsFeatures.status === 'known'
      ? (organizationsFeatures.value ?? []).includes('RootSessions')
      : 'unknown';
  return {
    'management-account': isManagement,
    // An account outside any organization has no members, whatever else could not be read.
    'root-sessions':
      organization.status === 'known' && organization.value === null ? false : hasFeature,
  };
}
