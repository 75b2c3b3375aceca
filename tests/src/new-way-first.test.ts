import { DetachUserPolicyCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import type { TestAccount } from './testing/account.fixture.ts';
import { admins, elsewhere, iamOf, manifest, openHeld } from './testing/held-account.fixture.ts';
import { ada, centerManifest, openCenter } from './testing/identity-center.fixture.ts';

const role = { ...admins, trust: elsewhere };
const own = {
  own: { document: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
};
const both = { groups: { keep: {}, a: admins, b: admins } };

async function resultsOf(opened: TestAccount, text: string) {
  const outcome = await opened.apply(text);
  if (outcome.kind !== 'applied') throw new Error(outcome.kind);
  return outcome.report.results.map(({ action, status }) => `${action.split(':')[1]} ${status}`);
}

it.each<[string, object, object, string, readonly string[]]>([
  [
    'the new role is not made, and the old one would be pruned',
    { prune: {}, groups: { keep: {} }, roles: { old: role } },
    { prune: {}, groups: { keep: {} }, roles: { made: role } },
    'iam:CreateRole',
    [
      'CreateRole failed',
      'AttachRolePolicy skipped',
      'DetachRolePolicy skipped',
      'DeleteRole skipped',
    ],
  ],
  [
    'one user is not given what another loses',
    { users: { ada: admins, eve: {} } },
    { users: { ada: {}, eve: admins } },
    'iam:AttachUserPolicy',
    ['AttachUserPolicy failed', 'DetachUserPolicy skipped'],
  ],
  [
    'one policy does not take the place of another',
    { policies: own, users: { ada: admins } },
    { policies: own, users: { ada: { managedPolicies: ['own'] } } },
    'iam:AttachUserPolicy',
    ['AttachUserPolicy failed', 'DetachUserPolicy skipped'],
  ],
  [
    'one group does not take the place of another',
    { ...both, users: { ada: { groups: ['a'] } } },
    { ...both, users: { ada: { groups: ['b'] } } },
    'iam:AddUserToGroup',
    ['AddUserToGroup failed', 'RemoveUserFromGroup skipped'],
  ],
])('the last administrator stays where %s', async (_name, before, after, call, expected) => {
  const opened = await openHeld(manifest(before));
  opened.sandbox.faults.deny = [call];
  expect(await resultsOf(opened, manifest(after))).toEqual(expected);
  opened.sandbox.faults.deny = [];
  const again = await resultsOf(opened, manifest(after));
  expect(again.every((result) => result.endsWith(' done'))).toBe(true);
  expect((await opened.plan(manifest(after))).changes).toEqual([]);
});

it('the last assignment stays where another is not made', async () => {
  const opened = openCenter();
  const withGroup = (group: string) =>
    centerManifest(
      {
        users: { ada },
        permissionSets: { Admin: admins },
        groups: { [group]: { members: ['ada'] } },
        assignments: [{ permissionSet: 'Admin', group }],
      },
      { prune: {} },
    );
  await opened.apply(withGroup('A'));
  opened.sandbox.faults.deny = ['sso:CreateAccountAssignment'];
  expect(await resultsOf(opened, withGroup('B'))).toEqual([
    'CreateGroup done',
    'CreateGroupMembership done',
    'CreateAccountAssignment failed',
    'DeleteAccountAssignment skipped',
    'DeleteGroup skipped',
  ]);
  opened.sandbox.faults.deny = [];
  await resultsOf(opened, withGroup('B'));
  expect((await opened.plan(withGroup('B'))).changes).toEqual([]);
});

it('the last administrator is not deleted and made again', async () => {
  const opened = await openHeld(manifest({ groups: { keep: {} }, roles: { old: role } }));
  const moved = manifest({ groups: { keep: {} }, roles: { old: { ...role, path: '/new/' } } });
  await expect(opened.apply(moved)).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('nobody waits for another where one administrator stays', async () => {
  const opened = await openHeld(manifest({ users: { ada: admins, eve: admins, joe: {} } }));
  const plan = await opened.plan(manifest({ users: { ada: {}, eve: admins, joe: admins } }));
  expect(plan.changes.map(({ needs }) => needs)).toEqual([undefined, undefined]);
});

it.each<[string, object, string]>([
  ['declared', { eve: admins }, 'PLAN_CHANGED'],
  ['not declared', {}, 'CONFLICT'],
])(
  'the last administrator stays where another is gone by the time of the yes, %s',
  async (_name, others, code) => {
    const opened = await openHeld(manifest({ users: { ada: admins, eve: admins } }));
    const UserName = 'eve';
    const confirm = async () => {
      const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
      await iamOf(opened).send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
      return true;
    };
    const after = manifest({ users: { ada: {}, ...others } });
    await expect(opened.apply(after, { confirm })).rejects.toMatchObject({ code });
    expect(opened.writes().filter((action) => action === 'iam:DetachUserPolicy').length).toBe(1);
  },
);
