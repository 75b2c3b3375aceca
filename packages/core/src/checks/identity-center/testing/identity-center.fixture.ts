import { known } from '../../../model/part.ts';
import type { PartValue, PermissionSet, Role } from '../../../model/snapshot.ts';
import { account, aRole } from '../../testing/snapshot.fixture.ts';

type Instance = Extract<
  PartValue<'identityCenterInstances'>[string],
  { status: 'known' }
>['value'][number];

const management = '999999999999';
export const anOrganization = { id: 'o-1', managementAccountId: management, featureSet: 'ALL' };
export const ownOrganization = { ...anOrganization, managementAccountId: account };

export function anInstance(instance: Partial<Instance> = {}): Instance {
  return {
    arn: 'arn:aws:sso:::instance/ssoins-1111222233334444',
    identityStoreId: 'd-1234567890',
    ownerAccount: management,
    status: 'ACTIVE',
    ...instance,
  };
}

/** The role that a permission set has in the account. */
export function aSetRole({ name, ...role }: Partial<Role> & Pick<Role, 'name'>): Role {
  return aRole({
    name: `AWSReservedSSO_${name}_0123456789abcdef`,
    path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
    ...role,
  });
}

export function aPermissionSet({
  name,
  ...set
}: Partial<PermissionSet> & Pick<PermissionSet, 'name'>): PermissionSet {
  return {
    arn: `arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-${name}`,
    name,
    region: 'eu-west-1',
    sessionSeconds: 3600,
    managedPolicyArns: [],
    customerPolicyNames: [],
    assignments: known([{ principalType: 'GROUP', principalId: 'g-1', memberCount: 2 }]),
    ...set,
  };
}
