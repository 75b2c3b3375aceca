import { describe, expect, it } from 'vitest';
import {
  aGroup,
  aPolicy,
  aRole,
  aUser,
  type KnownParts,
} from '../../checks/testing/snapshot.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { noGuardrails } from '../guardrails.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const trust =
  'trust: { Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }';

function role(name: string, more = ''): string {
  return `roles:\n  ${name}:\n    ${trust}\n${more}`;
}

describe('the whole plan', () => {
  it.each([
    ["accounts: ['111122223333']", []],
    ["accounts: ['444455556666']", ['account -']],
    ['accounts: []', ['account -']],
    ['scopes: [plat*]', []],
    ['scopes: [data]', ['scope -']],
  ])('%s', async (rules, expected) => {
    expect(outlineOf(await judge(rules, role('web')))).toEqual(expected);
    expect(outlineOf(await judgeOffline(rules, role('web')))).toEqual(expected);
    expect(await judge(rules, '')).toEqual([]);
  });

  const old = ['a', 'b'].map((name) =>
    aPolicy({ name, path: '/rolecall/platform/', attachmentCount: 0 }),
  );
  const parts: KnownParts = {
    policies: old,
    policySettings: Object.fromEntries(
      old.map(({ arn, name }) => [arn, { tags: mark(`policy/${name}`) }]),
    ),
    userCredentials: {},
  };

  it('counts what goes', async () => {
    const options = { parts, prune: true };
    expect(await judge('maxDeletes: 2', role('web'), options)).toEqual([]);
    expect(outlineOf(await judge('maxDeletes: 1', role('web'), options))).toEqual([
      'max-deletes -',
    ]);
  });

  it('counts what is replaced', async () => {
    const moved = `policies:\n  a:\n    path: /rolecall/platform/x/\n    document: { Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' } }\n`;
    expect(await judge('maxDeletes: 1', moved, { parts })).toEqual([]);
    expect(outlineOf(await judge('maxDeletes: 0', moved, { parts }))).toEqual(['max-deletes -']);
  });
});

describe('boundary', () => {
  const rules = `boundary:
  roles:
    allowed: [rolecall-core/rolecall-core-workload, 'arn:aws:iam::aws:policy/PowerUserAccess']
    except: [role/pipeline-*, /tools/*]
`;
  const own = 'arn:aws:iam::111122223333:policy/rolecall-core/rolecall-core-workload';
  it.each([
    ['the one', role('web', `    permissionsBoundary: ${own}\n`), []],
    ['another of them', role('web', '    permissionsBoundary: PowerUserAccess\n'), []],
    ['none', role('web'), ['boundary role/web']],
    [
      'one of the same name elsewhere',
      role(
        'web',
        '    permissionsBoundary: arn:aws:iam::111122223333:policy/rolecall-core-workload\n',
      ),
      ['boundary role/web'],
    ],
    [
      'a copy whose name differs in case',
      role('web', `    permissionsBoundary: ${own.replace('workload', 'Workload')}\n`),
      ['boundary role/web'],
    ],
    ['an excepted name', role('pipeline-a'), []],
    ['an excepted path', role('web', '    path: /tools/a/\n'), []],
    ['a path that only holds it', role('web', '    path: /a/tools/\n'), ['boundary role/web']],
    ['an excepted name in other case', role('Pipeline-a'), ['boundary role/pipeline-a']],
    ['a user, of whom nothing is said', 'users:\n  ada: {}\n', []],
  ])('%s', async (_, manifest, expected) => {
    expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
  });

  it('may be left out where it is not required, but be no other', async () => {
    const users = 'boundary: { users: { allowed: [limit], required: false } }';
    expect(await judgeOffline(users, 'users:\n  ada: {}\n')).toEqual([]);
    const other = 'users:\n  ada: { permissionsBoundary: ReadOnlyAccess }\n';
    expect(outlineOf(await judgeOffline(users, other))).toEqual(['boundary user/ada']);
  });

  it('does not go from what had one', async () => {
    const web = aRole({
      name: 'web',
      path: '/rolecall/platform/',
      tags: mark('role/web'),
      permissionsBoundary: own,
    });
    const limit = aPolicy({ name: 'rolecall-core-workload', path: '/rolecall-core/' });
    const parts = {
      roles: [web],
      policies: [limit],
      roleSettings: { web: { maxSessionDuration: 3600 } },
    };
    expect(outlineOf(await judge(rules, role('web'), { parts }))).toEqual(['boundary role/web']);
  });
});

describe('names, paths and sessions', () => {
  it.each([
    ['names: { roles: [team-*] }', role('team-a'), []],
    ['names: { roles: [team-*] }', role('Team-a'), ['name role/team-a']],
    ['names: { roles: [team-*] }', 'users:\n  ada: {}\n', []],
    ['names: { roles: [] }', role('web'), ['name role/web']],
    ['paths: { roles: [/rolecall/platform/*] }', role('web'), []],
    ['paths: { roles: [/rolecall/platform/*] }', role('web', '    path: /\n'), ['path role/web']],
    ['paths: { users: [/rolecall/*] }', 'users:\n  ada: { path: /a/ }\n', ['path user/ada']],
    ['maxSessionDuration: 7200', role('web', '    maxSessionDuration: 7200\n'), []],
    [
      'maxSessionDuration: 7200',
      role('web', '    maxSessionDuration: 7201\n'),
      ['max-session-duration role/web'],
    ],
  ])('%s', async (rules, manifest, expected) => {
    expect(outlineOf(await judge(rules, manifest))).toEqual(expected);
    expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
  });
});

const proton =
  'protonSettings: { us-east-1: { pipelineServiceRole: web, includeRetired: true } }\n';

describe('protected', () => {
  it.each([
    ['role/deploy', role('deploy'), ['protected role/deploy']],
    ['role/deploy', role('DEPLOY'), ['protected role/deploy']],
    ['role/deploy', role('deploy2'), []],
    ['user/deploy', role('deploy'), []],
    ['deploy', 'groups:\n  deploy: {}\n', ['protected group/deploy']],
    ['/ops/*', role('web', '    path: /OPS/a/\n'), ['protected role/web']],
    ['/ops/*', role('web', '    path: /dev/ops/\n'), []],
    ['arn:aws:iam::*:role/rolecall/platform/w*', role('web'), ['protected role/web']],
    [
      'analyzer/us-east-1/*',
      'analyzers: { out: { regions: [us-east-1] } }\n',
      ['protected analyzer/us-east-1/out'],
    ],
    ['password-policy/*', 'passwordPolicy: {}\n', ['protected password-policy/account']],
    ['proton-settings/*', `${role('web')}${proton}`, ['protected proton-settings/us-east-1']],
    // Passing it lets Proton act as it.
    [
      'role/web',
      `${role('web')}${proton}`,
      ['protected role/web', 'protected proton-settings/us-east-1'],
    ],
  ])('%s', async (pattern, manifest, expected) => {
    const rules = `protected: ['${pattern}']`;
    expect(outlineOf(await judge(rules, manifest))).toEqual(expected);
    expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
  });

  it('keeps what is protected from being deleted, moved away or joined', async () => {
    const path = '/rolecall/platform/';
    const ops = aRole({ name: 'ops', path, tags: mark('role/ops') });
    const admins = aGroup({ name: 'admins', path: '/x/' });
    const ada = aUser({ name: 'ada', path, tags: mark('user/ada') });
    const parts = {
      roles: [ops],
      groups: [admins],
      users: [ada],
      roleSettings: { ops: { maxSessionDuration: 3600 } },
      userCredentials: {},
    };
    expect(
      outlineOf(
        await judge('protected: [role/ops]', 'users:\n  ada: {}\n', { parts, prune: true }),
      ),
    ).toEqual(['protected role/ops']);
    const moved = `${role('ops', '    path: /rolecall/platform/new/\n')}`;
    const from = `protected: [${path}]`;
    expect(outlineOf(await judge(from, moved, { parts }))).toEqual(['protected role/ops']);
    const joining = 'users:\n  ada: { groups: [admins] }\n';
    for (const pattern of ['group/Admins', '/x/*'])
      expect(outlineOf(await judge(`protected: [${pattern}]`, joining, { parts }))).toEqual([
        'protected user/ada',
      ]);
    const using = 'instanceProfiles:\n  box: { role: ops }\n';
    expect(outlineOf(await judge('protected: [role/ops]', using, { parts }))).toEqual([
      'protected instance-profile/box',
    ]);
    expect(await judge('protected: [group/admin]', joining, { parts })).toEqual([]);
  });

  it.each([
    ['oidc-provider/id.example.com/7', ['protected oidc-provider/id.example.com/7']],
    ['oidc-provider/7', []],
  ])('keeps a provider that is protected from its end: %s', async (pattern, expected) => {
    const type = 'oidc-provider';
    const url = 'id.example.com/7';
    const arn = `arn:aws:iam::111122223333:${type}/${url}`;
    const about = { arn, url, clientIds: ['a'], thumbprints: [], tags: mark(`${type}/${url}`) };
    const why = { kind: 'expired', at: '2026-11-01T00:00:00Z' } as const;
    const departing = [{ type, name: url, address: '', position: undefined, why } as const];
    const parts = { oidcProviders: [about] };
    const refused = await judge(`protected: ['${pattern}']`, '', { parts, departing });
    expect(outlineOf(refused)).toEqual(expected);
  });
});

describe('what is our own', () => {
  const attaching = role(
    'web',
    '    managedPolicies: [arn:aws:iam::111122223333:policy/rolecall-core/limit]\n',
  );
  const limit = aPolicy({ name: 'limit', path: '/rolecall-core/' });
  const parts = { policies: [limit] };

  it.each([
    ['a role of the name', role('rolecall-core-apply')],
    ['a role of the name in other case', role('Rolecall-Core-Apply')],
    ['a role at the path', role('web', '    path: /rolecall-core/\n')],
    ['a role below the path', role('web', '    path: /Rolecall-Core/a/\n')],
    ['a policy of ours attached', attaching],
  ])('is protected without any file: %s', async (_, manifest) => {
    const refusals = await judge(noGuardrails, manifest, { parts });
    expect(refusals).toMatchObject([{ rule: 'protected' }]);
  });

  it.each([
    ['another name', role('my-rolecall-core-apply')],
    ['our boundary as a boundary', role('web', `    permissionsBoundary: ${limit.arn}\n`)],
  ])('lets through: %s', async (_, manifest) => {
    expect(await judge(noGuardrails, manifest, { parts })).toEqual([]);
  });

  it('may be changed by its own scope alone, where that is said', async () => {
    const manifest = role('rolecall-core-apply', '    path: /rolecall-core/\n');
    const refused = ['protected role/rolecall-core-apply'];
    const scope = 'rolecall-core';
    expect(outlineOf(await judge(noGuardrails, manifest, { scope }))).toEqual(refused);
    expect(outlineOf(await judge('allowSelf: true', manifest))).toEqual(refused);
    expect(await judge('allowSelf: true', manifest, { scope })).toEqual([]);
    const still = 'allowSelf: true\nprotected: [rolecall-core-apply]';
    expect(outlineOf(await judge(still, manifest, { scope }))).toEqual(refused);
  });
});
