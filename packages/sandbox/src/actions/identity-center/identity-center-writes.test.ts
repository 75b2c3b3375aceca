import * as store from '@aws-sdk/client-identitystore';
import * as sso from '@aws-sdk/client-sso-admin';
import { expect, test } from 'vitest';
import type { Faults } from '../../faults.ts';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const account = '111122223333';
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';

async function started(faults: Partial<Faults> = {}, scenario: object = {}) {
  const all = sandboxWithServices({ scenario: { identityCenter: {}, ...scenario }, faults });
  const { Instances = [] } = await all.identityCenter.send(new sso.ListInstancesCommand({}));
  const { InstanceArn = '', IdentityStoreId = '' } = Instances[0] ?? {};
  const created = await all.identityCenter.send(
    new sso.CreatePermissionSetCommand({
      InstanceArn,
      Name: 'Admin',
      SessionDuration: 'PT2H',
      RelayState: 'https://console.aws.amazon.com/iam',
      Tags: [{ Key: 'team', Value: 'platform' }],
    }),
  );
  const { GroupId = '' } = await all.identityStore.send(
    new store.CreateGroupCommand({ IdentityStoreId, DisplayName: 'Admins' }),
  );
  const PermissionSetArn = created.PermissionSet?.PermissionSetArn ?? '';
  const set = { InstanceArn, PermissionSetArn };
  const assignment = {
    ...set,
    TargetId: account,
    TargetType: 'AWS_ACCOUNT',
    PrincipalType: 'GROUP',
    PrincipalId: GroupId,
  } as const;
  return { ...all, InstanceArn, IdentityStoreId, GroupId, set, assignment };
}

type Started = Awaited<ReturnType<typeof started>>;

async function assign({ identityCenter, InstanceArn, assignment }: Started) {
  const started = await identityCenter.send(new sso.CreateAccountAssignmentCommand(assignment));
  const AccountAssignmentCreationRequestId = started.AccountAssignmentCreationStatus?.RequestId;
  const poll = new sso.DescribeAccountAssignmentCreationStatusCommand({
    InstanceArn,
    AccountAssignmentCreationRequestId,
  });
  const { AccountAssignmentCreationStatus } = await identityCenter.send(poll);
  return [started.AccountAssignmentCreationStatus, AccountAssignmentCreationStatus] as const;
}

async function roleNames({ sandbox }: Started) {
  return Object.keys(JSON.parse(JSON.stringify(sandbox.state())).roles).filter((name) =>
    name.startsWith('awsreservedsso'),
  );
}

test('an assignment is made in its own time, and the role with it', async () => {
  const all = await started();
  const { identityCenter, set } = all;
  const ManagedPolicyArn = administrator;
  await identityCenter.send(
    new sso.AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn }),
  );
  const [first, then] = await assign(all);
  expect([first?.Status, then?.Status]).toEqual(['IN_PROGRESS', 'SUCCEEDED']);
  expect(await roleNames(all)).toEqual([
    expect.stringMatching(/^awsreservedsso_admin_[0-9a-f]{16}$/),
  ]);
  const assigned = await identityCenter.send(
    new sso.ListAccountAssignmentsCommand({ ...set, AccountId: account }),
  );
  expect(assigned.AccountAssignments).toMatchObject([{ PrincipalId: all.GroupId }]);
  const gone = await identityCenter.send(new sso.DeleteAccountAssignmentCommand(all.assignment));
  expect(gone.AccountAssignmentDeletionStatus?.Status).toBe('IN_PROGRESS');
  const status = await identityCenter.send(
    new sso.DescribeAccountAssignmentDeletionStatusCommand({
      InstanceArn: all.InstanceArn,
      AccountAssignmentDeletionRequestId: gone.AccountAssignmentDeletionStatus?.RequestId,
    }),
  );
  expect(status.AccountAssignmentDeletionStatus?.Status).toBe('SUCCEEDED');
  expect(await roleNames(all)).toEqual([]);
});

test('where the account is full the accepted request fails', async () => {
  const all = await started({}, { quotas: { RolesQuota: 1 } });
  const [, then] = await assign(all);
  expect(then).toMatchObject({
    Status: 'FAILED',
    FailureReason: expect.stringMatching(/RolesPerAccount/),
  });
});

test('one request at a time on a permission set', async () => {
  const all = await started({ asyncCalls: 5 });
  const { identityCenter, assignment, set } = all;
  await identityCenter.send(new sso.CreateAccountAssignmentCommand(assignment));
  const again = identityCenter.send(new sso.CreateAccountAssignmentCommand(assignment));
  expect((await failureOf(again)).name).toBe('ConflictException');
  const changed = identityCenter.send(
    new sso.UpdatePermissionSetCommand({ ...set, Description: 'x' }),
  );
  expect((await failureOf(changed)).name).toBe('ConflictException');
});

test('an assigned set that changed has to be provisioned', async () => {
  const all = await started();
  const { identityCenter, set, InstanceArn } = all;
  await assign(all);
  const outdated = async () =>
    (
      await identityCenter.send(
        new sso.ListAccountsForProvisionedPermissionSetCommand({
          ...set,
          ProvisioningStatus: 'LATEST_PERMISSION_SET_NOT_PROVISIONED',
        }),
      )
    ).AccountIds;
  expect(await outdated()).toEqual([]);
  const InlinePolicy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
  });
  await identityCenter.send(
    new sso.PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }),
  );
  expect(await outdated()).toEqual([account]);
  const { PermissionSetProvisioningStatus } = await identityCenter.send(
    new sso.ProvisionPermissionSetCommand({ ...set, TargetType: 'ALL_PROVISIONED_ACCOUNTS' }),
  );
  const done = await identityCenter.send(
    new sso.DescribePermissionSetProvisioningStatusCommand({
      InstanceArn,
      ProvisionPermissionSetRequestId: PermissionSetProvisioningStatus?.RequestId,
    }),
  );
  expect(done.PermissionSetProvisioningStatus?.Status).toBe('SUCCEEDED');
  expect(await outdated()).toEqual([]);
});

test('a policy of the account that is not there fails the assignment', async () => {
  const all = await started();
  await all.identityCenter.send(
    new sso.AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
      ...all.set,
      CustomerManagedPolicyReference: { Name: 'Nowhere', Path: '/x/' },
    }),
  );
  const [, then] = await assign(all);
  expect(then).toMatchObject({
    Status: 'FAILED',
    FailureReason: expect.stringMatching(/x\/Nowhere/),
  });
});

test('what fails on purpose fails after it was accepted', async () => {
  const all = await started({
    asyncFailures: [{ action: 'sso:Create*', reason: 'no', times: 1 }],
  });
  expect((await assign(all))[1]).toMatchObject({ Status: 'FAILED', FailureReason: 'no' });
  expect((await assign(all))[1]).toMatchObject({ Status: 'SUCCEEDED' });
});

test('an assigned set is not deleted', async () => {
  const all = await started();
  await assign(all);
  const refused = all.identityCenter.send(new sso.DeletePermissionSetCommand(all.set));
  expect((await failureOf(refused)).name).toBe('ConflictException');
});

test.each([
  ['a name that is taken', { Name: 'Admin' }, 'ConflictException'],
  ['too long a session', { Name: 'B', SessionDuration: 'PT13H' }, 'ValidationException'],
  ['too long a name', { Name: 'x'.repeat(33) }, 'ValidationException'],
])('%s is refused', async (_, given, name) => {
  const { identityCenter, InstanceArn } = await started();
  const call = identityCenter.send(new sso.CreatePermissionSetCommand({ InstanceArn, ...given }));
  expect((await failureOf(call)).name).toBe(name);
});

test('tags of a permission set', async () => {
  const { identityCenter, set, InstanceArn } = await started();
  const ResourceArn = set.PermissionSetArn;
  await identityCenter.send(
    new sso.TagResourceCommand({ InstanceArn, ResourceArn, Tags: [{ Key: 'a', Value: 'b' }] }),
  );
  await identityCenter.send(
    new sso.UntagResourceCommand({ InstanceArn, ResourceArn, TagKeys: ['team'] }),
  );
  const { Tags } = await identityCenter.send(
    new sso.ListTagsForResourceCommand({ InstanceArn, ResourceArn }),
  );
  expect(Tags).toEqual([{ Key: 'a', Value: 'b' }]);
});

test('people and groups', async () => {
  const { identityStore, IdentityStoreId, GroupId } = await started();
  const { UserId = '' } = await identityStore.send(
    new store.CreateUserCommand({
      IdentityStoreId,
      UserName: 'ada',
      DisplayName: 'Ada',
      Name: { GivenName: 'Ada', FamilyName: 'Lovelace' },
      Emails: [{ Value: 'ada@example.com', Type: 'work', Primary: true }],
    }),
  );
  const of = { IdentityStoreId, GroupId, MemberId: { UserId } };
  await identityStore.send(new store.CreateGroupMembershipCommand(of));
  const twice = identityStore.send(new store.CreateGroupMembershipCommand(of));
  expect((await failureOf(twice)).name).toBe('ConflictException');
  const { MembershipId } = await identityStore.send(new store.GetGroupMembershipIdCommand(of));
  await identityStore.send(
    new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }),
  );
  await identityStore.send(
    new store.UpdateUserCommand({
      IdentityStoreId,
      UserId,
      Operations: [
        { AttributePath: 'name.familyName', AttributeValue: 'King' },
        { AttributePath: 'emails', AttributeValue: [{ Value: 'king@example.com' }] },
      ],
    }),
  );
  const found = await identityStore.send(
    new store.GetUserIdCommand({
      IdentityStoreId,
      AlternateIdentifier: {
        UniqueAttribute: { AttributePath: 'userName', AttributeValue: 'ada' },
      },
    }),
  );
  expect(
    await identityStore.send(
      new store.DescribeUserCommand({ IdentityStoreId, UserId: found.UserId }),
    ),
  ).toMatchObject({ Name: { FamilyName: 'King' }, Emails: [{ Value: 'king@example.com' }] });
  await identityStore.send(new store.DeleteUserCommand({ IdentityStoreId, UserId }));
  const gone = identityStore.send(new store.DescribeUserCommand({ IdentityStoreId, UserId }));
  expect((await failureOf(gone)).name).toBe('ResourceNotFoundException');
});
