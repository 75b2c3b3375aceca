import {
  AttachRolePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  EnableMFADeviceCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountPasswordPolicyCommand,
  GetCredentialReportCommand,
  GetGroupCommand,
  GetInstanceProfileCommand,
  GetLoginProfileCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  GetUserCommand,
  ListOrganizationsFeaturesCommand,
  PutRolePermissionsBoundaryCommand,
  RemoveUserFromGroupCommand,
  SetDefaultPolicyVersionCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { describeRefusals, own, readOnly } from './refusals.fixture.ts';

describeRefusals('what is not there', [
  [
    'user',
    (iam) => iam.send(new GetUserCommand({ UserName: 'ghost' })),
    '404 NoSuchEntity: The user with name ghost cannot be found.',
  ],
  [
    'group',
    (iam) => iam.send(new GetGroupCommand({ GroupName: 'ghost' })),
    '404 NoSuchEntity: The group with name ghost cannot be found.',
  ],
  [
    'role',
    (iam) => iam.send(new GetRoleCommand({ RoleName: 'ghost' })),
    '404 NoSuchEntity: The role with name ghost cannot be found.',
  ],
  [
    'instance profile',
    (iam) => iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'ghost' })),
    '404 NoSuchEntity: Instance Profile ghost cannot be found.',
  ],
  [
    'policy',
    (iam) => iam.send(new GetPolicyCommand({ PolicyArn: own('policy/ghost') })),
    '404 NoSuchEntity: Policy arn:aws:iam::111122223333:policy/ghost was not found.',
  ],
  [
    'policy in another case',
    (iam) => iam.send(new GetPolicyCommand({ PolicyArn: own('policy/attached') })),
    '404 NoSuchEntity: Policy arn:aws:iam::111122223333:policy/attached was not found.',
  ],
  [
    'version',
    (iam) =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn: own('policy/p0'), VersionId: 'v9' })),
    '404 NoSuchEntity: Policy arn:aws:iam::111122223333:policy/p0 version v9 does not exist or is not attachable.',
  ],
  [
    'default version to be',
    (iam) =>
      iam.send(
        new SetDefaultPolicyVersionCommand({ PolicyArn: own('policy/p0'), VersionId: 'v9' }),
      ),
    '404 NoSuchEntity: Policy arn:aws:iam::111122223333:policy/p0 version v9 does not exist or is not attachable.',
  ],
  [
    'policy to attach',
    (iam) =>
      iam.send(
        new AttachRolePolicyCommand({
          RoleName: 'app',
          PolicyArn: 'arn:aws:iam::aws:policy/Ghost',
        }),
      ),
    '404 NoSuchEntity: Policy arn:aws:iam::aws:policy/Ghost does not exist or is not attachable.',
  ],
  [
    'policy under a wrong path',
    (iam) =>
      iam.send(
        new AttachRolePolicyCommand({
          RoleName: 'app',
          PolicyArn: 'arn:aws:iam::aws:policy/SupportUser',
        }),
      ),
    '404 NoSuchEntity: Policy arn:aws:iam::aws:policy/SupportUser does not exist or is not attachable.',
  ],
  [
    'policy of another partition',
    (iam) =>
      iam.send(
        new AttachRolePolicyCommand({
          RoleName: 'app',
          PolicyArn: 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess',
        }),
      ),
    '404 NoSuchEntity: Policy arn:aws-cn:iam::aws:policy/ReadOnlyAccess does not exist or is not attachable.',
  ],
  [
    'boundary to be',
    (iam) =>
      iam.send(
        new PutRolePermissionsBoundaryCommand({
          RoleName: 'app',
          PermissionsBoundary: own('policy/ghost'),
        }),
      ),
    '404 NoSuchEntity: Scope ARN: arn:aws:iam::111122223333:policy/ghost does not exist or is not attachable.',
  ],
  [
    'boundary',
    (iam) => iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: 'app' })),
    '404 NoSuchEntity: The role with name app does not have a permissions boundary.',
  ],
  [
    'attachment',
    (iam) => iam.send(new DetachRolePolicyCommand({ RoleName: 'app', PolicyArn: readOnly })),
    '404 NoSuchEntity: Policy arn:aws:iam::aws:policy/ReadOnlyAccess was not found.',
  ],
  [
    'inline policy',
    (iam) => iam.send(new GetRolePolicyCommand({ RoleName: 'app', PolicyName: 'ghost' })),
    '404 NoSuchEntity: The role policy with name ghost cannot be found.',
  ],
  [
    'inline policy to delete',
    (iam) => iam.send(new DeleteRolePolicyCommand({ RoleName: 'app', PolicyName: 'ghost' })),
    '404 NoSuchEntity: The role policy with name ghost cannot be found.',
  ],
  [
    'login profile',
    (iam) => iam.send(new GetLoginProfileCommand({ UserName: 'alice' })),
    '404 NoSuchEntity: Login Profile for User alice cannot be found.',
  ],
  [
    'access key',
    (iam) => iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' })),
    '404 NoSuchEntity: The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.',
  ],
  [
    'membership',
    (iam) => iam.send(new RemoveUserFromGroupCommand({ GroupName: 'Members', UserName: 'alice' })),
    '404 NoSuchEntity: The user with name alice is not in the group Members.',
  ],
  [
    'password policy',
    (iam) => iam.send(new GetAccountPasswordPolicyCommand({})),
    '404 NoSuchEntity: The Password Policy with domain name 111122223333 cannot be found.',
  ],
  [
    'credential report',
    (iam) => iam.send(new GetCredentialReportCommand({})),
    '410 CredentialReportNotPresent: ',
  ],
  [
    'OIDC provider',
    (iam) =>
      iam.send(
        new GetOpenIDConnectProviderCommand({
          OpenIDConnectProviderArn: own('oidc-provider/ghost'),
        }),
      ),
    '404 NoSuchEntity: OpenIDConnect Provider not found for arn arn:aws:iam::111122223333:oidc-provider/ghost',
  ],
  [
    'SAML provider',
    (iam) => iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: own('saml-provider/ghost') })),
    '404 NoSuchEntity: Manifest not found for arn arn:aws:iam::111122223333:saml-provider/ghost',
  ],
  [
    'MFA device',
    (iam) =>
      iam.send(
        new EnableMFADeviceCommand({
          UserName: 'alice',
          SerialNumber: own('mfa/ghost'),
          AuthenticationCode1: '123456',
          AuthenticationCode2: '654321',
        }),
      ),
    "404 NoSuchEntity: VirtualMFADevice with serial number arn:aws:iam::111122223333:mfa/ghost doesn't exist.",
  ],
  [
    'principal to simulate',
    (iam) =>
      iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: own('user/ghost'),
          ActionNames: ['s3:GetObject'],
        }),
      ),
    '404 NoSuchEntity: The entity with ARN arn:aws:iam::111122223333:user/ghost cannot be found.',
  ],
  [
    'organization',
    (iam) => iam.send(new ListOrganizationsFeaturesCommand({})),
    '400 OrganizationNotFound: The account is not part of an organization.',
  ],
]);
