import { expect, it } from 'vitest';
import { allowAll, allowRead, aPolicy } from '../checks/testing/snapshot.fixture.ts';
import { desiredOf } from '../manifest/testing/manifest.fixture.ts';
import { planAccount } from '../plan/plan-account.ts';
import { accountWith, mark } from '../plan/testing/plan.fixture.ts';
import {
  administrator,
  anAssignment,
  aPerson,
  aSet,
  aSetup,
  aTeam,
  setMark,
} from '../plan/testing/setup.fixture.ts';
import { reviewPlan } from './review.ts';

const all = '{ Statement: { Effect: Allow, Action: "*", Resource: "*" } }';
const there = aSetup({
  users: [aPerson('ada'), aPerson('bob')],
  permissionSets: [
    aSet('Old', { tags: setMark('Old'), details: { accounts: ['111122223333'] } }),
    aSet('Less'),
    aSet('Named', {
      tags: setMark('Named'),
      details: { customerPolicies: ['/rolecall/platform/Own'], accounts: ['111122223333'] },
    }),
    aSet('Power', { managedPolicies: [administrator] }),
    aSet('Was', { tags: setMark('Was'), managedPolicies: [administrator] }),
  ],
  groups: [
    aTeam('Admins', { description: '[rolecall:owner=platform]' }),
    aTeam('Readers', { members: ['ada'], description: '[rolecall:owner=platform]' }),
  ],
  assignments: [
    anAssignment('Old user ada'),
    anAssignment('Was user ada'),
    anAssignment('Power group Admins'),
    anAssignment('Named user ada'),
    anAssignment('Less group Readers'),
  ],
});

it.each<[string, string, readonly string[]]>([
  [
    'an administrator assigned',
    'permissionSets: { P: { managedPolicies: [AdministratorAccess] } }\n  assignments: [{ permissionSet: P, user: ada, accounts: ["444455556666"] }]',
    ['administrator critical account-assignment/444455556666/p/user/ada,permission-set/p'],
  ],
  [
    'one by its own policy',
    `permissionSets: { P: { inlinePolicy: ${all} } }\n  assignments: [{ permissionSet: P, user: ada }]`,
    ['administrator critical account-assignment/111122223333/p/user/ada,permission-set/p'],
  ],
  [
    'less than that',
    'permissionSets: { P: { managedPolicies: [ReadOnlyAccess] } }\n  assignments: [{ permissionSet: P, user: ada }]',
    ['granted medium account-assignment/111122223333/p/user/ada,permission-set/p'],
  ],
  [
    'a set in use that becomes an administrator’s',
    'permissionSets: { Old: { managedPolicies: [AdministratorAccess] } }',
    ['administrator critical permission-set/old'],
  ],
  [
    'a set that nobody has',
    'permissionSets: { P: { managedPolicies: [AdministratorAccess] } }',
    [],
  ],
  [
    'a member of a group that makes administrators',
    'groups: { Admins: { members: [ada] } }',
    ['administrator critical identity-center-group/admins'],
  ],
  [
    'a member of a group that may do less',
    'groups: { Readers: { members: [ada, bob] } }',
    ['granted medium identity-center-group/readers'],
  ],
  [
    'a policy of this account that allows all',
    'permissionSets: { P: { customerPolicies: [/team/All] } }\n  assignments: [{ permissionSet: P, user: ada }]',
    ['administrator critical account-assignment/111122223333/p/user/ada,permission-set/p'],
  ],
  [
    'a policy of another account',
    'permissionSets: { P: { customerPolicies: [/team/All] } }\n  assignments: [{ permissionSet: P, user: ada, accounts: ["444455556666"] }]',
    ['undecided high account-assignment/444455556666/p/user/ada,permission-set/p'],
  ],
  [
    'a policy of a set in use that becomes an administrator’s',
    `permissionSets: { Named: { customerPolicies: [/rolecall/platform/Own] } }\npolicies: { Own: { document: ${all} } }`,
    ['administrator critical policy/own'],
  ],
  ['a member less', 'groups: { Readers: {} }', []],
  [
    'what was there',
    'permissionSets: { Was: { managedPolicies: [AdministratorAccess], sessionDuration: PT2H } }',
    [],
  ],
])('%s', async (_, text, expected) => {
  const desired = await desiredOf(`identityCenter:\n  ${text}\n`);
  const policies = [
    aPolicy({ name: 'All', path: '/team/', document: allowAll }),
    aPolicy({ name: 'Own', path: '/rolecall/platform/', document: allowRead }),
  ];
  const snapshot = accountWith({
    identityCenterSetup: there,
    policies,
    policySettings: Object.fromEntries(
      policies.map(({ arn, name }) => [arn, { tags: mark(`policy/${name}`) }]),
    ),
  });
  const plan = planAccount({
    scope: 'platform',
    account: '111122223333',
    partition: 'aws',
    ignoreTags: [],
    prune: undefined,
    desired,
    snapshot,
  });
  const { risks } = reviewPlan({ plan, desired, snapshot });
  expect(
    risks.map(
      ({ kind, severity, causes }) =>
        `${kind} ${severity} ${causes
          .map(({ resource }) => resource)
          .sort()
          .join()}`,
    ),
  ).toEqual(expected);
});
