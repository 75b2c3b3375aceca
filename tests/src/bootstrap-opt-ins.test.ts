import { type Call, type OptIn, optIns } from '@rolecall/core';
import { asList, bundledActionData, evaluateRequest, type RequestContext } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import { bootstrapFor } from './testing/bootstrap.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

type Action = Call['action'];

/** Every call that a plan may hold, by what lets it through. */
const callsOf = {
  unbounded: [],
  groups: [
    ...(['iam:CreateGroup', 'iam:UpdateGroup', 'iam:DeleteGroup'] as const),
    ...(['iam:AttachGroupPolicy', 'iam:DetachGroupPolicy', 'iam:PutGroupPolicy'] as const),
    ...(['iam:DeleteGroupPolicy', 'iam:AddUserToGroup', 'iam:RemoveUserFromGroup'] as const),
  ],
  users: [
    ...(['iam:CreateUser', 'iam:UpdateUser', 'iam:DeleteUser', 'iam:TagUser'] as const),
    ...(['iam:AttachUserPolicy', 'iam:DetachUserPolicy', 'iam:PutUserPolicy'] as const),
    ...(['iam:DeleteUserPolicy', 'iam:PutUserPermissionsBoundary', 'iam:UntagUser'] as const),
  ],
  credentials: [
    ...(['iam:CreateLoginProfile', 'iam:UpdateLoginProfile', 'iam:DeleteLoginProfile'] as const),
    ...(['iam:CreateAccessKey', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey'] as const),
  ],
  'instance-profiles': [
    ...(['iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile'] as const),
    ...(['iam:RemoveRoleFromInstanceProfile', 'iam:TagInstanceProfile'] as const),
    ...(['iam:UntagInstanceProfile', 'iam:DeleteInstanceProfile'] as const),
  ],
  'service-linked-roles': ['iam:CreateServiceLinkedRole'],
  'oidc-providers': [
    ...(['iam:CreateOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'] as const),
    ...(['iam:AddClientIDToOpenIDConnectProvider', 'iam:UntagOpenIDConnectProvider'] as const),
    'iam:RemoveClientIDFromOpenIDConnectProvider',
    'iam:UpdateOpenIDConnectProviderThumbprint',
    'iam:DeleteOpenIDConnectProvider',
  ],
  'account-alias': ['iam:CreateAccountAlias'],
  'password-policy': ['iam:UpdateAccountPasswordPolicy'],
  'alternate-contacts': ['account:PutAlternateContact'],
  'saml-providers': [
    ...(['iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider'] as const),
    ...(['iam:TagSAMLProvider', 'iam:UntagSAMLProvider', 'iam:DeleteSAMLProvider'] as const),
  ],
  analyzers: [
    ...(['access-analyzer:CreateAnalyzer', 'access-analyzer:DeleteAnalyzer'] as const),
    ...(['access-analyzer:CreateArchiveRule', 'access-analyzer:TagResource'] as const),
    ...(['access-analyzer:UpdateArchiveRule', 'access-analyzer:UntagResource'] as const),
    'access-analyzer:DeleteArchiveRule',
  ],
  'proton-settings': ['proton:UpdateAccountSettings'],
  'identity-center-directory': [
    ...(['identitystore:CreateGroup', 'identitystore:UpdateGroup'] as const),
    ...(['identitystore:DeleteGroup', 'identitystore:CreateUser'] as const),
    ...(['identitystore:CreateGroupMembership', 'identitystore:UpdateUser'] as const),
    'identitystore:DeleteGroupMembership',
  ],
  'permission-sets': [
    ...(['sso:CreatePermissionSet', 'sso:UpdatePermissionSet'] as const),
    ...(['sso:DeletePermissionSet', 'sso:ProvisionPermissionSet', 'sso:TagResource'] as const),
    ...(['sso:AttachManagedPolicyToPermissionSet', 'sso:UntagResource'] as const),
    'sso:DetachManagedPolicyFromPermissionSet',
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
    'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
    ...(['sso:PutInlinePolicyToPermissionSet', 'sso:DeleteInlinePolicyFromPermissionSet'] as const),
    'sso:PutPermissionsBoundaryToPermissionSet',
    'sso:DeletePermissionsBoundaryFromPermissionSet',
  ],
  'account-assignments': ['sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment'],
} as const satisfies { readonly [O in OptIn]: readonly Action[] };

const withoutAWord = [
  ...(['iam:CreateRole', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateRole', 'iam:TagRole'] as const),
  ...(['iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:PutRolePolicy'] as const),
  ...(['iam:DeleteRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:UntagRole'] as const),
  ...(['iam:DeleteRole', 'iam:CreatePolicy', 'iam:CreatePolicyVersion', 'iam:TagPolicy'] as const),
  ...(['iam:SetDefaultPolicyVersion', 'iam:DeletePolicyVersion', 'iam:DeletePolicy'] as const),
  'iam:UntagPolicy',
] as const satisfies readonly Action[];

/** An administrator's. */
const never = [
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
] as const satisfies readonly Action[];

type Listed =
  | (typeof callsOf)[OptIn][number]
  | (typeof withoutAWord)[number]
  | (typeof never)[number];
/** A call that is listed nowhere has to stand here, and fails the test below. */
const unlisted: { readonly [A in Exclude<Action, Listed>]: true } = {};

const own = (resource: string) => `arn:aws:iam::${account}:${resource}`;
const path = 'rolecall/platform/';
const ours = { 'aws:ResourceTag/rolecall:owner': 'platform' };
const theirs = { 'aws:ResourceTag/rolecall:owner': 'data' };
const mark = { 'aws:RequestTag/rolecall:owner': 'platform', 'aws:TagKeys': ['rolecall:owner'] };
const boundary = { 'iam:PermissionsBoundary': own('policy/rolecall-core/rolecall-boundary') };
const reading = { 'iam:PolicyARN': own(`policy/${path}reading`) };
const instance = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
const set = 'arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef';
const analyzer = (region: string) =>
  `arn:aws:access-analyzer:${region}:${account}:analyzer/external`;
const secret = (name: string, region = 'eu-central-1') =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${name}-AbCdEf`;
const sealed = { name: 'sealed', region: 'eu-central-1', kmsKeyId: 'alias/custodian' };
const kmsKey = `arn:aws:kms:eu-central-1:${account}:key/1`;
const byAlias = {
  'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com',
  'kms:ResourceAliases': ['alias/custodian'],
};

const manifest = JSON.stringify({
  version: 1,
  scope: 'platform',
  account,
  users: { robot: { accessKeys: { count: 1 }, delivery: { secretsManager: sealed } } },
  groups: { team: {} },
  serviceLinkedRoles: { 'ecs.amazonaws.com': {} },
  oidcProviders: {
    'gitlab.example.com': { clientIds: ['aws'] },
    'temp.example.com': { clientIds: ['aws'], expiresAt: '2027-01-01T00:00:00Z' },
  },
  samlProviders: {
    corp: { metadata: samlMetadata() },
    temp: { metadata: samlMetadata(), expiresAt: '2027-01-01T00:00:00Z' },
  },
  analyzers: { external: { regions: ['us-east-1'] } },
  protonSettings: {
    'us-east-1': {
      pipelineServiceRole: `arn:aws:iam::${account}:role/pipelines`,
      includeRetired: true,
    },
  },
  alternateContacts: {
    security: { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' },
  },
  identityCenter: {
    permissionSets: { P: {} },
    groups: { G: {} },
    assignments: [{ permissionSet: 'P', group: 'G' }],
  },
});

type Asked = readonly [action: string, resource: string, context: RequestContext];

/** Of each opt-in, what it lets through and what it does not, of the same actions. */
const limits: {
  readonly [O in OptIn]: { readonly may: readonly Asked[]; readonly not: readonly Asked[] };
} = {
  unbounded: {
    may: [['iam:PutUserPolicy', own(`user/${path}robot`), ours]],
    not: [
      ['iam:PutUserPolicy', own(`user/${path}another`), ours],
      ['iam:PutUserPolicy', own(`user/${path}robot`), theirs],
    ],
  },
  groups: {
    may: [
      ['iam:CreateGroup', own(`group/${path}team`), {}],
      ['iam:AddUserToGroup', own(`group/${path}team`), {}],
      ['iam:AttachGroupPolicy', own(`group/${path}team`), reading],
    ],
    not: [
      ['iam:CreateGroup', own('group/team'), {}],
      ['iam:AddUserToGroup', own('group/admins'), {}],
      ['iam:AddUserToGroup', own('group/rolecall/platform-x/admins'), {}],
      [
        'iam:AttachGroupPolicy',
        own(`group/${path}team`),
        { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
      ],
    ],
  },
  users: {
    may: [
      ['iam:CreateUser', own(`user/${path}a`), { ...mark, ...boundary }],
      ['iam:PutUserPolicy', own(`user/${path}a`), { ...ours, ...boundary }],
      ['iam:DeleteUser', own(`user/${path}a`), ours],
    ],
    not: [
      ['iam:CreateUser', own(`user/${path}a`), mark],
      ['iam:CreateUser', own('user/a'), { ...mark, ...boundary }],
      [
        'iam:CreateUser',
        own(`user/${path}a`),
        { ...mark, ...boundary, 'aws:RequestTag/rolecall:owner': 'data' },
      ],
      ['iam:PutUserPolicy', own(`user/${path}a`), ours],
      ['iam:DeleteUser', own(`user/${path}a`), theirs],
      ['iam:CreateLoginProfile', own(`user/${path}a`), ours],
      ['iam:CreateAccessKey', own(`user/${path}a`), ours],
      ['iam:EnableMFADevice', own(`user/${path}a`), ours],
    ],
  },
  credentials: {
    may: [
      ...callsOf.credentials.map((action): Asked => [action, own(`user/${path}robot`), ours]),
      ['iam:GetAccessKeyLastUsed', own(`user/${path}robot`), ours],
      ['secretsmanager:CreateSecret', secret('sealed/robot/access-key-AKIA'), {}],
      ['secretsmanager:PutSecretValue', secret('sealed/robot/password'), {}],
      [
        'secretsmanager:TagResource',
        secret('sealed/robot/password'),
        { 'aws:TagKeys': ['rolecall:secret'] },
      ],
      ['kms:GenerateDataKey', kmsKey, byAlias],
    ],
    not: [
      ['secretsmanager:TagResource', secret('sealed/robot/password'), { 'aws:TagKeys': ['team'] }],
      ['secretsmanager:TagResource', secret('sealed/robot/password'), {}],
      ...callsOf.credentials.map((action): Asked => [action, own(`user/${path}robot`), theirs]),
      ...callsOf.credentials.map((action): Asked => [action, own(`user/${path}robot`), {}]),
      ...callsOf.credentials.map((action): Asked => [action, own('user/Administrator'), ours]),
      ['iam:ResyncMFADevice', own(`user/${path}robot`), ours],
      ['iam:CreateServiceSpecificCredential', own(`user/${path}robot`), ours],
      ['iam:UploadSSHPublicKey', own(`user/${path}robot`), ours],
      ['iam:UploadSigningCertificate', own(`user/${path}robot`), ours],
      ['secretsmanager:CreateSecret', secret('other/robot'), {}],
      ['secretsmanager:CreateSecret', secret('sealed'), {}],
      ['secretsmanager:CreateSecret', secret('sealed/robot', 'us-east-1'), {}],
      ['secretsmanager:GetSecretValue', secret('sealed/robot/password'), {}],
      ['secretsmanager:PutResourcePolicy', secret('sealed/robot/password'), {}],
      ['kms:Decrypt', kmsKey, {}],
      ['kms:Decrypt', kmsKey, { ...byAlias, 'kms:ResourceAliases': ['alias/other'] }],
      ['kms:Decrypt', kmsKey, { ...byAlias, 'kms:ViaService': 's3.eu-central-1.amazonaws.com' }],
    ],
  },
  'instance-profiles': {
    may: [
      ['iam:CreateInstanceProfile', own(`instance-profile/${path}p`), mark],
      ['iam:AddRoleToInstanceProfile', own(`instance-profile/${path}p`), ours],
      ['iam:PassRole', own(`role/${path}web`), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ],
    not: [
      ['iam:CreateInstanceProfile', own('instance-profile/p'), mark],
      ['iam:AddRoleToInstanceProfile', own(`instance-profile/${path}p`), theirs],
      ['iam:PassRole', own('role/Admin'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['iam:PassRole', own(`role/${path}web`), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ],
  },
  'service-linked-roles': {
    may: [
      [
        'iam:CreateServiceLinkedRole',
        own('role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'),
        { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
      ],
    ],
    not: [
      [
        'iam:CreateServiceLinkedRole',
        own('role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS'),
        { 'iam:AWSServiceName': 'eks.amazonaws.com' },
      ],
      [
        'iam:DeleteServiceLinkedRole',
        own('role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'),
        {},
      ],
    ],
  },
  'oidc-providers': {
    may: [
      ['iam:CreateOpenIDConnectProvider', own('oidc-provider/gitlab.example.com'), mark],
      ['iam:AddClientIDToOpenIDConnectProvider', own('oidc-provider/gitlab.example.com'), ours],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/temp.example.com'), ours],
    ],
    not: [
      ['iam:CreateOpenIDConnectProvider', own('oidc-provider/evil.example.com'), mark],
      ['iam:CreateOpenIDConnectProvider', own('oidc-provider/gitlab.example.com'), {}],
      ['iam:AddClientIDToOpenIDConnectProvider', own('oidc-provider/gitlab.example.com'), theirs],
      [
        'iam:AddClientIDToOpenIDConnectProvider',
        own('oidc-provider/token.actions.githubusercontent.com'),
        ours,
      ],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/gitlab.example.com'), ours],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/temp.example.com'), theirs],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/temp.example.com'), {}],
    ],
  },
  'account-alias': {
    may: [['iam:CreateAccountAlias', '*', {}]],
    not: [['iam:DeleteAccountAlias', '*', {}]],
  },
  'password-policy': {
    may: [['iam:UpdateAccountPasswordPolicy', '*', {}]],
    not: [['iam:DeleteAccountPasswordPolicy', '*', {}]],
  },
  'alternate-contacts': {
    may: [
      [
        'account:PutAlternateContact',
        `arn:aws:account::${account}:account`,
        { 'account:AlternateContactTypes': ['SECURITY'] },
      ],
    ],
    not: [
      [
        'account:PutAlternateContact',
        `arn:aws:account::${account}:account`,
        { 'account:AlternateContactTypes': ['BILLING'] },
      ],
      ['account:PutAlternateContact', `arn:aws:account::${account}:account`, {}],
      [
        'account:PutAlternateContact',
        'arn:aws:account::111111111111:account/o-a/444455556666',
        { 'account:AlternateContactTypes': ['SECURITY'] },
      ],
      [
        'account:DeleteAlternateContact',
        `arn:aws:account::${account}:account`,
        { 'account:AlternateContactTypes': ['SECURITY'] },
      ],
      ['account:PutContactInformation', `arn:aws:account::${account}:account`, {}],
    ],
  },
  'saml-providers': {
    may: [
      ['iam:CreateSAMLProvider', own('saml-provider/corp'), mark],
      ['iam:UpdateSAMLProvider', own('saml-provider/corp'), ours],
      ['iam:DeleteSAMLProvider', own('saml-provider/temp'), ours],
    ],
    not: [
      ['iam:CreateSAMLProvider', own('saml-provider/other'), mark],
      ['iam:CreateSAMLProvider', own('saml-provider/corp'), {}],
      ['iam:UpdateSAMLProvider', own('saml-provider/corp'), theirs],
      ['iam:UpdateSAMLProvider', own('saml-provider/corp'), {}],
      ['iam:UpdateSAMLProvider', own('saml-provider/other'), ours],
      ['iam:DeleteSAMLProvider', own('saml-provider/corp'), ours],
      ['iam:DeleteSAMLProvider', own('saml-provider/temp'), theirs],
    ],
  },
  analyzers: {
    may: [
      ['access-analyzer:CreateAnalyzer', analyzer('us-east-1'), mark],
      ['access-analyzer:CreateArchiveRule', `${analyzer('us-east-1')}/archive-rule/a`, {}],
      ['access-analyzer:DeleteAnalyzer', analyzer('us-east-1'), ours],
    ],
    not: [
      ['access-analyzer:CreateAnalyzer', analyzer('eu-west-1'), mark],
      ['access-analyzer:CreateAnalyzer', analyzer('us-east-1'), {}],
      ['access-analyzer:CreateArchiveRule', `${analyzer('eu-west-1')}/archive-rule/a`, {}],
      ['access-analyzer:DeleteAnalyzer', analyzer('us-east-1'), theirs],
      ['access-analyzer:DeleteAnalyzer', analyzer('us-east-1'), {}],
      ['access-analyzer:ApplyArchiveRule', `${analyzer('us-east-1')}/archive-rule/a`, ours],
      ['access-analyzer:UpdateFindings', analyzer('us-east-1'), ours],
      ['access-analyzer:UpdateAnalyzer', analyzer('us-east-1'), ours],
    ],
  },
  'proton-settings': {
    may: [
      ['proton:UpdateAccountSettings', '*', { 'aws:RequestedRegion': 'us-east-1' }],
      ['iam:PassRole', own('role/pipelines'), { 'iam:PassedToService': 'proton.amazonaws.com' }],
    ],
    not: [
      ['proton:UpdateAccountSettings', '*', { 'aws:RequestedRegion': 'eu-west-1' }],
      ['iam:PassRole', own('role/pipelines'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['iam:PassRole', own('role/another'), { 'iam:PassedToService': 'proton.amazonaws.com' }],
      ['iam:PassRole', own('role/pipelines'), {}],
    ],
  },
  'identity-center-directory': {
    may: callsOf['identity-center-directory'].map(
      (action): Asked => [action, 'arn:aws:identitystore:::group/1', {}],
    ),
    not: [
      ['identitystore:DeleteUser', 'arn:aws:identitystore:::user/1', {}],
      ['sso-directory:UpdatePassword', '*', {}],
    ],
  },
  'permission-sets': {
    may: [
      ['sso:CreatePermissionSet', instance, mark],
      ['sso:PutInlinePolicyToPermissionSet', set, ours],
    ],
    not: [
      ['sso:CreatePermissionSet', instance, {}],
      ['sso:PutInlinePolicyToPermissionSet', set, theirs],
      ['sso:PutInlinePolicyToPermissionSet', set, {}],
      ['sso:CreateAccountAssignment', set, ours],
      ['sso:DeleteInstance', instance, {}],
    ],
  },
  'account-assignments': {
    may: [
      ['sso:CreateAccountAssignment', set, ours],
      ['sso:CreateAccountAssignment', `arn:aws:sso:::account/${account}`, {}],
    ],
    not: [
      ['sso:CreateAccountAssignment', set, theirs],
      ['sso:CreateAccountAssignment', 'arn:aws:sso:::account/777788889999', {}],
    ],
  },
};

/** What an opt-in is of use with. */
const beside: { readonly [O in OptIn]?: readonly OptIn[] } = {
  unbounded: ['users'],
  credentials: ['users'],
};

/** What the apply role decides, with these words said. */
async function deciderFor(allowed: readonly OptIn[]): Promise<(asked: Asked) => string> {
  const { roles, policies } = await bootstrapFor(manifest, { allowed });
  const held = roles.find(({ name }) => name === 'rolecall-apply')?.policies ?? [];
  const identity = policies
    .filter(({ name }) => held.includes(name))
    .map(({ document }) => document);
  const principal = own('role/rolecall-core/rolecall-apply');
  return ([action, resource, context]) =>
    evaluateRequest({ principal, action, resource, context }, { identity }).decision;
}

it('every call of a plan is let through by a word, or by none', () => {
  expect(unlisted).toEqual({});
});

describe.each(optIns)('%s', (optIn) => {
  const { may, not } = limits[optIn];
  const said = [optIn, ...(beside[optIn] ?? [])];

  it('lets through what the manifest names, and nothing else of it', async () => {
    const decide = await deciderFor(said);
    expect(may.filter((asked) => decide(asked) !== 'allowed')).toEqual([]);
    expect(not.filter((asked) => decide(asked) === 'allowed')).toEqual([]);
  });

  it('is needed: without it each of its calls is denied, also with all other words', async () => {
    const [bare, others] = [
      await deciderFor([]),
      await deciderFor(optIns.filter((one) => one !== optIn)),
    ];
    const contexts = [{}, ours, { ...mark, ...boundary }, { ...ours, ...boundary, ...reading }];
    const resources = [...new Set(['*', ...may.map(([, resource]) => resource)])];
    const calls: readonly Action[] = callsOf[optIn];
    const asked = calls.flatMap((action) =>
      resources.flatMap((resource) =>
        contexts.map((context): Asked => [action, resource, context]),
      ),
    );
    expect(asked.filter((one) => bare(one) !== 'explicitDeny')).toEqual([]);
    expect(asked.filter((one) => others(one) === 'allowed')).toEqual([]);
  });
});

describe('with every word', () => {
  const data = bundledActionData();
  const services = [
    ...['iam', 'sts', 'sso', 'identitystore', 'sso-directory', 'account', 'access-analyzer'],
    ...['organizations', 'secretsmanager', 'kms', 'rolesanywhere', 'ec2', 's3', 'lambda'],
  ];
  // Beside the calls of plans: what those take, or what is made of them.
  const more = [
    ...['iam:PassRole', 'iam:UpdateAccessKey', 'kms:Decrypt', 'kms:GenerateDataKey'],
    ...['secretsmanager:CreateSecret', 'secretsmanager:PutSecretValue'],
    ...['secretsmanager:TagResource', 'secretsmanager:UpdateSecretVersionStage'],
  ];
  const known: readonly string[] = [...Object.values(callsOf).flat(), ...withoutAWord, ...more];

  it.each(services)('every other write of %s is denied', async (prefix) => {
    const decide = await deciderFor(optIns);
    const writes = (data.service(prefix)?.actions ?? [])
      .filter(({ accessLevel }) => accessLevel !== 'Read' && accessLevel !== 'List')
      .map(({ name }) => `${prefix}:${name}`);
    expect(writes.length).toBeGreaterThan(3);
    const open = writes.filter(
      (action) => !known.includes(action) && decide([action, '*', ours]) !== 'explicitDeny',
    );
    expect(open).toEqual([]);
  });

  it('each statement names actions that AWS knows, one by one', async () => {
    const { policies } = await bootstrapFor(manifest, { allowed: optIns });
    const allows = policies
      .filter(({ name }) => /^rolecall-apply(-\d+)?$/.test(name))
      .flatMap(({ statements }) => statements)
      .filter(({ statement }) => statement.Effect === 'Allow')
      .flatMap(({ statement }) => asList(statement.Action));
    const actions = (action: string) =>
      data.service(action.split(':')[0] ?? '')?.actions.map(({ name }) => name) ?? [];
    const strange = allows.filter(
      (action) => !actions(action).includes(action.split(':')[1] ?? ''),
    );
    expect(strange).toEqual([]);
  });
});
