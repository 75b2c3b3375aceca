import { defaultCheckSettings, narrowJudged } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import {
  ada,
  applied,
  centerManifest,
  grace,
  openCenter,
} from './testing/identity-center.fixture.ts';

/* Who lets administrators in by Identity Center alone, and does only a part of a plan. */

const all = { managedPolicies: ['AdministratorAccess'] };
const read = { managedPolicies: ['ReadOnlyAccess'] };
const before = {
  permissionSets: { Admin: all, Other: read },
  groups: { Old: { members: ['ada'] }, Idle: {} },
  users: { ada, grace },
  assignments: [
    { permissionSet: 'Admin', group: 'Old' },
    { permissionSet: 'Other', group: 'Idle' },
  ],
};
const prune = { prune: { enabled: true, maxDeletes: 9, maxDeletePercent: 100 } };
const assigned = (set: string, group: string) =>
  `account-assignment/${account}/${set}/group/${group}`;
const [oldGroup, newGroup, idleGroup] = ['old', 'new', 'idle'].map(
  (name) => `identity-center-group/${name}`,
);
const [adminSet, otherSet] = ['admin', 'other'].map((name) => `permission-set/${name}`);

const byAssignment = {
  ...before,
  groups: { ...before.groups, New: { members: ['ada'] } },
  assignments: [{ permissionSet: 'Admin', group: 'New' }],
};
const bySet = {
  ...before,
  permissionSets: { Admin: read, Other: all },
  groups: { Old: { members: ['ada'] }, Idle: { members: ['grace'] } },
};
const byMember = {
  ...before,
  permissionSets: { Admin: all, Other: all },
  groups: { Old: {}, Idle: { members: ['ada'] } },
};
const ofCaller = {
  ...before,
  permissionSets: { Admin: all, Other: { ...read, sessionDuration: 'PT2H' } },
  groups: { Old: { members: ['ada'] }, Idle: {}, New: { members: ['ada'] } },
  assignments: [
    { permissionSet: 'Admin', group: 'New' },
    { permissionSet: 'Other', group: 'Idle' },
    { permissionSet: 'Admin', user: 'grace' },
  ],
};

type Names = readonly (string | undefined)[];

async function narrowed(after: object, only: Names, caller?: string) {
  const opened = openCenter();
  await applied(opened, centerManifest(before));
  const planned = await opened.planned(centerManifest(after, prune));
  const { plan } = planned;
  const snapshot = caller
    ? { ...planned.snapshot, caller: { ...planned.snapshot.caller, arn: caller } }
    : planned.snapshot;
  // All that is named is there to be left out.
  expect(plan.changes.map(({ resource }) => resource)).toEqual(expect.arrayContaining([...only]));
  expect(plan.conflicts).toEqual([]);
  const narrow = narrowJudged(
    { plan, snapshot },
    ({ resource }) => only.includes(resource),
    defaultCheckSettings,
  );
  return {
    kept: narrow.changes.map(({ resource }) => resource).toSorted(),
    conflicts: narrow.conflicts.map(({ resource }) => resource),
  };
}

describe('a part of a plan by which somebody else becomes administrator', () => {
  const [toOld, toNew, toIdle] = [
    assigned('admin', 'old'),
    assigned('admin', 'new'),
    assigned('other', 'idle'),
  ];
  it.each<[string, object, Names, Names]>([
    ['the old assignment alone', byAssignment, [toOld], []],
    [
      'the old one, and the group that is to have the new one',
      byAssignment,
      [newGroup, toOld],
      [newGroup],
    ],
    ['the new one without its group', byAssignment, [toNew, toOld], []],
    ['all of it', byAssignment, [newGroup, toNew, toOld], [newGroup, toNew, toOld]],
    ['what takes from no administrator', byAssignment, [toIdle], [toIdle]],
    ['the set that loses its power', bySet, [adminSet], []],
    ['with a successor in which nobody is', bySet, [otherSet, adminSet], [otherSet]],
    ['with people in a set without power', bySet, [idleGroup, adminSet], [idleGroup]],
    ['with both', bySet, [idleGroup, otherSet, adminSet], [idleGroup, otherSet, adminSet]],
    ['the member of the one group alone', byMember, [oldGroup], []],
    ['with the other group, still without power', byMember, [idleGroup, oldGroup], [idleGroup]],
    [
      'with its power too',
      byMember,
      [idleGroup, otherSet, oldGroup],
      [idleGroup, otherSet, oldGroup],
    ],
  ])('keeps an administrator: %s', async (_what, after, only, kept) => {
    const narrow = await narrowed(after, only);
    expect(narrow).toEqual({ kept: kept.toSorted(), conflicts: [] });
  });
});

describe('a part of a plan by which who makes it comes in otherwise', () => {
  const caller = `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ada`;
  const [toOld, toNew, toGrace] = [
    assigned('admin', 'old'),
    assigned('admin', 'new'),
    `account-assignment/${account}/admin/user/grace`,
  ];
  it.each<[string, object, Names, Names, Names]>([
    // Grace would be administrator, and ada, who does it, nothing.
    ['without its own way', ofCaller, [toGrace, toOld], [toGrace], [toOld]],
    ['with it', ofCaller, [newGroup, toNew, toGrace, toOld], [newGroup, toNew, toGrace, toOld], []],
    ['but for what takes from it', ofCaller, [toGrace], [toGrace], []],
  ])('%s', async (_what, after, only, kept, conflicts) => {
    const narrow = await narrowed(after, only, caller);
    expect(narrow).toEqual({ kept: kept.toSorted(), conflicts });
  });
});
