import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../checks/testing/snapshot.fixture.ts';
import {
  administrator,
  anAssignment,
  aPerson,
  aSet,
  aSetup,
  aTeam,
  setMark,
} from '../../plan/testing/setup.fixture.ts';
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
  [
    'protected: [permission-set/P]',
    center('{}'),
    ['protected permission-set/p', 'protected account-assignment/111122223333/p/group/g'],
  ],
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
  ...allowedCases(),
  [
    'boundary: { permissionSets: { allowed: [team/limit] } }',
    center('{}'),
    ['boundary permission-set/p'],
  ],
  [
    'boundary: { permissionSets: { allowed: [team/limit] } }',
    center('{ permissionsBoundary: /team/limit }'),
    [],
  ],
  [
    "boundary: { permissionSets: { allowed: ['arn:aws:iam::111122223333:policy/team/limit'] } }",
    center('{ permissionsBoundary: /team/limit }'),
    [],
  ],
  [
    'boundary: { permissionSets: { allowed: [team/limit] } }',
    center('{ permissionsBoundary: PowerUserAccess }'),
    ['boundary permission-set/p'],
  ],
  ['boundary: { permissionSets: { allowed: [team/limit], required: false } }', center('{}'), []],
  [
    'boundary: { permissionSets: { allowed: [team/limit], except: [permission-set/P] } }',
    center('{}'),
    [],
  ],
  [
    '',
    center('{ customerPolicies: [/rolecall-core/rolecall-apply] }'),
    ['protected permission-set/p'],
  ],
  ['', center('{ customerPolicies: [/x/Rolecall-Core-Apply] }'), ['protected permission-set/p']],
  ['', center('{ permissionsBoundary: /rolecall-core/rolecall-boundary }'), []],
  [
    'protected: [identity-center-group/g]',
    center('{}'),
    ['protected identity-center-group/g', 'protected account-assignment/111122223333/p/group/g'],
  ],
  [
    'protected: [identity-center-user/Ada]',
    center('{}', 'user: ada'),
    ['protected account-assignment/111122223333/p/user/ada'],
  ],
])('%s: %s', async (rules, manifest, expected) => {
  expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
});

/** Assigned is P to group G, in this account. */
function allowedCases(): readonly [string, string, readonly string[]][] {
  const refused = ['assignments account-assignment/111122223333/p/group/g'];
  const cases: readonly [string, readonly string[]][] = [
    ['', refused],
    ['{}', []],
    ['{ groups: [G] }', []],
    ['{ groups: [g] }', refused],
    ['{ users: [G] }', refused],
    ["{ users: [ada], groups: ['*'] }", []],
    ['{ permissionSets: [P], accounts: ["1111*"] }', []],
    ['{ permissionSets: [Q] }', refused],
    ['{ permissionSets: [Q] }, { groups: [G] }', []],
    ['{ groups: [G], accounts: ["444455556666"] }', refused],
  ];
  return cases.map(([allowed, expected]) => [
    `assignments: { allowed: [${allowed}] }`,
    center('{}'),
    expected,
  ]);
}

describe('who comes by what is never granted', () => {
  const ada = aPerson('ada');
  const powerful = aSet('Old', { tags: setMark('Old'), managedPolicies: [administrator] });
  const team = aTeam('G', { description: '[rolecall:owner=platform]' });
  const set = '{ managedPolicies: [AdministratorAccess] }';
  const old = (more: string) => `identityCenter:\n  permissionSets: { Old: ${set} }\n${more}`;

  it.each<[string, string, Parameters<typeof aSetup>[0], readonly string[]]>([
    [
      'by an assignment of a set that is there',
      old('  assignments: [{ permissionSet: Old, user: ada }]\n'),
      {},
      ['never-grant/no-iam account-assignment/111122223333/old/user/ada'],
    ],
    [
      'by joining a group that has it',
      'identityCenter: { groups: { G: { members: [ada] } } }\n',
      { assignments: [anAssignment('Old group G')] },
      ['never-grant/no-iam identity-center-group/g'],
    ],
    [
      'by joining a group that has nothing',
      'identityCenter: { groups: { G: { members: [ada] } } }\n',
      {},
      [],
    ],
    [
      'by nothing new',
      old('  assignments: [{ permissionSet: Old, user: ada }]\n'),
      { assignments: [anAssignment('Old user ada')] },
      [],
    ],
  ])('%s', async (_, manifest, more, expected) => {
    const setup = aSetup({ users: [ada], groups: [team], permissionSets: [powerful], ...more });
    const there = { ...parts, identityCenterSetup: setup };
    expect(outlineOf(await judge(noIam, manifest, { parts: there }))).toEqual(expected);
  });

  const read = aPolicy({
    name: 'Read',
    path: '/team/',
    document: { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] },
  });
  const assigned = (accounts: string) =>
    center('{ customerPolicies: [/team/Read] }', `group: G, accounts: [${accounts}]`);

  it.each<[string, string, readonly string[]]>([
    ['of this account', assigned('self'), []],
    [
      'of another account, where it may say anything',
      assigned('self, "444455556666"'),
      ['never-grant/no-iam permission-set/p (undecided)'],
    ],
  ])('a policy %s', async (_, manifest, expected) => {
    const there = { ...parts, policies: [read] };
    expect(outlineOf(await judge(noIam, manifest, { parts: there }))).toEqual(expected);
  });
});

it('judges without an account, too', async () => {
  const bad = center(inline('iam:PassRole'), 'user: ada');
  const rules = `${noIam}\nassignments: { groupsOnly: true }`;
  expect(outlineOf(await judgeOffline(rules, bad))).toEqual([
    'assignments account-assignment/111122223333/p/user/ada',
    'never-grant/no-iam permission-set/p',
  ]);
});
