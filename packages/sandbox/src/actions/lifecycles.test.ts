import * as aws from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import {
  clientsFor,
  policyOf,
  refusalOf,
  sandboxWithClients,
  trustIn,
} from '../clients.fixture.ts';

const trust = trustIn({ Service: 'ec2.amazonaws.com' });
const own = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;
const roles = { app: { trustService: 'ec2.amazonaws.com', maxSession: 7200, description: 'old' } };

test('a role is put together and taken apart', async () => {
  const { iam, sandbox } = sandboxWithClients({ scenario: { policies: { p: { document: {} } } } });
  const before = sandbox.state();
  const RoleName = 'web';
  const PolicyArn = own('policy/p');
  const { Role } = await iam.send(
    new aws.CreateRoleCommand({
      RoleName,
      Path: '/x/',
      AssumeRolePolicyDocument: trust,
      Description: 'serves',
      MaxSessionDuration: 7200,
      PermissionsBoundary: PolicyArn,
      Tags: [{ Key: 'team', Value: 'a' }],
    }),
  );
  expect(Role).toMatchObject({
    Arn: own('role/x/web'),
    Description: 'serves',
    MaxSessionDuration: 7200,
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: PolicyArn },
    RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    Tags: [{ Key: 'team', Value: 'a' }],
  });
  await iam.send(new aws.AttachRolePolicyCommand({ RoleName, PolicyArn }));
  await iam.send(new aws.AttachRolePolicyCommand({ RoleName, PolicyArn }));
  const inline = { RoleName, PolicyName: 'own' };
  await iam.send(new aws.PutRolePolicyCommand({ ...inline, PolicyDocument: policyOf() }));
  const profile = { InstanceProfileName: 'web' };
  await iam.send(new aws.CreateInstanceProfileCommand(profile));
  await iam.send(new aws.AddRoleToInstanceProfileCommand({ ...profile, RoleName }));

  const { AttachedPolicies } = await iam.send(
    new aws.ListAttachedRolePoliciesCommand({ RoleName }),
  );
  expect(AttachedPolicies).toEqual([{ PolicyName: 'p', PolicyArn }]);
  const { Policy } = await iam.send(new aws.GetPolicyCommand({ PolicyArn }));
  expect(Policy).toMatchObject({ AttachmentCount: 1, PermissionsBoundaryUsageCount: 1 });
  const { InstanceProfiles } = await iam.send(
    new aws.ListInstanceProfilesForRoleCommand({ RoleName }),
  );
  expect(InstanceProfiles?.[0]?.Roles?.[0]?.RoleName).toBe(RoleName);
  const details = await iam.send(
    new aws.GetAccountAuthorizationDetailsCommand({ Filter: ['Role'] }),
  );
  const detail = details.RoleDetailList?.find((one) => one.RoleName === RoleName);
  expect(detail).toMatchObject({
    RolePolicyList: [{ PolicyName: 'own' }],
    InstanceProfileList: [{ InstanceProfileName: 'web' }],
    RoleLastUsed: {},
  });
  expect(detail).not.toHaveProperty('Description');
  expect(detail).not.toHaveProperty('MaxSessionDuration');

  await iam.send(new aws.RemoveRoleFromInstanceProfileCommand({ ...profile, RoleName }));
  await iam.send(new aws.DeleteInstanceProfileCommand(profile));
  await iam.send(new aws.DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await iam.send(new aws.DeleteRolePolicyCommand(inline));
  await iam.send(new aws.DeleteRoleCommand({ RoleName }));
  expect(sandbox.state()).toEqual(before);
});

describe('calls that replace more than they name', () => {
  test('UpdateRole without a duration gives one hour', async () => {
    const { iam } = sandboxWithClients({ scenario: { roles } });
    await iam.send(new aws.UpdateRoleCommand({ RoleName: 'app', Description: 'new' }));
    const { Role } = await iam.send(new aws.GetRoleCommand({ RoleName: 'app' }));
    expect(Role).toMatchObject({ Description: 'new', MaxSessionDuration: 3600 });
  });

  test('UpdateAccountPasswordPolicy replaces everything', async () => {
    const { iam } = sandboxWithClients({
      scenario: { passwordPolicy: { minimumLength: 14, usersCanChange: true, maxAgeDays: 90 } },
    });
    await iam.send(new aws.UpdateAccountPasswordPolicyCommand({ RequireSymbols: true }));
    const { PasswordPolicy } = await iam.send(new aws.GetAccountPasswordPolicyCommand({}));
    expect(PasswordPolicy).toEqual({
      MinimumPasswordLength: 6,
      RequireSymbols: true,
      RequireNumbers: false,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      ExpirePasswords: false,
    });
    await iam.send(new aws.DeleteAccountPasswordPolicyCommand({}));
    await refusalOf(iam.send(new aws.GetAccountPasswordPolicyCommand({})));
  });

  test('CreateAccountAlias replaces the alias', async () => {
    const { iam } = sandboxWithClients({ scenario: { alias: 'old' } });
    await iam.send(new aws.CreateAccountAliasCommand({ AccountAlias: 'new-one' }));
    const { AccountAliases } = await iam.send(new aws.ListAccountAliasesCommand({}));
    expect(AccountAliases).toEqual(['new-one']);
  });
});

test('versions of a policy count on and are never used twice', async () => {
  const { iam } = sandboxWithClients();
  const PolicyArn = own('policy/p');
  await iam.send(new aws.CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: policyOf() }));
  const more = { PolicyArn, PolicyDocument: policyOf(1) };
  await iam.send(new aws.CreatePolicyVersionCommand(more));
  await iam.send(new aws.CreatePolicyVersionCommand({ ...more, SetAsDefault: true }));
  await iam.send(new aws.DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
  await iam.send(new aws.CreatePolicyVersionCommand(more));
  const { Versions } = await iam.send(new aws.ListPolicyVersionsCommand({ PolicyArn }));
  expect(Versions?.map(({ VersionId }) => VersionId)).toEqual(['v4', 'v3', 'v1']);
  expect(Versions?.find(({ IsDefaultVersion }) => IsDefaultVersion)?.VersionId).toBe('v3');
  await iam.send(new aws.SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  const { Policy } = await iam.send(new aws.GetPolicyCommand({ PolicyArn }));
  expect(Policy?.DefaultVersionId).toBe('v1');
});

test('AWS-managed policies are read by ARN', async () => {
  const { iam } = sandboxWithClients();
  const PolicyArn = 'arn:aws:iam::aws:policy/job-function/SupportUser';
  const { Policy } = await iam.send(new aws.GetPolicyCommand({ PolicyArn }));
  expect(Policy).toMatchObject({ Path: '/job-function/', DefaultVersionId: 'v11' });
  const { PolicyVersion } = await iam.send(
    new aws.GetPolicyVersionCommand({ PolicyArn, VersionId: 'v11' }),
  );
  expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toContain('"support:*"');
});

describe('service-linked roles', () => {
  test.each([
    ['ssm-incidents.amazonaws.com', undefined, 'AWSServiceRoleForIncidentManager'],
    ['sync.proton.amazonaws.com', undefined, 'AWSServiceRoleForProtonSync'],
    ['autoscaling.amazonaws.com', 'blue', 'AWSServiceRoleForAutoScaling_blue'],
    ['dax.amazonaws.com', undefined, 'AWSServiceRoleForDAX'],
  ])('%s %s: %s', async (AWSServiceName, CustomSuffix, expected) => {
    const { iam } = sandboxWithClients();
    const { Role } = await iam.send(
      new aws.CreateServiceLinkedRoleCommand({ AWSServiceName, CustomSuffix }),
    );
    expect(Role?.Arn).toBe(own(`role/aws-service-role/${AWSServiceName}/${expected}`));
  });

  test('are deleted in the background', async () => {
    const { iam } = sandboxWithClients({
      scenario: { serviceLinkedRoles: { 'rds.amazonaws.com': {} } },
    });
    const RoleName = 'AWSServiceRoleForRDS';
    const { DeletionTaskId } = await iam.send(new aws.DeleteServiceLinkedRoleCommand({ RoleName }));
    const status = async () =>
      (await iam.send(new aws.GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId })))
        .Status;
    expect(await status()).toBe('IN_PROGRESS');
    await iam.send(new aws.GetRoleCommand({ RoleName }));
    expect(await status()).toBe('SUCCEEDED');
    await refusalOf(iam.send(new aws.GetRoleCommand({ RoleName })));
  });
});

test('a user with all kinds of credentials', async () => {
  const { iam, sandbox } = sandboxWithClients({ scenario: { groups: { g: {} } } });
  const UserName = 'alice';
  await iam.send(new aws.CreateUserCommand({ UserName }));
  await iam.send(new aws.AddUserToGroupCommand({ UserName, GroupName: 'G' }));
  await iam.send(new aws.AddUserToGroupCommand({ UserName, GroupName: 'g' }));
  const login = { UserName, Password: 'Correct-Horse-9', PasswordResetRequired: true };
  await iam.send(new aws.CreateLoginProfileCommand(login));
  await iam.send(new aws.UpdateLoginProfileCommand({ UserName, PasswordResetRequired: false }));
  const { LoginProfile } = await iam.send(new aws.GetLoginProfileCommand({ UserName }));
  expect(LoginProfile?.PasswordResetRequired).toBe(false);

  const { VirtualMFADevice } = await iam.send(
    new aws.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }),
  );
  const SerialNumber = VirtualMFADevice?.SerialNumber ?? '';
  expect(new TextDecoder().decode(VirtualMFADevice?.Base32StringSeed)).toMatch(/^[A-Z2-7]{51}$/);
  const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
  await iam.send(new aws.EnableMFADeviceCommand({ UserName, SerialNumber, ...codes }));
  const virtual = await iam.send(
    new aws.ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }),
  );
  expect(virtual.VirtualMFADevices?.[0]?.User?.UserName).toBe(UserName);
  const { MFADevices } = await iam.send(new aws.ListMFADevicesCommand({ UserName }));
  expect(MFADevices?.[0]?.SerialNumber).toBe(own('mfa/alice'));

  const { ServiceSpecificCredential } = await iam.send(
    new aws.CreateServiceSpecificCredentialCommand({
      UserName,
      ServiceName: 'bedrock.amazonaws.com',
      CredentialAgeDays: 30,
    }),
  );
  const { ServiceSpecificCredentials } = await iam.send(
    new aws.ListServiceSpecificCredentialsCommand({ AllUsers: true }),
  );
  expect(ServiceSpecificCredentials?.[0]).toMatchObject({
    UserName,
    ExpirationDate: new Date('2026-12-21T00:00:00Z'),
  });

  await iam.send(new aws.DeleteLoginProfileCommand({ UserName }));
  await iam.send(new aws.DeactivateMFADeviceCommand({ UserName, SerialNumber }));
  await iam.send(new aws.DeleteVirtualMFADeviceCommand({ SerialNumber }));
  const { ServiceSpecificCredentialId } = ServiceSpecificCredential ?? {};
  await iam.send(
    new aws.DeleteServiceSpecificCredentialCommand({ UserName, ServiceSpecificCredentialId }),
  );
  await iam.send(new aws.RemoveUserFromGroupCommand({ UserName, GroupName: 'g' }));
  await iam.send(new aws.DeleteUserCommand({ UserName }));
  expect(sandbox.state()).toMatchObject({ users: {}, virtualMfa: {} });
});

test('an access key signs as its user until it is made inactive', async () => {
  const { iam, sandbox } = sandboxWithClients({
    scenario: { users: { robot: { path: '/x/', attach: ['aws:IAMReadOnlyAccess'] } } },
  });
  const { AccessKey } = await iam.send(new aws.CreateAccessKeyCommand({ UserName: 'robot' }));
  const AccessKeyId = AccessKey?.AccessKeyId ?? '';
  const unused = await iam.send(new aws.GetAccessKeyLastUsedCommand({ AccessKeyId }));
  expect(unused.AccessKeyLastUsed).toEqual({ ServiceName: 'N/A', Region: 'N/A' });

  const robot = clientsFor(sandbox, AccessKeyId);
  const { Arn } = await robot.sts.send(new GetCallerIdentityCommand({}));
  expect(Arn).toBe(own('user/x/robot'));
  const keys = await robot.iam.send(new aws.ListAccessKeysCommand({}));
  expect(keys.AccessKeyMetadata?.[0]?.AccessKeyId).toBe(AccessKeyId);
  const used = await iam.send(new aws.GetAccessKeyLastUsedCommand({ AccessKeyId }));
  expect(used).toMatchObject({ UserName: 'robot', AccessKeyLastUsed: { ServiceName: 'iam' } });

  const inactive = { UserName: 'robot', AccessKeyId, Status: 'Inactive' } as const;
  await iam.send(new aws.UpdateAccessKeyCommand(inactive));
  expect(await refusalOf(robot.sts.send(new GetCallerIdentityCommand({})))).toMatchObject({
    code: 'InvalidClientTokenId',
  });
});

test('an OIDC provider, with what is no mistake', async () => {
  const { iam } = sandboxWithClients();
  const created = await iam.send(
    new aws.CreateOpenIDConnectProviderCommand({ Url: 'https://token.example.com/a' }),
  );
  const OpenIDConnectProviderArn = created.OpenIDConnectProviderArn ?? '';
  expect(OpenIDConnectProviderArn).toBe(own('oidc-provider/token.example.com/a'));
  const add = { OpenIDConnectProviderArn, ClientID: 'sts.amazonaws.com' };
  await iam.send(new aws.AddClientIDToOpenIDConnectProviderCommand(add));
  await iam.send(new aws.AddClientIDToOpenIDConnectProviderCommand(add));
  const get = () => iam.send(new aws.GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
  const provider = await get();
  expect(provider).toMatchObject({
    Url: 'token.example.com/a',
    ClientIDList: ['sts.amazonaws.com'],
  });
  expect(provider.ThumbprintList).toHaveLength(1);
  await iam.send(new aws.RemoveClientIDFromOpenIDConnectProviderCommand(add));
  await iam.send(new aws.RemoveClientIDFromOpenIDConnectProviderCommand(add));
  await iam.send(
    new aws.UpdateOpenIDConnectProviderThumbprintCommand({
      OpenIDConnectProviderArn,
      ThumbprintList: ['a'.repeat(40), 'b'.repeat(40)],
    }),
  );
  expect(await get()).toMatchObject({ ClientIDList: [], ThumbprintList: { length: 2 } });
  await iam.send(new aws.DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
  await iam.send(new aws.DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
});

test('a SAML provider is valid as long as its metadata says', async () => {
  const { iam } = sandboxWithClients();
  const SAMLMetadataDocument = `<EntityDescriptor validUntil="2027-01-01T00:00:00Z">${' '.repeat(1000)}</EntityDescriptor>`;
  const { SAMLProviderArn } = await iam.send(
    new aws.CreateSAMLProviderCommand({ Name: 'corp', SAMLMetadataDocument }),
  );
  const { SAMLProviderList } = await iam.send(new aws.ListSAMLProvidersCommand({}));
  expect(SAMLProviderList).toMatchObject([
    { Arn: SAMLProviderArn, ValidUntil: new Date('2027-01-01T00:00:00Z') },
  ]);
  const { SAMLMetadataDocument: read } = await iam.send(
    new aws.GetSAMLProviderCommand({ SAMLProviderArn }),
  );
  expect(read).toBe(SAMLMetadataDocument);
});

test("root management is the management account's", async () => {
  const manager = sandboxWithClients({ scenario: { organization: { id: 'o-a1b2c3d4e5' } } });
  await manager.iam.send(new aws.EnableOrganizationsRootSessionsCommand({}));
  const features = await manager.iam.send(new aws.ListOrganizationsFeaturesCommand({}));
  expect(features).toMatchObject({
    OrganizationId: 'o-a1b2c3d4e5',
    EnabledFeatures: ['RootSessions'],
  });
  const organization = { id: 'o-a1b2c3d4e5', managementAccount: '444455556666' };
  const member = sandboxWithClients({ scenario: { organization } });
  const refusal = await refusalOf(member.iam.send(new aws.ListOrganizationsFeaturesCommand({})));
  expect(refusal.code).toBe('AccountNotManagementOrDelegatedAdministrator');
});

test('tags are added, replaced whatever the case of their key, and removed', async () => {
  const { iam } = sandboxWithClients({ scenario: { roles } });
  const RoleName = 'app';
  const tag = (Key: string, Value: string) =>
    iam.send(new aws.TagRoleCommand({ RoleName, Tags: [{ Key, Value }] }));
  await tag('Team', 'a');
  await tag('team', 'b');
  await tag('other', '');
  const list = async () => (await iam.send(new aws.ListRoleTagsCommand({ RoleName }))).Tags;
  expect(await list()).toEqual([
    { Key: 'team', Value: 'b' },
    { Key: 'other', Value: '' },
  ]);
  await iam.send(new aws.UntagRoleCommand({ RoleName, TagKeys: ['TEAM', 'ghost'] }));
  expect(await list()).toEqual([{ Key: 'other', Value: '' }]);
});

test('equal histories give equal accounts, whatever happened to others meanwhile', async () => {
  const [one, two] = [sandboxWithClients(), sandboxWithClients()];
  const user = (UserName: string) => new aws.CreateUserCommand({ UserName });
  for (const name of ['alice', 'bob']) await one.iam.send(user(name));
  for (const name of ['bob', 'alice']) await two.iam.send(user(name));
  expect(two.sandbox.state()).toEqual(one.sandbox.state());
});
