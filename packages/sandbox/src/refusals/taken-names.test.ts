import {
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  UpdateGroupCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { policyOf } from '../clients.fixture.ts';
import { describeRefusals, trust } from './refusals.fixture.ts';

describeRefusals('names are unique whatever their case', [
  [
    'user',
    (iam) => iam.send(new CreateUserCommand({ UserName: 'ALICE', Path: '/other/' })),
    '409 EntityAlreadyExists: User with name ALICE already exists.',
  ],
  [
    'group',
    (iam) => iam.send(new CreateGroupCommand({ GroupName: 'ADMINS' })),
    '409 EntityAlreadyExists: Group with name ADMINS already exists.',
  ],
  [
    'role',
    (iam) => iam.send(new CreateRoleCommand({ RoleName: 'App', AssumeRolePolicyDocument: trust })),
    '409 EntityAlreadyExists: Role with name App already exists.',
  ],
  [
    'policy',
    (iam) =>
      iam.send(new CreatePolicyCommand({ PolicyName: 'ATTACHED', PolicyDocument: policyOf() })),
    '409 EntityAlreadyExists: A policy called ATTACHED already exists. Duplicate names are not allowed.',
  ],
  [
    'instance profile',
    (iam) => iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'WEB' })),
    '409 EntityAlreadyExists: Instance Profile WEB already exists.',
  ],
  [
    'login profile',
    (iam) =>
      iam.send(new CreateLoginProfileCommand({ UserName: 'console', Password: 'Correct-Horse-9' })),
    '409 EntityAlreadyExists: Login Profile for user console already exists.',
  ],
  [
    'OIDC provider',
    (iam) =>
      iam.send(
        new CreateOpenIDConnectProviderCommand({
          Url: 'https://token.actions.githubusercontent.com',
        }),
      ),
    '409 EntityAlreadyExists: Provider with url https://token.actions.githubusercontent.com already exists.',
  ],
  [
    'virtual MFA device',
    (iam) => iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'mfa' })),
    '409 EntityAlreadyExists: MFADevice entity at the same path and name already exists.',
  ],
  [
    'renaming a user',
    (iam) => iam.send(new UpdateUserCommand({ UserName: 'alice', NewUserName: 'Console' })),
    '409 EntityAlreadyExists: User with name Console already exists.',
  ],
  [
    'renaming a group',
    (iam) => iam.send(new UpdateGroupCommand({ GroupName: 'Admins', NewGroupName: 'members' })),
    '409 EntityAlreadyExists: Group with name members already exists.',
  ],
  [
    'service-linked role',
    (iam) =>
      iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'support.amazonaws.com' })),
    '400 InvalidInput: Service role name AWSServiceRoleForSupport has been taken in this account, please try a different suffix.',
  ],
]);
