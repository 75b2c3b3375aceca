import {
  DescribeGroupCommand,
  DescribeUserCommand,
  ListGroupMembershipsCommand,
  ListGroupsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-identitystore';
import {
  DescribeInstanceCommand,
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstancesCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSetsCommand,
  ListPermissionSetsProvisionedToAccountCommand,
} from '@aws-sdk/client-sso-admin';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const organization = { id: 'o-a1b2c3d4e5' };
const identityCenter = {
  region: 'eu-west-1',
  users: { alice: {}, bob: { status: 'DISABLED' } },
  groups: { Admins: { members: ['alice', 'bob'] } },
  permissionSets: {
    Admin: { managed: ['aws:AdministratorAccess'], session: 'PT2H' },
    Reader: {
      customer: [{ name: 'Read', path: '/x/' }],
      inline: { Statement: [] },
      boundary: 'aws:PowerUserAccess',
    },
    Unused: {},
  },
  assignments: [
    { permissionSet: 'Admin', group: 'Admins' },
    { permissionSet: 'Reader', user: 'bob' },
    { permissionSet: 'Unused', user: 'alice', account: '222233334444' },
  ],
};

function started(scenario: object = { organization, identityCenter }) {
  const all = sandboxWithServices({ scenario });
  return { ...all, ...all.clientsIn('eu-west-1') };
}

async function instanceOf({ identityCenter: client }: ReturnType<typeof started>) {
  const { Instances = [] } = await client.send(new ListInstancesCommand({}));
  const { InstanceArn = '', IdentityStoreId = '' } = Instances[0] ?? {};
  return { InstanceArn, IdentityStoreId };
}

test('the instance is in one Region', async () => {
  const all = started();
  const { InstanceArn } = await instanceOf(all);
  const elsewhere = all.clientsIn('us-east-1').identityCenter;
  expect((await elsewhere.send(new ListInstancesCommand({}))).Instances).toEqual([]);
  expect(await all.identityCenter.send(new DescribeInstanceCommand({ InstanceArn }))).toMatchObject(
    {
      OwnerAccountId: '111122223333',
      Status: 'ACTIVE',
      EncryptionConfigurationDetails: { KeyType: 'AWS_OWNED_KMS_KEY' },
    },
  );
});

test('permission sets of the account, with what they grant and to whom', async () => {
  const all = started();
  const { identityCenter: client, identityStore } = all;
  const { InstanceArn, IdentityStoreId } = await instanceOf(all);
  const AccountId = '111122223333';
  const provisioned = await client.send(
    new ListPermissionSetsProvisionedToAccountCommand({ InstanceArn, AccountId }),
  );
  const [admin = '', reader = ''] = provisioned.PermissionSets ?? [];
  expect(provisioned.PermissionSets).toHaveLength(2);
  expect(
    (await client.send(new ListPermissionSetsCommand({ InstanceArn }))).PermissionSets,
  ).toHaveLength(3);
  const of = (PermissionSetArn: string) => ({ InstanceArn, PermissionSetArn });
  const { PermissionSet } = await client.send(new DescribePermissionSetCommand(of(admin)));
  expect(PermissionSet).toMatchObject({ Name: 'Admin', SessionDuration: 'PT2H' });
  expect(
    (await client.send(new ListManagedPoliciesInPermissionSetCommand(of(admin))))
      .AttachedManagedPolicies,
  ).toEqual([{ Name: 'AdministratorAccess', Arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }]);
  expect(
    (await client.send(new ListCustomerManagedPolicyReferencesInPermissionSetCommand(of(reader))))
      .CustomerManagedPolicyReferences,
  ).toEqual([{ Name: 'Read', Path: '/x/' }]);
  const inline = async (arn: string) =>
    (await client.send(new GetInlinePolicyForPermissionSetCommand(of(arn)))).InlinePolicy;
  expect(await inline(reader)).toBe('{"Version":"2012-10-17","Statement":[]}');
  expect(await inline(admin)).toBe('');
  const boundary = (arn: string) =>
    client.send(new GetPermissionsBoundaryForPermissionSetCommand(of(arn)));
  expect((await boundary(reader)).PermissionsBoundary).toEqual({
    ManagedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
  });
  expect((await failureOf(boundary(admin))).name).toBe('ResourceNotFoundException');

  const assigned = new ListAccountAssignmentsCommand({ ...of(admin), AccountId });
  const { AccountAssignments = [] } = await client.send(assigned);
  expect(AccountAssignments).toMatchObject([{ PrincipalType: 'GROUP' }]);
  const GroupId = AccountAssignments[0]?.PrincipalId ?? '';
  expect(
    await identityStore.send(new DescribeGroupCommand({ IdentityStoreId, GroupId })),
  ).toMatchObject({ DisplayName: 'Admins' });
  const { GroupMemberships = [] } = await identityStore.send(
    new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }),
  );
  expect(GroupMemberships).toHaveLength(2);
  const UserId = GroupMemberships[1]?.MemberId?.UserId ?? '';
  expect(
    await identityStore.send(new DescribeUserCommand({ IdentityStoreId, UserId })),
  ).toMatchObject({ UserName: 'bob', UserStatus: 'DISABLED' });
});

test('the directory', async () => {
  const all = started();
  const { IdentityStoreId } = await instanceOf(all);
  const Filters = [{ AttributePath: 'UserName', AttributeValue: 'alice' }];
  const users = new ListUsersCommand({ IdentityStoreId, Filters });
  expect((await all.identityStore.send(users)).Users).toMatchObject([{ UserName: 'alice' }]);
  const groups = new ListGroupsCommand({ IdentityStoreId, MaxResults: 1 });
  expect((await all.identityStore.send(groups)).Groups).toMatchObject([{ DisplayName: 'Admins' }]);
  const missing = new DescribeUserCommand({ IdentityStoreId, UserId: '90676b3f-1-2-3-4' });
  expect((await failureOf(all.identityStore.send(missing))).name).toMatch(
    /^(ResourceNotFound|Validation)Exception$/,
  );
});

const other = { id: 'o-a1b2c3d4e5', managementAccount: '444455556666' };

test.each([
  ['a member', other, 'AccessDeniedException'],
  ['a delegate of another service', delegateOf('config.amazonaws.com'), 'AccessDeniedException'],
  ['the delegate', delegateOf('sso.amazonaws.com'), undefined],
])('%s sees the instance; its permission sets: %s', async (_, given, refusal) => {
  const all = started({ organization: given, identityCenter });
  const { InstanceArn } = await instanceOf(all);
  const call = all.identityCenter.send(new ListPermissionSetsCommand({ InstanceArn }));
  if (refusal === undefined) expect((await call).PermissionSets).toHaveLength(3);
  else expect(await failureOf(call)).toEqual({ name: refusal, status: 400 });
});

function delegateOf(service: string) {
  return { ...other, delegatedAdministrators: { self: [service] } };
}
