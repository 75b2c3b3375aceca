import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  type IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutUserPermissionsBoundaryCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { policyOf, refusalOf, sandboxWithClients, start } from '../clients.fixture.ts';
import { type Case, describeRefusals, own, readOnly, trust } from './refusals.fixture.ts';

const PolicyArn = own('policy/new');
const newPolicy = new CreatePolicyCommand({ PolicyName: 'new', PolicyDocument: policyOf() });
const newRole = new CreateRoleCommand({ RoleName: 'new', AssumeRolePolicyDocument: trust });
const newUser = new CreateUserCommand({ UserName: 'new' });
const newGroup = new CreateGroupCommand({ GroupName: 'new' });
const newProfile = new CreateInstanceProfileCommand({ InstanceProfileName: 'new' });

const notAttachable = `404 NoSuchEntity: Policy ${PolicyArn} does not exist or is not attachable.`;
const noScope = `404 NoSuchEntity: Scope ARN: ${PolicyArn} does not exist or is not attachable.`;
const noRole = '404 NoSuchEntity: The role with name new cannot be found.';
const noUser = '404 NoSuchEntity: The user with name new cannot be found.';
const noGroup = '404 NoSuchEntity: The group with name new cannot be found.';

const cases: readonly Case[] = [
  [
    'policy to a role',
    async (iam) => {
      await iam.send(newPolicy);
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'app', PolicyArn }));
    },
    notAttachable,
  ],
  [
    'policy to a user',
    async (iam) => {
      await iam.send(newPolicy);
      await iam.send(new AttachUserPolicyCommand({ UserName: 'alice', PolicyArn }));
    },
    notAttachable,
  ],
  [
    'policy to a group',
    async (iam) => {
      await iam.send(newPolicy);
      await iam.send(new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn }));
    },
    notAttachable,
  ],
  [
    'boundary of a new role',
    async (iam) => {
      await iam.send(newPolicy);
      const role = { ...newRole.input, PermissionsBoundary: PolicyArn };
      await iam.send(new CreateRoleCommand(role));
    },
    noScope,
  ],
  [
    'boundary of a new user',
    async (iam) => {
      await iam.send(newPolicy);
      await iam.send(new CreateUserCommand({ UserName: 'u', PermissionsBoundary: PolicyArn }));
    },
    noScope,
  ],
  [
    'boundary of a role',
    async (iam) => {
      await iam.send(newPolicy);
      const boundary = { RoleName: 'app', PermissionsBoundary: PolicyArn };
      await iam.send(new PutRolePermissionsBoundaryCommand(boundary));
    },
    noScope,
  ],
  [
    'boundary of a user',
    async (iam) => {
      await iam.send(newPolicy);
      const boundary = { UserName: 'alice', PermissionsBoundary: PolicyArn };
      await iam.send(new PutUserPermissionsBoundaryCommand(boundary));
    },
    noScope,
  ],
  [
    'policy to a new role',
    async (iam) => {
      await iam.send(newRole);
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'new', PolicyArn: readOnly }));
    },
    noRole,
  ],
  [
    'policy to a new user',
    async (iam) => {
      await iam.send(newUser);
      await iam.send(new AttachUserPolicyCommand({ UserName: 'new', PolicyArn: readOnly }));
    },
    noUser,
  ],
  [
    'policy to a new group',
    async (iam) => {
      await iam.send(newGroup);
      await iam.send(new AttachGroupPolicyCommand({ GroupName: 'new', PolicyArn: readOnly }));
    },
    noGroup,
  ],
  [
    'user to a new group',
    async (iam) => {
      await iam.send(newGroup);
      await iam.send(new AddUserToGroupCommand({ GroupName: 'new', UserName: 'alice' }));
    },
    noGroup,
  ],
  [
    'new user to a group',
    async (iam) => {
      await iam.send(newUser);
      await iam.send(new AddUserToGroupCommand({ GroupName: 'Members', UserName: 'new' }));
    },
    noUser,
  ],
  [
    'new role to a new instance profile',
    async (iam) => {
      await iam.send(newRole);
      await iam.send(newProfile);
      await addRole(iam, 'new');
    },
    '404 NoSuchEntity: Instance Profile new cannot be found.',
  ],
  [
    'role to a new instance profile',
    async (iam) => {
      await iam.send(newProfile);
      await addRole(iam, 'app');
    },
    '404 NoSuchEntity: Instance Profile new cannot be found.',
  ],
];

function addRole(iam: IAMClient, RoleName: string): Promise<unknown> {
  return iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'new', RoleName }));
}

describeRefusals('for some calls', cases, { propagationReferences: { calls: 5 } });
describeRefusals('for some time', cases, { propagationReferences: { ms: 1000 } });

describe('later all is well', () => {
  const attach = new AttachRolePolicyCommand({ RoleName: 'new', PolicyArn });

  test('after the calls', async () => {
    const { iam } = sandboxWithClients({ faults: { propagationReferences: { calls: 2 } } });
    await iam.send(newPolicy);
    await iam.send(newRole);
    expect(await refusalOf(iam.send(attach))).toMatchObject({
      message: 'The role with name new cannot be found.',
    });
    expect(await refusalOf(iam.send(attach))).toMatchObject({ code: 'NoSuchEntity' });
    await iam.send(attach);
  });

  test('after the time, the role before the instance profile', async () => {
    const { iam, clock } = sandboxWithClients({ faults: { propagationReferences: { ms: 5000 } } });
    await iam.send(newProfile);
    clock.now = new Date(start.getTime() + 2000);
    await iam.send(newRole);
    clock.now = new Date(start.getTime() + 5000);
    expect(await refusalOf(addRole(iam, 'new'))).toMatchObject({
      message: 'The role with name new cannot be found.',
    });
    clock.now = new Date(start.getTime() + 7000);
    await addRole(iam, 'new');
  });

  test('at once without the fault', async () => {
    const { iam } = sandboxWithClients();
    await iam.send(newPolicy);
    await iam.send(newRole);
    await iam.send(attach);
  });
});
