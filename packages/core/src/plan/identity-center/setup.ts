import type { PartValue, SnapshotParts } from '../../model/snapshot.ts';

/** Kinds of which prune takes all into account where one is declared. */
export const identityCenterTypes = [
  'identity-center-user',
  'identity-center-group',
  'permission-set',
  'account-assignment',
] as const;

export type Setup = NonNullable<PartValue<'identityCenterSetup'>>;
export type SetupPermissionSet = Setup['permissionSets'][number];
export type SetupGroup = Setup['groups'][number];

/** What the account manages of Identity Center; `undefined` where that is nothing, or unknown. */
export function setupOf({ identityCenterSetup: part }: SnapshotParts): Setup | undefined {
  return part.status === 'known' && part.value !== null ? part.value : undefined;
}

/** Of what is not read, nothing is known; it is never planned on. */
export const noDetails = { customerPolicies: [], accounts: [], outdated: [] } as const;
