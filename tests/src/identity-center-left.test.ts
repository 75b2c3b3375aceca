import { describe, expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import {
  applied,
  everything as first,
  centerManifest as manifest,
  openCenter as open,
  other,
} from './testing/identity-center.fixture.ts';

describe('where an account has left the organization', () => {
  const leaving = {
    action: 'sso:ListAccountAssignments',
    code: 'ResourceNotFoundException',
    status: 400,
    message: 'Account not found.',
    times: 99,
  };
  const { Admin, Reader } = first.permissionSets;
  const prune = { prune: { maxDeletes: 9 } };
  const opening = async () => {
    const opened = open();
    await applied(opened, manifest(first));
    opened.sandbox.faults.failCalls = [{ ...leaving, about: other }];
    return opened;
  };
  const here = {
    ...first,
    assignments: [
      { permissionSet: 'Admin', group: 'Admins' },
      { permissionSet: 'Reader', group: 'Readers' },
    ],
  };

  it('all is planned but what hangs on it, and it is named', async () => {
    const opened = await opening();
    const described = { ...Reader, description: 'Looks.' };
    const text = manifest({ ...here, permissionSets: { Admin, Reader: described } }, prune);
    const plan = await opened.plan(text);
    expect(plan.conflicts).toEqual([]);
    expect(plan.changes.map(({ resource }) => resource)).toEqual(['permission-set/reader']);
    const said = plan.notes.filter((note) => note.includes(other)).sort();
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('Permission set Admin');
    expect((await applied(opened, text)).complete).toBe(true);
  });

  it.each<[string, object, object, readonly string[]]>([
    [
      'what is assigned there',
      first,
      {},
      [
        `account-assignment/${other}/admin/group/admins`,
        `account-assignment/${other}/reader/user/ada`,
      ],
    ],
    [
      'a permission set or a group that may be assigned there, and is to go',
      {
        ...here,
        permissionSets: { Admin },
        groups: { Admins: first.groups.Admins },
        assignments: here.assignments.slice(0, 1),
      },
      prune,
      ['identity-center-group/readers', 'permission-set/reader'],
    ],
    [
      'what takes the power from administrators who may be there',
      { ...here, permissionSets: { Admin: { managedPolicies: ['ReadOnlyAccess'] }, Reader } },
      {},
      ['permission-set/admin'],
    ],
  ])('%s is refused', async (_, given, more, conflicts) => {
    const plan = await (await opening()).plan(manifest(given, more));
    expect(plan.conflicts.map(({ resource }) => resource).sort()).toEqual(conflicts);
  });

  it.each([
    ['another fault', { ...leaving, code: 'AccessDeniedException', about: other }, other],
    ['our own account', { ...leaving, about: account }, account],
  ])('nothing is planned over %s, and it is named', async (_, fault, named) => {
    const opened = await opening();
    opened.sandbox.faults.failCalls = [fault];
    await expect(opened.plan(manifest(here))).rejects.toThrow(
      new RegExp(`Permission set \\w+ in account ${named}`),
    );
  });
});

it.each([
  ['a group', 'identitystore:GetGroupId', 'Readers', 'group/readers'],
  ['a person', 'identitystore:GetUserId', 'ada', 'user/ada'],
])('takes an assignment from %s of another name by now, or of none', async (...row) => {
  const [, action, about, principal] = row;
  const opened = open();
  await applied(opened, manifest(first));
  const left = () => JSON.parse(JSON.stringify(opened.sandbox.state())).identityCenter.assignments;
  const before = left().length;
  const gone = {
    action,
    code: 'ResourceNotFoundException',
    status: 400,
    message: 'None.',
    times: 99,
  };
  opened.sandbox.faults.failCalls = [{ ...gone, about }];
  const [kind = ''] = principal.split('/');
  const assignments = first.assignments.filter(
    (one) => !(one.permissionSet === 'Reader' && kind in one),
  );
  const fewer = manifest({ ...first, assignments }, { prune: { maxDeletes: 1 } });
  const report = await applied(opened, fewer);
  expect(
    report.results.map(({ resource, status }) => [resource.split('/reader/')[1], status]),
  ).toEqual([[principal, 'done']]);
  expect(report).toMatchObject({ complete: true, warnings: [] });
  expect(left()).toHaveLength(before - 1);
});
