import type { DesiredOf, DesiredResource } from '@rolecall/core';

interface Expected {
  readonly type: string;
  readonly values: { readonly [name: string]: unknown };
}

type CenterResource = DesiredOf<
  'permission-set' | 'identity-center-group' | 'identity-center-user' | 'account-assignment'
>;

export function isOfCenter(resource: DesiredResource): resource is CenterResource {
  return /^(?:permission-set|identity-center-|account-assignment)/.test(resource.type);
}

/** What a template would have to come to; `instance`, `store` and people stand for their ids. */
export function centerTemplate(resource: CenterResource): readonly Expected[] {
  const { name } = resource;
  switch (resource.type) {
    case 'permission-set': {
      const { permissionsBoundary: boundary } = resource;
      return [
        expected('AWS::SSO::PermissionSet', {
          InstanceArn: 'instance',
          Name: name,
          Description: resource.description,
          SessionDuration: resource.sessionDuration,
          RelayStateType: resource.relayState,
          ManagedPolicies: some(resource.managedPolicies),
          CustomerManagedPolicyReferences: some(
            resource.customerPolicies.map((policy) => ({
              Name: nameIn(policy),
              Path: pathIn(policy),
            })),
          ),
          InlinePolicy: resource.inlinePolicy,
          PermissionsBoundary:
            boundary === undefined
              ? undefined
              : boundary.startsWith('/')
                ? {
                    CustomerManagedPolicyReference: {
                      Name: nameIn(boundary),
                      Path: pathIn(boundary),
                    },
                  }
                : { ManagedPolicyArn: boundary },
          Tags: some(Object.entries(ownTags(resource)).map(([Key, Value]) => ({ Key, Value }))),
        }),
      ];
    }
    case 'identity-center-group':
      return [
        expected('AWS::IdentityStore::Group', {
          IdentityStoreId: 'store',
          DisplayName: name,
          Description: resource.description,
        }),
        ...resource.members.map((member) =>
          expected('AWS::IdentityStore::GroupMembership', {
            IdentityStoreId: 'store',
            GroupId: `group ${name}`,
            MemberId: { UserId: `user ${member}` },
          }),
        ),
      ];
    case 'account-assignment':
      return [
        expected('AWS::SSO::Assignment', {
          InstanceArn: 'instance',
          PermissionSetArn: `set ${resource.permissionSet}`,
          PrincipalType: resource.principalType,
          PrincipalId: principalOf(resource),
          TargetType: 'AWS_ACCOUNT',
          TargetId: resource.account,
        }),
      ];
    case 'identity-center-user':
      throw new Error('no template makes a user');
    default:
      return resource satisfies never;
  }
}

/** The same of a configuration of Terraform. */
export function centerConfiguration(resource: CenterResource): readonly Expected[] {
  const { name } = resource;
  const set = { instance_arn: 'instance', permission_set_arn: `set ${name}` };
  const reference = (policy: string) => ({
    customer_managed_policy_reference: { name: nameIn(policy), path: pathIn(policy) },
  });
  switch (resource.type) {
    case 'permission-set': {
      const { permissionsBoundary: boundary, inlinePolicy } = resource;
      return [
        expected('aws_ssoadmin_permission_set', {
          instance_arn: 'instance',
          name,
          description: resource.description,
          session_duration: resource.sessionDuration,
          relay_state: resource.relayState,
          tags: Object.keys(ownTags(resource)).length > 0 ? ownTags(resource) : undefined,
        }),
        ...resource.managedPolicies.map((arn) =>
          expected('aws_ssoadmin_managed_policy_attachment', { ...set, managed_policy_arn: arn }),
        ),
        ...resource.customerPolicies.map((policy) =>
          expected('aws_ssoadmin_customer_managed_policy_attachment', {
            ...set,
            ...reference(policy),
          }),
        ),
        ...(inlinePolicy === undefined
          ? []
          : [
              expected('aws_ssoadmin_permission_set_inline_policy', {
                ...set,
                inline_policy: JSON.stringify(inlinePolicy),
              }),
            ]),
        ...(boundary === undefined
          ? []
          : [
              expected('aws_ssoadmin_permissions_boundary_attachment', {
                ...set,
                permissions_boundary: boundary.startsWith('/')
                  ? reference(boundary)
                  : { managed_policy_arn: boundary },
              }),
            ]),
      ];
    }
    case 'identity-center-group':
      return [
        expected('aws_identitystore_group', {
          identity_store_id: 'store',
          display_name: name,
          description: resource.description,
        }),
        ...resource.members.map((member) =>
          expected('aws_identitystore_group_membership', {
            identity_store_id: 'store',
            group_id: `group ${name}`,
            member_id: `user ${member}`,
          }),
        ),
      ];
    case 'identity-center-user':
      return [
        expected('aws_identitystore_user', {
          identity_store_id: 'store',
          user_name: name,
          display_name: resource.displayName,
          name: { given_name: resource.givenName, family_name: resource.familyName },
          emails:
            resource.email === undefined ? undefined : { value: resource.email, primary: true },
        }),
      ];
    case 'account-assignment':
      return [
        expected('aws_ssoadmin_account_assignment', {
          instance_arn: 'instance',
          permission_set_arn: `set ${resource.permissionSet}`,
          principal_type: resource.principalType,
          principal_id: principalOf(resource),
          target_type: 'AWS_ACCOUNT',
          target_id: resource.account,
        }),
      ];
    default:
      return resource satisfies never;
  }
}

/** What is rendered carries no mark. */
function ownTags({ tags }: DesiredOf<'permission-set'>): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('rolecall:')));
}

function principalOf({ principalType, principal }: DesiredOf<'account-assignment'>): string {
  return `${principalType.toLowerCase()} ${principal}`;
}

function nameIn(policy: string): string {
  return policy.slice(policy.lastIndexOf('/') + 1);
}

function pathIn(policy: string): string {
  return policy.slice(0, policy.lastIndexOf('/') + 1);
}

function expected(type: string, values: Expected['values']): Expected {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return { type, values: Object.fromEntries(given) };
}

function some<Member>(list: readonly Member[]): readonly Member[] | undefined {
  return list.length > 0 ? list : undefined;
}
