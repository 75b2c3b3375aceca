import * as aws from '@aws-sdk/client-iam';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { type Bootstrap, type OptIn, optIns } from '@rolecall/core';
import { bundledActionData, evaluateRequest, type RequestContext } from '@rolecall/policy';
import { parseScenario } from '@rolecall/sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import {
  type Acting,
  actAs,
  administratorAccess,
  bootstrapFor,
  carryOutBootstrap,
} from './testing/bootstrap.fixture.ts';

const own = (resource: string) => `arn:aws:iam::${account}:${resource}`;
const boundary = own('policy/rolecall-core/rolecall-boundary');
const github = own('oidc-provider/token.actions.githubusercontent.com');
const anyone = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS: own('root') }, Action: 'sts:AssumeRole' },
});
const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});
const mark = (Value = 'platform') => [{ Key: 'rolecall:owner', Value }];
const path = '/rolecall/platform/';

/** What the account holds beside the bootstrap. */
const scenario = `
roles:
  Admin:
    attach: ['aws:AdministratorAccess']
    trust: { Version: '2012-10-17', Statement: { Effect: Allow, Principal: { AWS: 'arn:aws:iam::{account}:root' }, Action: 'sts:AssumeRole' } }
  stranger: { trustService: ec2.amazonaws.com, path: /rolecall/data/, tags: { 'rolecall:owner': data } }
  loose: { trustService: ec2.amazonaws.com, path: /rolecall/platform/, tags: { 'rolecall:owner': platform } }
  held: { trustService: ec2.amazonaws.com, path: /rolecall/platform/, tags: { 'rolecall:owner': platform }, boundary: 'aws:ReadOnlyAccess', attach: ['aws:AWSDenyAll'] }
  AWSReservedSSO_Admin_0123456789abcdef: { trustService: ec2.amazonaws.com, path: /aws-reserved/sso.amazonaws.com/ }
policies:
  theirs: { document: { Version: '2012-10-17', Statement: { Effect: Allow, Action: 's3:*', Resource: '*' } } }
users:
  alice: {}
groups:
  admins: { attach: ['aws:AdministratorAccess'] }
samlProviders:
  - { name: corporate, validForDays: 100 }
instanceProfiles:
  p: { path: /rolecall/platform/, tags: { 'rolecall:owner': platform } }
serviceLinkedRoles:
  access-analyzer.amazonaws.com: {}
`;

/** A role that the apply role made, and a policy. */
const manifest = JSON.stringify({
  version: 1,
  scope: 'platform',
  account,
  policies: { reading: { document: JSON.parse(everything.replace('"*"', '"s3:Get*"')) } },
  roles: {
    web: {
      trust: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      permissionsBoundary: boundary,
    },
  },
});

type Command = (clients: {
  readonly iam: aws.IAMClient;
  readonly sts: STSClient;
}) => Promise<unknown>;

interface Escalation {
  readonly send: Command;
  readonly action: string;
  readonly resource: string;
  readonly context?: RequestContext;
}

const ofScope = { 'aws:ResourceTag/rolecall:owner': 'platform' };
const bounded = { ...ofScope, 'iam:PermissionsBoundary': boundary };

const escalations: { readonly [name: string]: Escalation } = {
  'a right for itself': {
    send: ({ iam }) =>
      iam.send(
        new aws.PutRolePolicyCommand({
          RoleName: 'rolecall-apply',
          PolicyName: 'more',
          PolicyDocument: everything,
        }),
      ),
    action: 'iam:PutRolePolicy',
    resource: own('role/rolecall-core/rolecall-apply'),
    context: { 'aws:ResourceTag/rolecall:owner': 'rolecall-core' },
  },
  'the trust of itself': {
    send: ({ iam }) =>
      iam.send(
        new aws.UpdateAssumeRolePolicyCommand({
          RoleName: 'rolecall-apply',
          PolicyDocument: anyone,
        }),
      ),
    action: 'iam:UpdateAssumeRolePolicy',
    resource: own('role/rolecall-core/rolecall-apply'),
    context: ofScope,
  },
  'a limit off itself': {
    send: ({ iam }) =>
      iam.send(
        new aws.DetachRolePolicyCommand({
          RoleName: 'rolecall-apply',
          PolicyArn: own('policy/rolecall-core/rolecall-apply-limits'),
        }),
      ),
    action: 'iam:DetachRolePolicy',
    resource: own('role/rolecall-core/rolecall-apply'),
    context: { ...bounded, 'iam:PolicyARN': own('policy/rolecall-core/rolecall-apply-limits') },
  },
  'a version of its limits': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreatePolicyVersionCommand({
          PolicyArn: own('policy/rolecall-core/rolecall-apply-limits'),
          PolicyDocument: everything,
          SetAsDefault: true,
        }),
      ),
    action: 'iam:CreatePolicyVersion',
    resource: own('policy/rolecall-core/rolecall-apply-limits'),
    context: ofScope,
  },
  'a version of the boundary': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreatePolicyVersionCommand({
          PolicyArn: boundary,
          PolicyDocument: everything,
          SetAsDefault: true,
        }),
      ),
    action: 'iam:CreatePolicyVersion',
    resource: boundary,
    context: ofScope,
  },
  'an end of the boundary policy': {
    send: ({ iam }) => iam.send(new aws.DeletePolicyCommand({ PolicyArn: boundary })),
    action: 'iam:DeletePolicy',
    resource: boundary,
    context: ofScope,
  },
  'an earlier version of a policy': {
    send: ({ iam }) =>
      iam.send(new aws.SetDefaultPolicyVersionCommand({ PolicyArn: boundary, VersionId: 'v1' })),
    action: 'iam:SetDefaultPolicyVersion',
    resource: boundary,
    context: ofScope,
  },
  'a boundary taken off': {
    send: ({ iam }) => iam.send(new aws.DeleteRolePermissionsBoundaryCommand({ RoleName: 'web' })),
    action: 'iam:DeleteRolePermissionsBoundary',
    resource: own('role/rolecall/platform/web'),
    context: bounded,
  },
  'another boundary': {
    send: ({ iam }) =>
      iam.send(
        new aws.PutRolePermissionsBoundaryCommand({
          RoleName: 'web',
          PermissionsBoundary: administratorAccess,
        }),
      ),
    action: 'iam:PutRolePermissionsBoundary',
    resource: own('role/rolecall/platform/web'),
    context: { ...ofScope, 'iam:PermissionsBoundary': administratorAccess },
  },
  'a boundary of the scope itself': {
    send: ({ iam }) =>
      iam.send(
        new aws.PutRolePermissionsBoundaryCommand({
          RoleName: 'web',
          PermissionsBoundary: own('policy/rolecall/platform/reading'),
        }),
      ),
    action: 'iam:PutRolePermissionsBoundary',
    resource: own('role/rolecall/platform/web'),
    context: { ...ofScope, 'iam:PermissionsBoundary': own('policy/rolecall/platform/reading') },
  },
  'a role without a boundary': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateRoleCommand({
          RoleName: 'free',
          Path: path,
          AssumeRolePolicyDocument: anyone,
          Tags: mark(),
        }),
      ),
    action: 'iam:CreateRole',
    resource: own('role/rolecall/platform/free'),
    context: { 'aws:RequestTag/rolecall:owner': 'platform', 'aws:TagKeys': ['rolecall:owner'] },
  },
  'a role without a mark': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateRoleCommand({
          RoleName: 'free',
          Path: path,
          AssumeRolePolicyDocument: anyone,
          PermissionsBoundary: boundary,
        }),
      ),
    action: 'iam:CreateRole',
    resource: own('role/rolecall/platform/free'),
    context: { 'iam:PermissionsBoundary': boundary },
  },
  'a role elsewhere': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateRoleCommand({
          RoleName: 'free',
          AssumeRolePolicyDocument: anyone,
          PermissionsBoundary: boundary,
          Tags: mark(),
        }),
      ),
    action: 'iam:CreateRole',
    resource: own('role/free'),
    context: {
      'aws:RequestTag/rolecall:owner': 'platform',
      'iam:PermissionsBoundary': boundary,
    },
  },
  "a role with another scope's mark": {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateRoleCommand({
          RoleName: 'free',
          Path: path,
          AssumeRolePolicyDocument: anyone,
          PermissionsBoundary: boundary,
          Tags: mark('data'),
        }),
      ),
    action: 'iam:CreateRole',
    resource: own('role/rolecall/platform/free'),
    context: { 'aws:RequestTag/rolecall:owner': 'data', 'iam:PermissionsBoundary': boundary },
  },
  'the mark on a role without': {
    send: ({ iam }) => iam.send(new aws.TagRoleCommand({ RoleName: 'Admin', Tags: mark() })),
    action: 'iam:TagRole',
    resource: own('role/Admin'),
    context: { 'aws:RequestTag/rolecall:owner': 'platform', 'aws:TagKeys': ['rolecall:owner'] },
  },
  "the mark in another scope's place": {
    send: ({ iam }) => iam.send(new aws.TagRoleCommand({ RoleName: 'stranger', Tags: mark() })),
    action: 'iam:TagRole',
    resource: own('role/rolecall/platform/stranger'),
    context: {
      'aws:RequestTag/rolecall:owner': 'platform',
      'aws:ResourceTag/rolecall:owner': 'data',
    },
  },
  'the mark handed on': {
    send: ({ iam }) => iam.send(new aws.TagRoleCommand({ RoleName: 'web', Tags: mark('data') })),
    action: 'iam:TagRole',
    resource: own('role/rolecall/platform/web'),
    context: { ...ofScope, 'aws:RequestTag/rolecall:owner': 'data' },
  },
  'the mark taken off': {
    send: ({ iam }) =>
      iam.send(new aws.UntagRoleCommand({ RoleName: 'web', TagKeys: ['Rolecall:Owner'] })),
    action: 'iam:UntagRole',
    resource: own('role/rolecall/platform/web'),
    context: { ...ofScope, 'aws:TagKeys': ['Rolecall:Owner'] },
  },
  'the trust of a role of others': {
    send: ({ iam }) =>
      iam.send(
        new aws.UpdateAssumeRolePolicyCommand({ RoleName: 'Admin', PolicyDocument: anyone }),
      ),
    action: 'iam:UpdateAssumeRolePolicy',
    resource: own('role/Admin'),
  },
  "the trust of another scope's role": {
    send: ({ iam }) =>
      iam.send(
        new aws.UpdateAssumeRolePolicyCommand({ RoleName: 'stranger', PolicyDocument: anyone }),
      ),
    action: 'iam:UpdateAssumeRolePolicy',
    resource: own('role/rolecall/data/stranger'),
    context: { 'aws:ResourceTag/rolecall:owner': 'data' },
  },
  "a role of Identity Center's": {
    send: ({ iam }) =>
      iam.send(
        new aws.AttachRolePolicyCommand({
          RoleName: 'AWSReservedSSO_Admin_0123456789abcdef',
          PolicyArn: administratorAccess,
        }),
      ),
    action: 'iam:AttachRolePolicy',
    resource: own('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef'),
    context: { ...bounded, 'iam:PolicyARN': administratorAccess },
  },
  AdministratorAccess: {
    send: ({ iam }) =>
      iam.send(
        new aws.AttachRolePolicyCommand({ RoleName: 'web', PolicyArn: administratorAccess }),
      ),
    action: 'iam:AttachRolePolicy',
    resource: own('role/rolecall/platform/web'),
    context: { ...bounded, 'iam:PolicyARN': administratorAccess },
  },
  'a policy on an owned role without a boundary': {
    send: ({ iam }) =>
      iam.send(
        new aws.AttachRolePolicyCommand({
          RoleName: 'loose',
          PolicyArn: own('policy/rolecall/platform/reading'),
        }),
      ),
    action: 'iam:AttachRolePolicy',
    resource: own('role/rolecall/platform/loose'),
    context: { ...ofScope, 'iam:PolicyARN': own('policy/rolecall/platform/reading') },
  },
  'an inline policy on an owned role without a boundary': {
    send: ({ iam }) =>
      iam.send(
        new aws.PutRolePolicyCommand({
          RoleName: 'loose',
          PolicyName: 'more',
          PolicyDocument: everything,
        }),
      ),
    action: 'iam:PutRolePolicy',
    resource: own('role/rolecall/platform/loose'),
    context: ofScope,
  },
  'an end of a quarantine': {
    send: ({ iam }) =>
      iam.send(
        new aws.DetachRolePolicyCommand({
          RoleName: 'held',
          PolicyArn: 'arn:aws:iam::aws:policy/AWSDenyAll',
        }),
      ),
    action: 'iam:DetachRolePolicy',
    resource: own('role/rolecall/platform/held'),
    context: { ...bounded, 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AWSDenyAll' },
  },
  'a version of a policy of others': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreatePolicyVersionCommand({
          PolicyArn: own('policy/theirs'),
          PolicyDocument: everything,
          SetAsDefault: true,
        }),
      ),
    action: 'iam:CreatePolicyVersion',
    resource: own('policy/theirs'),
  },
  'a role passed to EC2': {
    send: ({ iam }) =>
      iam.send(
        new aws.AddRoleToInstanceProfileCommand({ InstanceProfileName: 'p', RoleName: 'Admin' }),
      ),
    action: 'iam:PassRole',
    resource: own('role/Admin'),
    context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
  },
  'another role': {
    send: ({ sts }) =>
      sts.send(new AssumeRoleCommand({ RoleArn: own('role/Admin'), RoleSessionName: 'me' })),
    action: 'sts:AssumeRole',
    resource: own('role/Admin'),
  },
  'an access key': {
    send: ({ iam }) => iam.send(new aws.CreateAccessKeyCommand({ UserName: 'alice' })),
    action: 'iam:CreateAccessKey',
    resource: own('user/alice'),
    context: ofScope,
  },
  'a password': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateLoginProfileCommand({ UserName: 'alice', Password: 'Correct-horse-9' }),
      ),
    action: 'iam:CreateLoginProfile',
    resource: own('user/alice'),
    context: ofScope,
  },
  'another password': {
    send: ({ iam }) =>
      iam.send(
        new aws.UpdateLoginProfileCommand({ UserName: 'alice', Password: 'Correct-horse-9' }),
      ),
    action: 'iam:UpdateLoginProfile',
    resource: own('user/alice'),
    context: ofScope,
  },
  'a credential of a service': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateServiceSpecificCredentialCommand({
          UserName: 'alice',
          ServiceName: 'codecommit.amazonaws.com',
        }),
      ),
    action: 'iam:CreateServiceSpecificCredential',
    resource: own('user/alice'),
    context: ofScope,
  },
  'MFA off': {
    send: ({ iam }) =>
      iam.send(
        new aws.DeactivateMFADeviceCommand({ UserName: 'alice', SerialNumber: own('mfa/alice') }),
      ),
    action: 'iam:DeactivateMFADevice',
    resource: own('user/alice'),
    context: ofScope,
  },
  'a user into a group of others': {
    send: ({ iam }) =>
      iam.send(new aws.AddUserToGroupCommand({ UserName: 'alice', GroupName: 'admins' })),
    action: 'iam:AddUserToGroup',
    resource: own('group/admins'),
  },
  "an end of GitHub's provider": {
    send: ({ iam }) =>
      iam.send(new aws.DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: github })),
    action: 'iam:DeleteOpenIDConnectProvider',
    resource: github,
    context: ofScope,
  },
  "an audience of GitHub's provider": {
    send: ({ iam }) =>
      iam.send(
        new aws.AddClientIDToOpenIDConnectProviderCommand({
          OpenIDConnectProviderArn: github,
          ClientID: 'other',
        }),
      ),
    action: 'iam:AddClientIDToOpenIDConnectProvider',
    resource: github,
    context: ofScope,
  },
  'another provider': {
    send: ({ iam }) =>
      iam.send(
        new aws.CreateOpenIDConnectProviderCommand({
          Url: 'https://evil.example',
          ClientIDList: ['x'],
          Tags: mark(),
        }),
      ),
    action: 'iam:CreateOpenIDConnectProvider',
    resource: own('oidc-provider/evil.example'),
    context: { 'aws:RequestTag/rolecall:owner': 'platform' },
  },
  'a SAML provider': {
    send: ({ iam }) =>
      iam.send(
        new aws.DeleteSAMLProviderCommand({ SAMLProviderArn: own('saml-provider/corporate') }),
      ),
    action: 'iam:DeleteSAMLProvider',
    resource: own('saml-provider/corporate'),
  },
  'a service-linked role': {
    send: ({ iam }) =>
      iam.send(
        new aws.DeleteServiceLinkedRoleCommand({ RoleName: 'AWSServiceRoleForAccessAnalyzer' }),
      ),
    action: 'iam:DeleteServiceLinkedRole',
    resource: own(
      'role/aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer',
    ),
  },
};

const names = Object.keys(escalations);

function decide(bootstrap: Bootstrap, role: string, request: Omit<Escalation, 'send'>): string {
  const held = bootstrap.roles.find(({ name }) => name === role)?.policies ?? [];
  const { decision } = evaluateRequest(
    { principal: own(`role/rolecall-core/${role}`), ...request },
    {
      identity: bootstrap.policies
        .filter(({ name }) => held.includes(name))
        .map(({ document }) => document),
    },
  );
  return decision;
}

async function openWith(options: Parameters<typeof bootstrapFor>[1]) {
  const opened = openAccount({ scenario: parseScenario(scenario, 'scenario') });
  const bootstrap = await bootstrapFor(manifest, options);
  await carryOutBootstrap(opened, bootstrap);
  const acting = await actAs(opened, 'rolecall-apply');
  expect(await acting.apply(manifest)).toEqual([]);
  return { opened, bootstrap, acting };
}

/** `AccessDenied`, or what became of it. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
  );
}

describe.each([
  ['without opt-ins', [] as const],
  ['with every opt-in', optIns],
])('the apply role, %s, does not come by', (_, allowed) => {
  let bootstrap: Bootstrap;
  let acting: Acting;
  let state: () => string;

  beforeAll(async () => {
    const world = await openWith({ allowed });
    bootstrap = world.bootstrap;
    acting = world.acting;
    state = () => JSON.stringify(world.opened.sandbox.state());
    await acting.iam.send(new aws.ListRolesCommand({}));
  });

  it.each(names)('%s', async (name) => {
    const escalation = escalations[name];
    if (escalation === undefined) return expect.unreachable();
    const before = state();
    expect(await codeOf(escalation.send(acting))).toMatch(/^AccessDenied/);
    expect(state()).toBe(before);
    const { send: _send, ...request } = escalation;
    expect(decide(bootstrap, 'rolecall-apply', request)).not.toBe('allowed');
  });
});

describe('what is denied whatever else is attached', () => {
  const implicit = [
    'a role elsewhere',
    'a role without a mark',
    'the mark on a role without',
    'the trust of a role of others',
    'AdministratorAccess',
    'a policy on an owned role without a boundary',
    'an inline policy on an owned role without a boundary',
    'a version of a policy of others',
  ];

  it.each(names)('%s', async (name) => {
    const bootstrap = await bootstrapFor(manifest, { allowed: [] });
    const { send: _send, ...request } = escalations[name] ?? expect.unreachable();
    expect(decide(bootstrap, 'rolecall-apply', request)).toBe(
      implicit.includes(name) ? 'implicitDeny' : 'explicitDeny',
    );
  });
});

describe('passwords and keys', () => {
  const minting = [
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:DeleteLoginProfile',
    'iam:CreateAccessKey',
    'iam:UpdateAccessKey',
    'iam:DeleteAccessKey',
  ];
  const resource = own(`user${path}robot`);

  it.each(minting)('come about with an opt-in of their own only: %s', async (action) => {
    const users = optIns.filter((optIn) => optIn !== 'credentials');
    const decided = async (allowed: readonly OptIn[], asked = ofScope) =>
      decide(await bootstrapFor(undefined, { allowed }), 'rolecall-apply', {
        action,
        resource,
        context: asked,
      });
    expect(await decided(users)).toBe('explicitDeny');
    expect(await decided(['credentials'])).not.toBe('allowed');
    expect(await decided(['users', 'credentials'])).toBe('allowed');
    const others = { 'aws:ResourceTag/rolecall:owner': 'data' };
    expect(await decided(['users', 'credentials'], others)).toBe('explicitDeny');
  });
});

describe('the plan role', () => {
  it('is denied every write of every service', async () => {
    const bootstrap = await bootstrapFor(undefined);
    const data = bundledActionData();
    const writes = data.services.flatMap((prefix) => {
      const service = data.service(prefix);
      return (service?.actions ?? [])
        .filter(({ accessLevel }) => accessLevel !== 'Read' && accessLevel !== 'List')
        .map(({ name }) => `${prefix}:${name}`);
    });
    expect(writes.length).toBeGreaterThan(8000);
    const open = writes.filter(
      (action) => decide(bootstrap, 'rolecall-plan', { action, resource: '*' }) !== 'explicitDeny',
    );
    expect(open).toEqual([]);
  });

  it.each(names)('does not come by %s', async (name) => {
    const bootstrap = await bootstrapFor(undefined);
    const { send: _send, ...request } = escalations[name] ?? expect.unreachable();
    expect(decide(bootstrap, 'rolecall-plan', request)).toBe('explicitDeny');
  });
});

describe('the boundary', () => {
  it('lets no IAM write through but these', async () => {
    const bootstrap = await bootstrapFor(undefined);
    const boundaryDocument = bootstrap.policies.find(({ name }) => name === 'rolecall-boundary');
    const writes = (bundledActionData().service('iam')?.actions ?? []).filter(
      ({ accessLevel }) => accessLevel !== 'Read' && accessLevel !== 'List',
    );
    const through = writes.filter(
      ({ name }) =>
        evaluateRequest(
          {
            principal: own('role/rolecall/platform/web'),
            action: `iam:${name}`,
            resource: own('role/rolecall/platform/web'),
          },
          {
            identity: [{ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
            boundary: boundaryDocument?.document,
          },
        ).decision !== 'explicitDeny',
    );
    expect(through.map(({ name }) => name)).toEqual([
      'ChangePassword',
      'CreateServiceLinkedRole',
      'PassRole',
    ]);
  });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::data/x', 'allowed'],
    ['iam:PassRole', own('role/rolecall/platform/task'), 'allowed'],
    ['iam:PassRole', own('role/Admin'), 'explicitDeny'],
    ['iam:PassRole', own('role/rolecall-core/rolecall-apply'), 'explicitDeny'],
    ['sts:AssumeRole', own('role/rolecall/platform/task'), 'allowed'],
    ['sts:AssumeRole', own('role/Admin'), 'explicitDeny'],
    ['sts:AssumeRole', 'arn:aws:iam::444455556666:role/shared', 'explicitDeny'],
    ['sts:AssumeRole', own('role/rolecall-core/rolecall-apply'), 'explicitDeny'],
    ['organizations:LeaveOrganization', '*', 'explicitDeny'],
    ['iam:GetRole', own('role/Admin'), 'allowed'],
  ])('%s on %s: %s', async (action, resource, decision) => {
    const bootstrap = await bootstrapFor(undefined);
    const boundaryDocument = bootstrap.policies.find(({ name }) => name === 'rolecall-boundary');
    expect(
      evaluateRequest(
        { principal: own('role/rolecall/platform/web'), action, resource },
        {
          identity: [{ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
          boundary: boundaryDocument?.document,
          resourceAccount: account,
        },
      ).decision,
    ).toBe(decision);
  });
});
