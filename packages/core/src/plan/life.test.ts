import { describe, expect, it } from 'vitest';
import {
  aGroup,
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
  type KnownParts,
} from '../checks/testing/snapshot.fixture.ts';
import { revocationPolicy } from '../model/session-revocation.ts';
import { samlMetadata } from './kinds/testing/saml-metadata.fixture.ts';
import { isSettledBeforehand, narrowPlan } from './narrow-plan.ts';
import { mark, ours, outline, planOf } from './testing/plan.fixture.ts';

const ec2 =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const read = '{Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}';
const path = '/rolecall/platform/';
const end = '2026-12-01T00:00:00Z';
const later = '2026-12-02T00:00:00Z';

describe('limits of prune', () => {
  const roles = Array.from({ length: 10 }, (_, i) => aRole({ name: `r${i}`, path, tags: ours }));
  const seven = `roles: {${roles.slice(0, 7).map(({ name }) => `${name}: {trust: ${ec2}, tags: {}}`)}}\n`;

  it.each([
    ['all of them', { maxDeletes: 3 }, true],
    ['a count', { maxDeletes: 2 }, false],
    ['a percentage', { maxDeletes: 3, maxDeletePercent: 29 }, false],
    ['exactly the percentage', { maxDeletes: 3, maxDeletePercent: 30 }, true],
  ])('%s', async (_name, limits, isAllowed) => {
    const work = planOf(seven, { roles }, { prune: { enabled: true, ...limits } });
    if (isAllowed) {
      expect((await work).changes.filter(({ kind }) => kind === 'delete')).toHaveLength(3);
    } else await expect(work).rejects.toMatchObject({ code: 'PRUNE_REFUSED' });
  });

  it('are told with both numbers', async () => {
    const prune = { enabled: true, maxDeletes: 2, maxDeletePercent: 25 };
    const work = planOf(seven, { roles }, { prune });
    await expect(work).rejects.toThrow(/3 of the 10 .*\(30 %\).*maxDeletes is 2.*Percent 25/);
  });

  it.each<[string, KnownParts, string]>([
    ['outside our path', { roles: [aRole({ name: 'far', path: '/far/', tags: ours })] }, ''],
    ['ignored', { roles: [aRole({ name: 'far', path, tags: ours })] }, 'ignore: [role/far]\n'],
  ])('do not take for ours to count what prune never takes: %s', async (_, parts, more) => {
    const all = { roles: [...roles, ...(parts.roles ?? [])] };
    const prune = { enabled: true, maxDeletes: 3, maxDeletePercent: 29 };
    await expect(planOf(seven + more, all, { prune })).rejects.toThrow(/3 of the 10 /);
  });

  it.each([
    ['has expired', `roles: {x: {trust: ${ec2}, expiresAt: "${end}"}}\n`],
    ['is never pruned', 'serviceLinkedRoles: {ecs.amazonaws.com: {}}\n'],
  ])('hold where all that is declared %s', async (_, text) => {
    const prune = { enabled: true, maxDeletes: 20 };
    const work = planOf(text, { roles }, { prune, asOf: later });
    await expect(work).rejects.toMatchObject({ code: 'PRUNE_REFUSED' });
    const meant = { prune: { ...prune, allowEmpty: true }, asOf: later };
    expect((await planOf(text, { roles }, meant)).changes).toHaveLength(
      text.startsWith('roles') ? 10 : 11,
    );
  });

  it('do not count what has expired', async () => {
    const prune = { enabled: true, maxDeletes: 0 };
    const parts = { roles: [aRole({ name: 'r', path, tags: ours })] };
    const text = `roles: {r: {trust: ${ec2}, expiresAt: "${end}"}}\n`;
    const plan = await planOf(text, parts, { prune, asOf: end });
    expect(outline(plan)).toEqual(['delete role/r: DeleteRole']);
  });
});

describe('what has expired', () => {
  const text = `groups: {keep: {}}\nroles: {temp: {trust: ${ec2}, expiresAt: "${end}"}}\n`;
  const tags = { ...mark('role/temp'), 'rolecall:expires-at': end };

  it('is deleted without prune, wherever it lies, and shown as that', async () => {
    const parts = { roles: [aRole({ name: 'temp', path: '/else/', tags })] };
    const plan = await planOf(text, parts, { asOf: later });
    expect(outline(plan)).toEqual([
      'create group/keep: CreateGroup',
      'delete role/temp: DeleteRole',
    ]);
    expect(plan.changes[1]?.departed).toEqual({ kind: 'expired', at: end });
  });

  it('is told of with those who trust it, as what is pruned is', async () => {
    const temp = aRole({ name: 'temp', path, tags });
    const trusting = (name: string) =>
      aRole({
        name,
        path,
        tags: name === 'theirs' ? {} : ours,
        trust: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: temp.arn }, Action: 'sts:AssumeRole' }],
        },
      });
    const parts = { roles: [temp, trusting('theirs'), trusting('leaving')] };
    const prune = { enabled: true, maxDeletes: 5 };
    for (const moment of [{ asOf: later }, {}]) {
      const given = 'asOf' in moment ? text : 'groups: {keep: {}}\n';
      const { changes } = await planOf(given, parts, { prune, ...moment });
      const warnings = changes.find(({ resource }) => resource === 'role/temp')?.warnings;
      expect(warnings?.filter((one) => one.includes('trusts it'))).toEqual([
        expect.stringContaining('role/rolecall/platform/theirs'),
      ]);
    }
  });

  it.each([
    [
      'oidcProviders: {id.example.com: {clientIds: [a]',
      'oidc-provider/id.example.com',
      (arn: string, of: object): KnownParts => ({
        oidcProviders: [
          { arn, url: 'id.example.com', clientIds: ['a'], thumbprints: [], tags: {}, ...of },
        ],
      }),
    ],
    [
      `samlProviders: {corp: {metadata: ${JSON.stringify(samlMetadata())}`,
      'saml-provider/corp',
      (arn: string, of: object): KnownParts => ({
        samlMetadata: { [arn]: { metadata: samlMetadata(), tags: {}, ...of } },
      }),
    ],
  ])('is told of with the roles that trust its word: %s', async (declared, key, partsOf) => {
    const arn = `arn:aws:iam::111122223333:${key}`;
    const roles = [arn, `${arn}.other`].map((Federated, at) =>
      aRole({
        name: `role-${at}`,
        trust: { Statement: [{ Effect: 'Allow', Principal: { Federated }, Action: 'sts:*' }] },
      }),
    );
    const parts = { roles, ...partsOf(arn, { tags: mark(key) }) };
    const plan = await planOf(`${declared}, expiresAt: "${end}"}}\n`, parts, { asOf: later });
    expect(plan.changes).toMatchObject([{ resource: key, kind: 'delete' }]);
    expect(plan.changes[0]?.warnings).toEqual([
      `It expired at ${end}.`,
      `${roles[0]?.arn} trusts it by its present ARN.`,
    ]);
  });

  it('is not made again', async () => {
    expect(outline(await planOf(text, {}, { asOf: later }))).toEqual([
      'create group/keep: CreateGroup',
    ]);
  });

  it('is left alone without our mark, with a word', async () => {
    const parts = { roles: [aRole({ name: 'temp', path })] };
    const plan = await planOf(text, parts, { asOf: later });
    expect(outline(plan)).toEqual(['create group/keep: CreateGroup']);
    expect(plan.notes).toEqual([
      expect.stringContaining('role/rolecall/platform/temp has expired'),
    ]);
  });
});

describe('what is ignored', () => {
  const prune = { enabled: true, maxDeletes: 5 };

  it('is not pruned, and noted', async () => {
    const roles = ['old-a', 'old-b', 'gone'].map((name) => aRole({ name, path, tags: ours }));
    const text = "groups: {keep: {}}\nignore: [role/old-*, 'role/nothing']\n";
    const plan = await planOf(text, { roles }, { prune });
    expect(outline(plan)).toEqual([
      'create group/keep: CreateGroup',
      'delete role/gone: DeleteRole',
    ]);
    expect(plan.notes).toEqual([
      expect.stringContaining('not ours, left alone: role/old-a, role/old-b.'),
      expect.stringContaining('nothing that is there'),
    ]);
  });

  it('is not deleted where it was moved', async () => {
    const roles = [aRole({ name: 'web', path: '/else/', tags: mark('role/web') })];
    const text = `ignore: ['arn:aws:iam::*:role/else/*']
moved: [{from: role/web, to: role/web2}]
roles: {web2: {trust: ${ec2}}}
`;
    expect(outline(await planOf(text, { roles }))).toEqual(['create role/web2: CreateRole']);
  });

  it('keeps the role of its instance profile', async () => {
    const role = aRole({ name: 'r', path, tags: ours, instanceProfiles: ['ip'] });
    const arn = `arn:aws:iam::111122223333:instance-profile${path}ip`;
    const profile = { name: 'ip', arn, path, tags: ours, roles: ['r'] };
    const parts = { roles: [role], instanceProfiles: [profile] };
    const text = 'groups: {keep: {}}\nignore: [instance-profile/ip]\n';
    const plan = await planOf(text, parts, { prune });
    expect(outline(plan)).toEqual(['create group/keep: CreateGroup']);
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(['role/r']);
  });

  it('stays attached to what is ours, with a word', async () => {
    const turbot = aPolicy({ name: 'turbot-lockdown' });
    const other = aPolicy({ name: 'other' });
    const web = aRole({
      name: 'web',
      path,
      tags: mark('role/web'),
      attachedPolicies: attach(turbot, other),
      permissionsBoundary: turbot.arn,
    });
    const text = `roles: {web: {trust: ${ec2}}}\nignore: [policy/turbot-*]\n`;
    const plan = await planOf(text, {
      roles: [{ ...web, trust: liveTrust }],
      policies: [turbot, other],
    });
    expect(outline(plan)).toEqual(['update role/web: DetachRolePolicy']);
    expect(plan.notes[0]).toContain('not ours, left alone');
  });

  it('keeps its members', async () => {
    const user = aUser({ name: 'u', path, tags: mark('user/u'), groups: ['sso-a', 'other'] });
    const groups = [aGroup({ name: 'sso-a' }), aGroup({ name: 'other' })];
    const plan = await planOf('users: {u: {}}\nignore: [group/sso-*]\n', { users: [user], groups });
    expect(outline(plan)).toEqual(['update user/u: RemoveUserFromGroup']);
  });
});

const liveTrust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
} as const;

describe('what is moved', () => {
  const old = aPolicy({ name: 'old', path });
  const settings = { [old.arn]: { tags: mark('policy/old') } };
  const app = aRole({
    name: 'app',
    path,
    tags: mark('role/app'),
    trust: liveTrust,
    attachedPolicies: attach(old),
  });
  const text = `moved: [{from: policy/old, to: policy/new}]
policies: {new: {document: ${read}}}
`;
  const roleText = `roles: {app: {trust: ${ec2}, managedPolicies: [new]}}\n`;

  it('is made, given to its holders, and the old one deleted last', async () => {
    const parts = { policies: [old], policySettings: settings, roles: [app] };
    const plan = await planOf(text + roleText, parts);
    expect(outline(plan)).toEqual([
      'create policy/new: CreatePolicy',
      'update role/app: DetachRolePolicy AttachRolePolicy',
      'delete policy/old: DetachRolePolicy DeletePolicy',
    ]);
    expect(plan.changes[0]?.movedFrom).toBe('policy/old');
    expect(plan.changes[2]).toMatchObject({
      departed: { kind: 'moved', to: 'policy/new' },
      dependsOn: ['policy/new', 'role/app'],
    });
    expect(plan.changes[2]?.warnings).toContain(`${app.arn} has it attached.`);
  });

  it('goes on where it was cut off, and then is nothing any more', async () => {
    const created = aPolicy({ name: 'new', path, document: allowRead });
    const both = {
      policies: [old, created],
      policySettings: { ...settings, [created.arn]: { tags: mark('policy/new') } },
    };
    const same = text.replace(read, JSON.stringify(allowRead));
    expect(outline(await planOf(same, both))).toEqual(['delete policy/old: DeletePolicy']);
    const after = { ...both, policies: [created] };
    expect(outline(await planOf(same, after))).toEqual([]);
  });

  it.each([
    [
      'somebody else has it',
      { roles: [aRole({ name: 'theirs', attachedPolicies: attach(old) })] },
      '',
    ],
    [
      'a holder has it beside its declaration',
      { roles: [app] },
      `roles: {app: {trust: ${ec2}, exclusive: false}}\n`,
    ],
  ])('stays, as a conflict, where %s', async (_name, parts, extra) => {
    const plan = await planOf(text + extra, {
      policies: [old],
      policySettings: settings,
      ...parts,
    });
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(['policy/old']);
  });

  it('is left alone where it is not ours', async () => {
    const plan = await planOf(text, { policies: [old] });
    expect(outline(plan)).toEqual(['create policy/new: CreatePolicy']);
    expect(plan.notes).toEqual([expect.stringContaining('does not carry our mark')]);
  });
});

describe('what is made again', () => {
  it('names all that refer to it', async () => {
    const web = aRole({ name: 'web', path: `${path}a/`, tags: mark('role/web'), trust: liveTrust });
    const naming = {
      Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: web.arn }],
    } as const;
    const pass = aPolicy({ name: 'pass', document: naming });
    const principal = { AWS: web.arn };
    const trust = {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
    } as const;
    const reader = aRole({ name: 'reader', trust });
    const ci = aUser({ name: 'ci', inlinePolicies: [{ name: 'in', document: naming }] });
    const parts = { roles: [web, reader], policies: [pass], users: [ci] };
    const plan = await planOf(`roles: {web: {trust: ${ec2}}}\n`, parts);
    expect(plan.changes[0]?.warnings.slice(1)).toEqual([
      `${reader.arn} trusts it by its present ARN.`,
      `${pass.arn} names it.`,
      `Inline policy in of ${ci.arn} names it.`,
    ]);
  });
});

describe('revoked sessions', () => {
  const past = '2026-06-01T00:00:00Z';
  const revoked = (before: string) => [
    { name: 'AWSRevokeOlderSessions', document: revocationPolicy(before) },
  ];
  const roleWith = (inlinePolicies: Parameters<typeof aRole>[0]['inlinePolicies']) => ({
    roles: [
      aRole({
        name: 'web',
        path,
        tags: mark('role/web'),
        trust: liveTrust,
        ...(inlinePolicies && { inlinePolicies }),
      }),
    ],
  });
  const plain = `roles: {web: {trust: ${ec2}}}\n`;
  const declared = `roles: {web: {trust: ${ec2}, revokeSessionsBefore: "${past}"}}\n`;
  const allowing = [{ name: 'AWSRevokeOlderSessions', document: allowRead }];

  it.each([
    ['are declared', declared, roleWith(undefined), ['update role/web: PutRolePolicy'], 0],
    ['are as declared', declared, roleWith(revoked(past)), [], 0],
    [
      'are declared later than they are',
      declared,
      roleWith(revoked('2026-05-01T00:00:00Z')),
      ['update role/web: PutRolePolicy'],
      0,
    ],
    ['were ended later by the console', declared, roleWith(revoked('2026-06-02T00:00:00Z')), [], 1],
    ['were ended by the console only', plain, roleWith(revoked(past)), [], 1],
    [
      'are ahead, and shut everybody out',
      plain,
      roleWith(revoked(later)),
      ['update role/web: DeleteRolePolicy'],
      0,
    ],
    [
      'are but a name that allows',
      plain,
      roleWith(allowing),
      ['update role/web: DeleteRolePolicy'],
      0,
    ],
  ])('that %s', async (_name, text, parts, expected, notes) => {
    const plan = await planOf(text, parts);
    expect(outline(plan)).toEqual(expected);
    expect(plan.notes).toHaveLength(notes);
  });
});

describe('a narrowed plan', () => {
  it('holds what was settled beforehand, and nothing that waits for the rest', async () => {
    const text = `groups: {a: {enforce: true}, b: {}}
users: {u: {enforce: true, groups: [b]}}
roles: {temp: {trust: ${ec2}, expiresAt: "${end}"}}
`;
    const parts = { roles: [aRole({ name: 'temp', path, tags: ours })] };
    const plan = await planOf(text, parts, { asOf: end });
    const narrow = narrowPlan(plan, isSettledBeforehand);
    expect(outline(narrow)).toEqual([
      'create group/a: CreateGroup',
      'delete role/temp: DeleteRole',
    ]);
    expect(narrow.planId).not.toBe(plan.planId);
  });
});
