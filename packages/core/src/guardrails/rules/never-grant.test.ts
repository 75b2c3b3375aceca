import { describe, expect, it } from 'vitest';
import {
  aGroup,
  allowAll,
  aPolicy,
  aRole,
  attach,
  aUser,
} from '../../checks/testing/snapshot.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const rules = `neverGrant:
  - name: iam-writes
    reason: Nobody changes IAM by hand.
    actions: ['iam:Create*', 'iam:PassRole']
    except: [role/break-glass]
`;
const trust =
  'trust: { Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }';

/** A role with these inline statements. */
function roleWith(statements: readonly object[], more = '', name = 'web'): string {
  const inline = JSON.stringify({ Statement: statements });
  return `roles:\n  ${name}:\n    ${trust}\n    inlinePolicies: { own: ${inline} }\n${more}`;
}

const allowOf = (Action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const allowRole = allowOf('iam:CreateRole');
const denyWrites = { Effect: 'Deny', Action: ['iam:Create*', 'iam:PassRole'], Resource: '*' };

describe('never-grant, by a role of its own', () => {
  it.each([
    ['something else', roleWith([allowOf(['s3:*', 'iam:Get*'])])],
    ['a Deny that takes it away', roleWith([allowOf('iam:*'), denyWrites])],
    ['all but this', roleWith([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }])],
    ['an exception by name', roleWith([allowRole], '', 'break-glass')],
  ])('lets through: %s', async (_, manifest) => {
    expect(await judge(rules, manifest)).toEqual([]);
  });

  it.each([
    ['plainly', roleWith([allowRole])],
    ['in other case', roleWith([allowOf('IAM:CREATEROLE')])],
    ['by a pattern', roleWith([allowOf('iam:Crea?eR*')])],
    ['by NotAction', roleWith([{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }])],
    [
      'under a condition',
      roleWith([allowOf('iam:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })]),
    ],
    [
      'on one resource',
      roleWith([{ ...allowRole, Resource: 'arn:aws:iam::111122223333:role/a/*' }]),
    ],
    [
      'but for what a Deny with a condition leaves',
      roleWith([
        allowRole,
        { ...denyWrites, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
      ]),
    ],
    ['by a name like the exception', roleWith([allowRole], '', 'break-glass-2')],
    ['by the exception in other case', roleWith([allowRole], '', 'Break-Glass')],
  ])('refuses: %s', async (_, manifest) => {
    const refusals = await judge(rules, manifest);
    expect(refusals).toMatchObject([
      { rule: 'never-grant/iam-writes', hint: 'Nobody changes IAM by hand.' },
    ]);
    expect(refusals[0]?.witness?.request.action).toMatch(/^iam:(Create|PassRole)/i);
    expect(refusals[0]?.position?.file).toBe('rolecall.yaml');
  });

  it('takes an exception by no address, which the manifest chooses', async () => {
    const addressed = rules.replace('role/break-glass', 'break-glass/role/web');
    await expect(judge(addressed, roleWith([allowRole]))).rejects.toMatchObject({
      code: 'GUARDRAILS_INVALID',
    });
  });

  it('looks at the resources', async () => {
    const prod =
      "neverGrant: [{ name: prod, actions: ['iam:PassRole'], resources: ['arn:aws:iam::{{account}}:role/prod-*'] }]\n";
    const passing = (name: string) =>
      roleWith([allowOf('iam:PassRole', { Resource: `arn:aws:iam::111122223333:role/${name}` })]);
    expect(await judge(prod, passing('test-*'))).toEqual([]);
    expect(outlineOf(await judge(prod, passing('prod-web')))).toEqual([
      'never-grant/prod role/web',
    ]);
    expect(outlineOf(await judge(prod, passing('*-web')))).toEqual(['never-grant/prod role/web']);
  });
});

const boundaryPolicy = (statements: readonly object[]) =>
  `policies:\n  limit:\n    document: ${JSON.stringify({ Statement: statements })}\n`;

describe('never-grant, within a boundary', () => {
  const bounded = roleWith([allowOf('*')], '    permissionsBoundary: limit\n');

  it('lets through what the boundary cuts off', async () => {
    const limit = boundaryPolicy([allowOf('s3:*')]);
    expect(await judge(rules, bounded + limit)).toEqual([]);
    expect(await judgeOffline(rules, bounded + limit)).toEqual([]);
  });

  it('refuses what the boundary lets through', async () => {
    const limit = boundaryPolicy([allowOf('iam:Create*')]);
    expect(outlineOf(await judge(rules, bounded + limit))).toEqual([
      'never-grant/iam-writes role/web',
    ]);
  });

  it('judges roles whose boundary is widened', async () => {
    const limit = aPolicy({
      name: 'limit',
      path: '/rolecall/platform/',
      boundaryCount: 1,
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
      },
    });
    const theirs = aRole({
      name: 'theirs',
      permissionsBoundary: limit.arn,
      inlinePolicies: [{ name: 'all', document: allowAll }],
    });
    const parts = {
      roles: [theirs],
      policies: [limit],
      policySettings: { [limit.arn]: { tags: mark('policy/limit') } },
    };
    const same = boundaryPolicy([allowOf('s3:*')]);
    expect(await judge(rules, same, { parts })).toEqual([]);
    expect(await judge(rules, boundaryPolicy([allowOf(['s3:*', 'ec2:*'])]), { parts })).toEqual([]);
    const wider = boundaryPolicy([allowOf('*')]);
    expect(await judge(rules, wider, { parts })).toMatchObject([
      { resource: 'role/theirs', position: undefined },
    ]);
  });
});

describe('never-grant, by policies and groups', () => {
  const held = (action: string) =>
    `policies:\n  work:\n    document: { Statement: { Effect: Allow, Action: '${action}', Resource: '*' } }\n`;
  const group = 'groups:\n  staff: { managedPolicies: [work] }\n';
  const user = 'users:\n  ada: { groups: [staff] }\n';

  it.each([
    ['a policy that nobody has', held('iam:*'), ['policy/work']],
    ['a group that nobody is in', held('iam:*') + group, ['policy/work', 'group/staff']],
    ['a user through a group', held('iam:*') + group + user, ['user/ada']],
    [
      'a role that has it',
      `${held('iam:*')}roles:\n  web:\n    ${trust}\n    managedPolicies: [work]\n`,
      ['role/web'],
    ],
    ['none where it is not granted', held('s3:*') + group + user, []],
  ])('finds %s', async (_, manifest, resources) => {
    const refusals = await judge(rules, manifest);
    expect(refusals.map(({ resource }) => resource).sort()).toEqual([...resources].sort());
    expect(outlineOf(await judgeOffline(rules, manifest)).length).toBe(resources.length);
  });

  const work = aPolicy({ name: 'work', path: '/rolecall/platform/' });
  const staff = aGroup({
    name: 'staff',
    path: '/rolecall/platform/',
    attachedPolicies: attach(work),
  });
  const parts = {
    policies: [work],
    policySettings: { [work.arn]: { tags: mark('policy/work') } },
    groups: [staff],
    users: [aUser({ name: 'grace', groups: ['staff'] })],
    roles: [aRole({ name: 'idle', inlinePolicies: [{ name: 'all', document: allowAll }] })],
  };

  it('finds those who gain by a policy of theirs, and leaves the others', async () => {
    expect(outlineOf(await judge(rules, held('iam:*'), { parts }))).toEqual([
      'never-grant/iam-writes user/grace',
    ]);
    expect(await judge(rules, held('s3:*'), { parts })).toEqual([]);
  });

  it('sees a grant that moves from one policy to another', async () => {
    const inline = `groups:\n  staff:\n    inlinePolicies: { own: { Statement: { Effect: Allow, Action: 'iam:CreateUser', Resource: '*' } } }\n`;
    expect(outlineOf(await judge(rules, inline, { parts }))).toEqual([
      'never-grant/iam-writes user/grace',
    ]);
    const apart = `${roleWith([allowOf('iam:Get*')])}    managedPolicies: [work]\n${held('iam:PassRole')}`;
    expect(outlineOf(await judge(rules, apart, { parts: {} }))).toEqual([
      'never-grant/iam-writes role/web',
    ]);
  });

  it('sees that a Deny goes', async () => {
    const everything = { name: 'all', document: allowAll };
    const guard = {
      name: 'guard',
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny' as const, Action: 'iam:*', Resource: '*' }],
      },
    };
    const web = aRole({
      name: 'web',
      path: '/rolecall/platform/',
      tags: mark('role/web'),
      inlinePolicies: [everything, guard],
    });
    const own = {
      roles: [web],
      roleSettings: { web: { maxSessionDuration: 3600 } },
    };
    const kept = `roles:\n  web:\n    ${trust}\n    exclusive: false\n    tags: { a: b }\n`;
    expect(await judge(rules, kept, { parts: own })).toEqual([]);
    const taken = roleWith([allowOf('*')]).replace('own:', 'all:');
    expect(outlineOf(await judge(rules, taken, { parts: own }))).toEqual([
      'never-grant/iam-writes role/web',
    ]);
  });
});

describe('never-grant, where documents are missing', () => {
  const attached = `roles:\n  web:\n    ${trust}\n    managedPolicies: [PowerUserAccess]\n`;

  const lend = (Action: string) => ({
    'arn:aws:iam::aws:policy/PowerUserAccess': {
      versionId: 'v1',
      document: { Statement: { Effect: 'Allow' as const, Action, Resource: '*' } },
    },
  });

  it('refuses what cannot be decided, and says so', async () => {
    expect(outlineOf(await judgeOffline(rules, attached))).toEqual([
      'never-grant/iam-writes role/web (undecided)',
    ]);
  });

  it('needs no document of what the boundary, or a Deny, cuts off anyway', async () => {
    const limit = boundaryPolicy([allowOf('s3:*')]);
    const bounded = `${attached}    permissionsBoundary: limit\n${limit}`;
    expect(await judgeOffline(rules, bounded)).toEqual([]);
    const denied = `${attached}    inlinePolicies: { no: ${JSON.stringify({ Statement: denyWrites })} }\n`;
    expect(await judgeOffline(rules, denied)).toEqual([]);
  });

  it('needs no boundary where the policies grant nothing of it', async () => {
    const bounded = roleWith([allowOf('s3:*')], '    permissionsBoundary: PowerUserAccess\n');
    expect(await judgeOffline(rules, bounded)).toEqual([]);
    const wide = roleWith([allowOf('*')], '    permissionsBoundary: PowerUserAccess\n');
    expect(outlineOf(await judgeOffline(rules, wide))).toEqual([
      'never-grant/iam-writes role/web (undecided)',
    ]);
  });

  it('reads a copy as its original', async () => {
    const copied = `policies:\n  mine: { document: { copyOf: PowerUserAccess } }\n`;
    expect(outlineOf(await judgeOffline(rules, copied))).toEqual([
      'never-grant/iam-writes policy/mine (undecided)',
    ]);
    expect(outlineOf(await judgeOffline(rules, copied, lend('iam:*')))).toEqual([
      'never-grant/iam-writes policy/mine',
    ]);
    expect(await judgeOffline(rules, copied, lend('s3:*'))).toEqual([]);
  });

  it('reads those that were lent', async () => {
    const lent = (action: string) => ({ parts: { managedDocuments: lend(action) } });
    expect(await judge(rules, attached, lent('s3:*'))).toEqual([]);
    expect(outlineOf(await judge(rules, attached, lent('*')))).toEqual([
      'never-grant/iam-writes role/web',
    ]);
  });
});
