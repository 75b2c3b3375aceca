import { expect, it } from 'vitest';
import { administrator, aPerson, aSetup } from '../../plan/testing/setup.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const identityCenterSetup = aSetup({ users: [aPerson('ada')] });
const managedDocuments = {
  [administrator]: {
    versionId: 'v1',
    document: { Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }] },
  },
};
const parts = { identityCenterSetup, managedDocuments };

const inline = (action: string) =>
  `{ inlinePolicy: { Statement: { Effect: Allow, Action: '${action}', Resource: '*' } } }`;
const center = (set: string, assigned = 'group: G') =>
  `identityCenter:\n  permissionSets: { P: ${set} }\n  groups: { G: {} }\n  assignments: [{ permissionSet: P, ${assigned} }]\n`;
const noIam = "neverGrant: [{ name: no-iam, actions: ['iam:*'] }]";

it.each<[string, string, readonly string[]]>([
  ['assignments: {}', center('{}', 'user: ada'), []],
  [
    'assignments: { groupsOnly: true }',
    center('{}', 'user: ada'),
    ['assignments account-assignment/111122223333/p/user/ada'],
  ],
  ['assignments: { groupsOnly: true }', center('{}'), []],
  ["assignments: { accounts: ['1111*'] }", center('{}'), []],
  [
    'assignments: { accounts: [] }',
    center('{}'),
    ['assignments account-assignment/111122223333/p/group/g'],
  ],
  ['names: { permissionSets: [Team*] }', center('{}'), ['name permission-set/p']],
  ['names: { identityCenterGroups: [G] }', center('{}'), []],
  ['maxSessionDuration: 3600', center('{}'), []],
  [
    'maxSessionDuration: 3600',
    center('{ sessionDuration: PT90M }'),
    ['max-session-duration permission-set/p'],
  ],
  ['protected: [permission-set/P]', center('{}'), ['protected permission-set/p']],
  [noIam, center(inline('s3:Get*')), []],
  [noIam, center(inline('iam:PassRole')), ['never-grant/no-iam permission-set/p']],
  [
    noIam,
    center('{ managedPolicies: [AdministratorAccess] }'),
    ['never-grant/no-iam permission-set/p'],
  ],
  [
    noIam,
    center('{ customerPolicies: [/nobody/Knows] }'),
    ['never-grant/no-iam permission-set/p (undecided)'],
  ],
  [
    "neverGrant: [{ name: no-iam, actions: ['iam:*'], except: [permission-set/P] }]",
    center(inline('iam:*')),
    [],
  ],
])('%s: %s', async (rules, manifest, expected) => {
  expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
});

it('judges without an account, too', async () => {
  const bad = center(inline('iam:PassRole'), 'user: ada');
  const rules = `${noIam}\nassignments: { groupsOnly: true }`;
  expect(outlineOf(await judgeOffline(rules, bad))).toEqual([
    'assignments account-assignment/111122223333/p/user/ada',
    'never-grant/no-iam permission-set/p',
  ]);
});
