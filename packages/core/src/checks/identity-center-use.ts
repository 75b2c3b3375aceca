import { parseIamArn } from '@rolecall/policy';
import type { SnapshotParts } from '../model/snapshot.ts';
import type { CheckContext, Verdict } from './check.ts';
import { isIdentityCenterRole } from './identity-center-role.ts';
import { missingParts, notReadable } from './not-readable.ts';
import { readRegions, regionsNotReadable, unreadRegions } from './regional.ts';

/** Whether people can reach the account through IAM Identity Center. */
export type IdentityCenterUse =
  | { readonly kind: 'in-use'; readonly sign: string }
  /** An instance of this account alone: it signs in to applications, never to the account. */
  | { readonly kind: 'account-instance' }
  | { readonly kind: 'absent' }
  /** What could not be read. */
  | { readonly kind: 'unclear'; readonly why: Verdict };

export const identityCenterSigns = [
  'roles',
  'samlProviders',
  'identityCenterInstances',
  'organization',
] as const;

type Signs = Pick<SnapshotParts, (typeof identityCenterSigns)[number]>;

/**
 * Roles and the provider that Identity Center keeps in an account show it to members too, which may
 * not see the instance itself.
 */
export function identityCenterUse(parts: Signs, context: CheckContext): IdentityCenterUse {
  const { roles, samlProviders, identityCenterInstances: instances, organization } = parts;
  const { account, accountArn } = context;
  const role = roles.status === 'known' ? roles.value.find(isIdentityCenterRole) : undefined;
  if (role !== undefined) return { kind: 'in-use', sign: role.arn };
  const provider = (samlProviders.status === 'known' ? samlProviders.value : []).find(({ arn }) =>
    /^AWSSSO_.+_DO_NOT_DELETE$/.test(parseIamArn(arn)?.name ?? ''),
  );
  if (provider !== undefined) return { kind: 'in-use', sign: provider.arn };
  const active = (instances.status === 'known' ? readRegions(instances.value) : [])
    .flatMap(({ value }) => value)
    .filter(({ status }) => status === 'ACTIVE');
  const others = active.find(({ ownerAccount }) => ownerAccount !== account);
  // Only an instance of the organization shows itself to another account.
  if (others !== undefined) return { kind: 'in-use', sign: others.arn };
  const [own] = active;
  if (own !== undefined && organization.status === 'unknown') {
    return { kind: 'unclear', why: notReadable(missingParts(['organization'], parts), accountArn) };
  }
  if (own !== undefined && organization.status === 'known') {
    if (organization.value?.managementAccountId === account) {
      return { kind: 'in-use', sign: own.arn };
    }
  }
  const missing = missingParts(['roles', 'samlProviders', 'identityCenterInstances'], parts);
  if (missing.length > 0) return { kind: 'unclear', why: notReadable(missing, accountArn) };
  const unread = instances.status === 'known' ? unreadRegions(instances.value) : [];
  if (unread.length > 0) return { kind: 'unclear', why: regionsNotReadable(unread, accountArn) };
  return { kind: own === undefined ? 'absent' : 'account-instance' };
}
