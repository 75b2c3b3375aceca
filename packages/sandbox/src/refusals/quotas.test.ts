import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { policyOf } from '../clients.fixture.ts';
import { describeRefusals, own, readOnly, trust } from './refusals.fixture.ts';

describeRefusals('quotas', [
  [
    'users',
    (iam) =>
      iam
        .send(new CreateUserCommand({ UserName: 'u1' }))
        .then(() => iam.send(new CreateUserCommand({ UserName: 'u2' }))),
    '409 LimitExceeded: Cannot exceed quota for UsersPerAccount: 12',
  ],
  [
    'groups',
    (iam) =>
      iam
        .send(new CreateGroupCommand({ GroupName: 'u1' }))
        .then(() => iam.send(new CreateGroupCommand({ GroupName: 'u2' }))),
    '409 LimitExceeded: Cannot exceed quota for GroupsPerAccount: 14',
  ],
  [
    'policies',
    (iam) =>
      iam
        .send(new CreatePolicyCommand({ PolicyName: 'u1', PolicyDocument: policyOf() }))
        .then(() =>
          iam.send(new CreatePolicyCommand({ PolicyName: 'u2', PolicyDocument: policyOf() })),
        ),
    '409 LimitExceeded: Cannot exceed quota for PoliciesPerAccount: 14',
  ],
  [
    'roles',
    async (iam) => {
      for (const name of ['a', 'b', 'c', 'd'])
        await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust }));
    },
    '409 LimitExceeded: Cannot exceed quota for RolesPerAccount: 12',
  ],
  [
    'policies of a role',
    (iam) => iam.send(new AttachRolePolicyCommand({ RoleName: 'full', PolicyArn: readOnly })),
    '409 LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10',
  ],
  [
    'policies of a user',
    async (iam) => {
      for (let index = 0; index < 10; index += 1)
        await iam.send(
          new AttachUserPolicyCommand({ UserName: 'alice', PolicyArn: own(`policy/p${index}`) }),
        );
      await iam.send(new AttachUserPolicyCommand({ UserName: 'alice', PolicyArn: readOnly }));
    },
    '409 LimitExceeded: Cannot exceed quota for PoliciesPerUser: 10',
  ],
  [
    'policies of a group',
    async (iam) => {
      for (let index = 0; index < 10; index += 1)
        await iam.send(
          new AttachGroupPolicyCommand({
            GroupName: 'Members',
            PolicyArn: own(`policy/p${index}`),
          }),
        );
      await iam.send(new AttachGroupPolicyCommand({ GroupName: 'Members', PolicyArn: readOnly }));
    },
    '409 LimitExceeded: Cannot exceed quota for PoliciesPerGroup: 10',
  ],
  [
    'groups of a user',
    (iam) => iam.send(new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'busy' })),
    '409 LimitExceeded: Cannot exceed quota for GroupsPerUser: 10',
  ],
  [
    'versions',
    (iam) =>
      iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: own('policy/Versions'),
          PolicyDocument: policyOf(),
        }),
      ),
    '409 LimitExceeded: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
  ],
  [
    'access keys',
    (iam) => iam.send(new CreateAccessKeyCommand({ UserName: 'keys' })),
    '409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2',
  ],
  [
    'SSH keys',
    (iam) =>
      iam.send(
        new UploadSSHPublicKeyCommand({ UserName: 'ssh', SSHPublicKeyBody: 'ssh-rsa AAAA' }),
      ),
    '409 LimitExceeded: Cannot exceed quota for SSHPublicKeysPerUser: 5',
  ],
  [
    'service credentials',
    (iam) =>
      iam.send(
        new CreateServiceSpecificCredentialCommand({
          UserName: 'credential',
          ServiceName: 'codecommit.amazonaws.com',
        }),
      ),
    '409 LimitExceeded: Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2',
  ],
  [
    'role of an instance profile',
    (iam) =>
      iam.send(
        new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'web', RoleName: 'app' }),
      ),
    '409 LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
  ],
]);
