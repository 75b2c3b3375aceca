import { describe, expect, it } from 'vitest';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowRead,
  anAwsPolicy,
  aPolicy,
  aRole,
  attach,
  aUser,
  denyAll,
} from '../checks/testing/snapshot.fixture.ts';
import { faultsOf } from '../manifest/testing/manifest.fixture.ts';
import { unknown } from '../model/part.ts';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import { planAccount } from './plan-account.ts';
import { accountWith, mark, ours, outline, planOf } from './testing/plan.fixture.ts';

const ec2 =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const read = '{Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "*"}]}';
const path = '/rolecall/platform/';
const web = `roles:\n  web: {trust: ${ec2}}\n`;
const liveWeb = aRole({ name: 'web', path, tags: mark('role/web') });
const read1 = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
const read2 = { Effect: 'Allow', Action: 'sqs:Get*', Resource: '*' };
const deny1 = { Effect: 'Deny', Action: 's3:Get*', Resource: '*' };
const write1 = { Effect: 'Allow', Action: 's3:Put*', Resource: '*' };
const reader = `policies:\n  reader: {description: Reads, document: ${read}}\n`;
const liveReader = aPolicy({ name: 'reader', path, attachmentCount: 0 });
const readerSettings = { [liveReader.arn]: { description: 'Reads', tags: mark('policy/reader') } };

describe('what is missing', () => {
  it('is created in the order in which one needs another', async () => {
    const plan = await planOf(`
roles:
  app:
    trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:user/ci}}"}, Action: sts:AssumeRole}]}
    managedPolicies: [reader]
    inlinePolicies: {extra: ${read}}
  web: {trust: ${ec2}}
policies: {reader: {document: ${read}}}
users: {ci: {groups: [people], permissionsBoundary: reader}}
groups: {people: {managedPolicies: [reader]}}
instanceProfiles: {web: {role: web}}
serviceLinkedRoles: {ecs.amazonaws.com: {}}
oidcProviders: {token.actions.githubusercontent.com: {clientIds: [sts.amazonaws.com]}}
accountAlias: {alias: acme}
passwordPolicy: {}
`);
    expect(outline(plan)).toEqual([
      'create account-alias/account: CreateAccountAlias',
      'create password-policy/account: UpdateAccountPasswordPolicy',
      'create oidc-provider/token.actions.githubusercontent.com: CreateOpenIDConnectProvider',
      'create service-linked-role/ecs.amazonaws.com: CreateServiceLinkedRole',
      'create policy/reader: CreatePolicy',
      'create role/web: CreateRole',
      'create group/people: CreateGroup AttachGroupPolicy',
      'create instance-profile/web: CreateInstanceProfile AddRoleToInstanceProfile',
      'create user/ci: CreateUser AddUserToGroup',
      'create role/app: CreateRole AttachRolePolicy PutRolePolicy',
    ]);
  });

  it('comes with tags and boundary in the same call', async () => {
    const text = `${reader}roles:\n  web: {trust: ${ec2}, permissionsBoundary: reader, tags: {team: ""}}\n`;
    const plan = await planOf(text);
    expect(plan.changes[1]?.operations[0]?.input).toMatchObject({
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/rolecall/platform/reader',
      Tags: [
        { Key: 'team', Value: '' },
        { Key: 'rolecall:owner', Value: 'platform' },
        { Key: 'rolecall:resource', Value: 'role/web' },
      ],
    });
  });
});

describe('what is as declared', () => {
  it.each([
    ['a role', web, { roles: [liveWeb] }],
    ['a policy', reader, { policies: [liveReader], policySettings: readerSettings }],
    [
      'a role that differs in form only',
      web,
      {
        roles: [
          {
            ...liveWeb,
            trust: {
              Version: '2012-10-17',
              Statement: {
                Sid: 'x',
                Effect: 'Allow' as const,
                Principal: { Service: ['ec2.amazonaws.com'] },
                Action: 'STS:AssumeRole',
              },
            },
          },
        ],
      },
    ],
    [
      'a tag whose value is empty',
      `roles:\n  web: {trust: ${ec2}, tags: {team: ""}}\n`,
      { roles: [{ ...liveWeb, tags: { ...liveWeb.tags, team: '' } }] },
    ],
    [
      'a service-linked role, by its path',
      'serviceLinkedRoles: {ssm-incidents.amazonaws.com: {}}\n',
      {
        roles: [
          aRole({
            name: 'AWSServiceRoleforIncidentManager',
            path: '/aws-service-role/ssm-incidents.amazonaws.com/',
          }),
        ],
      },
    ],
  ])('%s gives an empty plan', async (_name, text, parts) => {
    const plan = await planOf(text, parts);
    expect(plan).toMatchObject({ changes: [], conflicts: [] });
  });

  it('leaves alone the tags of others that the manifest names', async () => {
    const tags = { ...liveWeb.tags, 'cost-center': '7', 'aws:cloudformation:x': 'y', stray: 'z' };
    const plan = await planOf(web, { roles: [{ ...liveWeb, tags }] }, { ignoreTags: ['cost-*'] });
    expect(plan.changes[0]?.operations).toMatchObject([
      { action: 'iam:UntagRole', input: { TagKeys: ['stray'] } },
    ]);
  });
});

describe('what differs', () => {
  it('is changed by the call that changes it', async () => {
    const text = `${reader}roles:\n  web: {trust: ${ec2}, description: New, permissionsBoundary: reader}\n`;
    const live = {
      ...liveWeb,
      trust: allowAll,
      attachedPolicies: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      inlinePolicies: [{ name: 'old', document: allowRead }],
    };
    const plan = await planOf(text, {
      roles: [live],
      roleSettings: { web: { maxSessionDuration: 7200 } },
      policies: [liveReader, anAwsPolicy({ name: 'ReadOnlyAccess' })],
      policySettings: readerSettings,
    });
    expect(outline(plan)).toEqual([
      'update role/web: PutRolePermissionsBoundary DetachRolePolicy DeleteRolePolicy ' +
        'UpdateAssumeRolePolicy UpdateRole',
    ]);
    expect(plan.changes[0]?.operations.at(-1)?.input).toEqual({
      RoleName: 'web',
      Description: 'New',
      MaxSessionDuration: 3600,
    });
  });

  it('keeps what is attached beyond it where it is not exclusive', async () => {
    const text = `roles:\n  web: {trust: ${ec2}, exclusive: false}\n`;
    const live = { ...liveWeb, inlinePolicies: [{ name: 'theirs', document: allowRead }] };
    expect(outline(await planOf(text, { roles: [live] }))).toEqual([]);
  });

  it('makes room for a new version of a policy, and keeps the last one', async () => {
    const versions = ['v9', 'v8', 'v7', 'v6', 'v5'].map((id) => ({ id }));
    const live = { ...liveReader, document: allowAll, defaultVersionId: 'v5', versions };
    const plan = await planOf(reader, { policies: [live], policySettings: readerSettings });
    expect(plan.changes[0]?.operations).toMatchObject([
      { action: 'iam:DeletePolicyVersion', input: { VersionId: 'v6' } },
      { action: 'iam:CreatePolicyVersion', input: { SetAsDefault: true } },
    ]);
  });

  const deep = aRole({
    name: 'web',
    path: '/rolecall/platform/deep/',
    tags: mark('role/web'),
    instanceProfiles: ['box'],
  });

  it('replaces a role whose path changed, back into its instance profiles', async () => {
    const box = {
      name: 'box',
      arn: 'arn:aws:iam::111122223333:instance-profile/rolecall/platform/box',
      path,
      roles: ['web'],
      tags: mark('instance-profile/box'),
    };
    const text = `${web}instanceProfiles:\n  box: {role: web}\n`;
    const plan = await planOf(text, { roles: [deep], instanceProfiles: [box] });
    expect(outline(plan)).toEqual([
      'replace role/web: RemoveRoleFromInstanceProfile DeleteRole CreateRole AddRoleToInstanceProfile',
    ]);
    expect(plan.changes[0]?.warnings[0]).toContain('becomes another principal');
  });

  it.each([
    ['that is in the instance profile of others', web, deep],
    [
      'that has what is not declared, where that is to stay',
      `roles:\n  web: {trust: ${ec2}, exclusive: false}\n`,
      { ...deep, instanceProfiles: [], inlinePolicies: [{ name: 'theirs', document: allowRead }] },
    ],
    [
      'that lies outside our path, whatever its tags say',
      web,
      aRole({ name: 'web', path: '/prod/', tags: mark('role/web') }),
    ],
  ])('does not replace a role %s', async (_name, text, live) => {
    const plan = await planOf(text, { roles: [live] });
    expect(plan).toMatchObject({ changes: [], conflicts: [{ resource: 'role/web' }] });
  });

  it('makes no policy anew that others have', async () => {
    const parts = {
      policies: [liveReader],
      policySettings: { [liveReader.arn]: { description: 'Other', tags: mark('policy/reader') } },
      roles: [aRole({ name: 'x', attachedPolicies: [liveReader] })],
    };
    const plan = await planOf(reader, parts);
    expect(plan).toMatchObject({ changes: [], conflicts: [{ resource: 'policy/reader' }] });
    expect(outline(await planOf(reader, { ...parts, roles: [] }))).toEqual([
      'replace policy/reader: DeletePolicy CreatePolicy',
    ]);
  });

  it('says where a declared role serves a service that AWS has closed', async () => {
    const text =
      'serviceLinkedRoles: {ssm-incidents.amazonaws.com: {}}\nroles:\n  p: {trust: {Statement: [{Effect: Allow, Principal: {Service: proton.amazonaws.com}, Action: sts:AssumeRole}]}}\n';
    const { changes } = await planOf(text);
    expect(changes.map(({ warnings }) => warnings)).toEqual([
      [expect.stringContaining('2025-11-07')],
      [expect.stringContaining('2026-10-07')],
    ]);
  });

  it('says that a sealed password expires with the others', async () => {
    const { changes } = await planOf('passwordPolicy: {maxAge: 90}\n');
    expect(changes[0]?.warnings).toEqual([expect.stringContaining('after 90 days')]);
  });

  it('narrows before it widens', async () => {
    const deny = {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny' as const, Action: '*', Resource: '*' },
    };
    const live = {
      ...liveWeb,
      trust: allowAll,
      permissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      attachedPolicies: [{ name: 'A', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      inlinePolicies: [
        { name: 'a-deny', document: deny },
        { name: 'constructor', document: allowAll },
      ],
    };
    const text = `roles:\n  web: {trust: ${ec2}, managedPolicies: [ReadOnlyAccess]}\n`;
    const plan = await planOf(text, { roles: [live], policies: [administratorAccess] });
    expect(outline(plan)).toEqual([
      'update role/web: DetachRolePolicy DeleteRolePolicy UpdateAssumeRolePolicy ' +
        'AttachRolePolicy DeleteRolePolicy DeleteRolePermissionsBoundary',
    ]);
    expect(plan.changes[0]?.operations[1]).toMatchObject({ input: { PolicyName: 'constructor' } });
    expect(plan.changes[0]?.warnings).toHaveLength(2);
  });

  it.each([
    ['a smaller text comes before the trust', [read1], ['PutRolePolicy', 'UpdateAssumeRolePolicy']],
    [
      'a larger text comes after it',
      [read1, read2, write1],
      ['UpdateAssumeRolePolicy', 'PutRolePolicy'],
    ],
    [
      'another text is taken before and given after',
      [write1],
      ['DeleteRolePolicy', 'UpdateAssumeRolePolicy', 'PutRolePolicy'],
    ],
    [
      'a text that only denies comes before it',
      [deny1],
      ['PutRolePolicy', 'UpdateAssumeRolePolicy'],
    ],
  ])('where the trust changes too, %s', async (_name, wanted, expected) => {
    const document = (Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
    const live = {
      ...liveWeb,
      trust: allowAll,
      inlinePolicies: [
        { name: 'work', document: policyDocumentSchema.parse(document([read1, read2])) },
      ],
    };
    const work = JSON.stringify(document(wanted));
    const text = `roles:\n  web: {trust: ${ec2}, inlinePolicies: {work: ${work}}}\n`;
    const plan = await planOf(text, { roles: [live] });
    expect(plan.changes[0]?.operations.map(({ action }) => action.slice(4))).toEqual(expected);
  });

  it('takes denies off last, and puts a wider boundary on after what it bounds is gone', async () => {
    const deny = (name: string) => anAwsPolicy({ name, document: denyAll });
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const live = {
      ...liveWeb,
      permissionsBoundary: boundary,
      attachedPolicies: attach(administratorAccess, deny('AWSDenyAll')),
      inlinePolicies: [{ name: 'hold', document: denyAll }],
    };
    const hold = '{Statement: [{Effect: Deny, Action: "s3:DeleteBucket", Resource: "*"}]}';
    const text = `roles:\n  web: {trust: ${ec2}, permissionsBoundary: AdministratorAccess, managedPolicies: [ReadOnlyAccess], inlinePolicies: {hold: ${hold}}}\n`;
    const plan = await planOf(text, {
      roles: [live],
      policies: [administratorAccess, deny('AWSDenyAll')],
    });
    expect(plan.changes[0]?.operations.map(({ step }) => step)).toEqual([
      'take',
      'rebound',
      'give',
      'give',
      'unguard',
    ]);
  });

  it('leaves a user alone whom AWS has put under quarantine', async () => {
    const quarantine = anAwsPolicy({ name: 'AWSCompromisedKeyQuarantineV3', document: denyAll });
    const live = aUser({
      name: 'ci',
      path,
      tags: mark('user/ci'),
      attachedPolicies: attach(quarantine),
    });
    const plan = await planOf('users: {ci: {}}\n', { users: [live], policies: [quarantine] });
    expect(plan).toMatchObject({ changes: [], conflicts: [{ resource: 'user/ci' }] });
  });

  it('takes nothing from the policies of the caller', async () => {
    const held = { ...liveReader, document: allowAll };
    const audit = aRole({ name: 'audit', attachedPolicies: attach(held) });
    const parts = { roles: [audit], policies: [held], policySettings: readerSettings };
    expect(await planOf(reader, parts)).toMatchObject({
      changes: [],
      conflicts: [{ resource: 'policy/reader' }],
    });
  });

  it('leaves a bound that others put on where it is not exclusive', async () => {
    const live = { ...liveWeb, permissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };
    const text = `roles:\n  web: {trust: ${ec2}, exclusive: false}\n`;
    expect(outline(await planOf(text, { roles: [live] }))).toEqual([]);
  });

  it('takes a user out of the groups that are not declared', async () => {
    const live = aUser({ name: 'ci', path, tags: mark('user/ci'), groups: ['Admins', 'people'] });
    const groups = [aGroup({ name: 'Admins' }), aGroup({ name: 'people', path })];
    const text = 'users: {ci: {groups: [people]}}\ngroups: {people: {}}\n';
    expect(outline(await planOf(text, { users: [live], groups }))).toEqual([
      'update user/ci: RemoveUserFromGroup',
    ]);
  });

  it('changes roles that trust each other already', async () => {
    const trusting = (name: string) =>
      `{trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:role/${name}}}"}, Action: sts:AssumeRole}]}, tags: {a: b}}`;
    const text = `roles:\n  a: ${trusting('b')}\n  b: ${trusting('a')}\n`;
    const live = (name: string, other: string) =>
      aRole({
        name,
        path,
        tags: mark(`role/${name}`),
        trust: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::111122223333:role/rolecall/platform/${other}` },
            Action: 'sts:AssumeRole',
          },
        },
      });
    const plan = await planOf(text, { roles: [live('a', 'b'), live('b', 'a')] });
    expect(outline(plan)).toEqual(['update role/a: TagRole', 'update role/b: TagRole']);
  });

  it('takes nothing from the caller', async () => {
    const audit = aRole({
      name: 'audit',
      path,
      tags: mark('role/audit'),
      attachedPolicies: [{ name: 'x', arn: 'arn:aws:iam::aws:policy/x' }],
    });
    const text = `roles:\n  audit: {trust: ${ec2}}\n`;
    const plan = await planOf(text, { roles: [audit] });
    expect(plan).toMatchObject({ changes: [], conflicts: [{ resource: 'role/audit' }] });
  });

  it('moves a user to another path, which IAM can', async () => {
    const live = aUser({ name: 'ci', path: '/old/', tags: mark('user/ci') });
    expect(outline(await planOf('users: {ci: {}}\n', { users: [live] }))).toEqual([
      'update user/ci: UpdateUser',
    ]);
  });
});

describe('what is not ours', () => {
  it.each([
    ['a role', web, { roles: [aRole({ name: 'web' })] }, 'is not ours'],
    ['a role in another case', web, { roles: [aRole({ name: 'WEB' })] }, 'is not ours'],
    [
      'a role of another scope',
      web,
      { roles: [aRole({ name: 'web', tags: { 'rolecall:owner': 'data' } })] },
      'belongs to scope "data"',
    ],
    [
      'a group elsewhere',
      'groups: {people: {}}\n',
      { groups: [aGroup({ name: 'people' })] },
      'is not ours',
    ],
    [
      'an alias',
      'accountAlias: {alias: acme}\n',
      { accountAliases: ['other'] },
      'another account alias',
    ],
  ])('%s is a conflict, and nothing is done to it', async (_name, text, parts, message) => {
    const plan = await planOf(text, parts);
    expect(plan.changes).toEqual([]);
    expect(plan.conflicts).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('is replaced where a person says so', async () => {
    const text = 'accountAlias: {alias: acme, adopt: true}\n';
    const plan = await planOf(text, { accountAliases: ['other'] });
    expect(outline(plan)).toEqual(['update account-alias/account: CreateAccountAlias']);
  });

  it('serves as it is, where it is a provider with the audiences that are asked for', async () => {
    const url = 'token.actions.githubusercontent.com';
    const text = `oidcProviders: {${url}: {clientIds: [sts.amazonaws.com]}}\n`;
    const provider = {
      arn: `arn:aws:iam::111122223333:oidc-provider/${url}`,
      url,
      thumbprints: [],
      tags: {},
    };
    const serving = { ...provider, clientIds: ['sts.amazonaws.com', 'x'] };
    expect(await planOf(text, { oidcProviders: [serving] })).toMatchObject({ conflicts: [] });
    const lacking = { ...provider, clientIds: ['x'] };
    expect((await planOf(text, { oidcProviders: [lacking] })).conflicts).toHaveLength(1);
  });
});

describe('prune', () => {
  const prune = { enabled: true, maxDeletes: 5 };
  const stale = aRole({
    name: 'stale',
    path,
    tags: ours,
    attachedPolicies: [{ name: 'p', arn: 'arn:aws:iam::aws:policy/p' }],
  });

  it('is off unless it is asked for', async () => {
    const plan = await planOf(web, { roles: [liveWeb, stale] });
    expect(plan.changes).toEqual([]);
    expect(plan.notes).toEqual([expect.stringContaining('prune is off')]);
  });

  it('deletes what is ours and lies under our path, last and in reverse', async () => {
    const roles = [
      liveWeb,
      stale,
      aRole({ name: 'foreign', path }),
      aRole({ name: 'elsewhere', tags: ours }),
    ];
    const gone = aUser({ name: 'gone', path, tags: ours });
    const userCredentials = { gone: [] };
    const parts = { roles, users: [gone], userCredentials };
    const plan = await planOf(`${web}groups: {new: {}}\n`, parts, { prune });
    expect(outline(plan)).toEqual([
      'create group/new: CreateGroup',
      'delete role/stale: DetachRolePolicy DeleteRole',
      'delete user/gone: DeleteUser',
    ]);
    expect(plan.notes).toEqual([expect.stringContaining('role/elsewhere')]);
  });

  it('refuses to delete more than is allowed', async () => {
    const work = planOf(web, { roles: [stale] }, { prune: { enabled: true, maxDeletes: 0 } });
    await expect(work).rejects.toMatchObject({ code: 'PRUNE_REFUSED' });
  });

  it('refuses to delete everything because nothing is declared', async () => {
    const work = planOf('roles: {}\n', { roles: [stale] }, { prune });
    await expect(work).rejects.toMatchObject({ code: 'PRUNE_REFUSED' });
    const meant = { prune: { ...prune, allowEmpty: true } } as const;
    const plan = await planOf('roles: {}\n', { roles: [stale] }, meant);
    expect(outline(plan)).toEqual(['delete role/stale: DetachRolePolicy DeleteRole']);
  });

  it.each([
    [
      'a policy that others have',
      {
        policies: [liveReader],
        policySettings: { [liveReader.arn]: { tags: ours } },
        roles: [aRole({ name: 'x', attachedPolicies: [liveReader] })],
      },
    ],
    [
      'a policy that bounds somebody',
      {
        policies: [liveReader],
        policySettings: { [liveReader.arn]: { tags: ours } },
        users: [aUser({ name: 'x', permissionsBoundary: liveReader.arn })],
      },
    ],
    [
      'a group with foreign members',
      { groups: [aGroup({ name: 'g', path })], users: [aUser({ name: 'x', groups: ['g'] })] },
    ],
    [
      'a policy of a permission set',
      {
        policies: [liveReader],
        policySettings: { [liveReader.arn]: { tags: ours } },
        roles: [
          aRole({
            name: 'AWSReservedSSO_Team_Read_0123456789abcdef',
            path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
            attachedPolicies: attach(liveReader),
          }),
        ],
      },
    ],
    ['a role in a foreign profile', { roles: [{ ...stale, instanceProfiles: ['theirs'] }] }],
  ])('%s stays, as a conflict', async (_name, parts) => {
    const plan = await planOf('groups: {keep: {}}\n', parts, { prune });
    expect(outline(plan)).toEqual(['create group/keep: CreateGroup']);
    expect(plan.conflicts).toHaveLength(1);
  });
});

describe('what cannot work', () => {
  it.each([
    [
      'a policy that is too large',
      `policies:\n  big: {document: {Statement: [{Effect: Allow, Action: "s3:${'x'.repeat(6200)}", Resource: "*"}]}}\n`,
      'QUOTA_EXCEEDED',
      'policy/big: policy: 6',
    ],
    [
      'too many attached policies',
      `groups:\n  g: {managedPolicies: [${Array.from({ length: 11 }, (_, i) => `"arn:aws:iam::aws:policy/p${i}"`)}]}\n`,
      'QUOTA_EXCEEDED',
      'group/g: attached policies: 11; IAM takes 10.',
    ],
    [
      'a principal that is not there',
      'roles:\n  r: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::{{account}}:user/nobody"}, Action: sts:AssumeRole}]}}\n',
      'PRINCIPAL_INVALID',
      'neither exists nor is declared',
    ],
    [
      'a role that trusts itself',
      'roles:\n  r: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:role/r}}"}, Action: sts:AssumeRole}]}}\n',
      'PRINCIPAL_INVALID',
      'trusts itself',
    ],
    [
      'roles that trust each other',
      'roles:\n  a: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:role/b}}"}, Action: sts:AssumeRole}]}}\n  b: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:role/a}}"}, Action: sts:AssumeRole}]}}\n',
      'MANIFEST_INVALID',
      'name one another',
    ],
  ])('%s is said with its line', async (_name, text, code, message) => {
    const faults = await faultsOf(planOf(text));
    expect(faults).toMatchObject([{ at: '5:3', code, message: expect.stringContaining(message) }]);
  });

  it('takes the quotas that the account has', async () => {
    const text = `roles:\n  web: {trust: ${ec2}}\n`;
    const faults = await faultsOf(
      planOf(text, { accountSummary: { AssumeRolePolicySizeQuota: 10 } }),
    );
    expect(faults).toMatchObject([{ code: 'QUOTA_EXCEEDED' }]);
  });

  it('counts what the account has room for', async () => {
    const text = `roles:\n  a: {trust: ${ec2}}\n  b: {trust: ${ec2}}\n`;
    const accountSummary = { Roles: 999, RolesQuota: 1000 };
    const faults = await faultsOf(planOf(text, { accountSummary }));
    expect(faults).toMatchObject([
      {
        code: 'QUOTA_EXCEEDED',
        message: 'The account has 999 of 1000 Roles and would get 2 more.',
      },
    ]);
  });

  it('plans nothing on half a picture', () => {
    const permission = 'iam:GetAccountAuthorizationDetails';
    const snapshot = accountWith();
    const roles = unknown({ code: 'ACCESS_DENIED', message: 'denied', permission });
    const plan = () =>
      planAccount({
        scope: 'platform',
        account: '111122223333',
        partition: 'aws',
        ignoreTags: [],
        prune: undefined,
        desired: [],
        snapshot: { ...snapshot, parts: { ...snapshot.parts, roles } },
      });
    expect(plan).toThrow(expect.objectContaining({ code: 'ACCESS_DENIED' }));
    expect(plan).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ action: permission }) }),
    );
  });
});

describe('the plan id', () => {
  it('is the same for the same state, and another for another', async () => {
    const id = async (text: string, parts = {}) => (await planOf(text, parts)).planId;
    expect(await id(web)).toBe(await id(`# a comment\n${web}`));
    expect(await id(web)).not.toBe(await id(web, { roles: [liveWeb] }));
    const described = `roles:\n  web: {trust: ${ec2}, description: x}\n`;
    expect(await id(web)).not.toBe(await id(described));
  });
});
