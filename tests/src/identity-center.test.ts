import { projectSnapshot, type Snapshot } from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import {
  ada,
  applied,
  everything as first,
  grace,
  centerManifest as manifest,
  openCenter as open,
  organization,
  other,
} from './testing/identity-center.fixture.ts';
import { portOf } from './testing/importing.fixture.ts';

const fewer = manifest(
  {
    permissionSets: { Admin: first.permissionSets.Admin },
    groups: { Admins: first.groups.Admins },
    users: first.users,
    assignments: [first.assignments[0]],
  },
  { prune: { maxDeletes: 4 } },
);

describe('Identity Center', () => {
  it('is set up, and then as declared', async () => {
    const opened = open();
    const report = await applied(opened, manifest(first));
    expect(report.results.filter(({ status }) => status !== 'done')).toEqual([]);
    expect(report.warnings).toEqual([]);
    expect(await opened.plan(manifest(first))).toMatchObject({ changes: [], conflicts: [] });
    expect(rolesOf(opened)).toMatchObject([
      { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
      { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    ]);
  });

  it('is left alone where nothing of it is declared', async () => {
    const opened = open();
    await opened.plan(JSON.stringify({ version: 1, scope: 'platform', account, prune: {} }));
    expect(opened.sandbox.calls.filter(({ action }) => action.startsWith('sso:'))).toEqual([]);
  });

  it('has roles provisioned anew where a permission set changes', async () => {
    const opened = open();
    await applied(opened, manifest(first));
    const { Reader } = first.permissionSets;
    const changed = manifest({
      ...first,
      permissionSets: {
        ...first.permissionSets,
        Reader: { ...Reader, managedPolicies: ['SecurityAudit'], sessionDuration: 'PT2H' },
      },
    });
    const [change] = (await opened.plan(changed)).changes;
    expect(change?.operations.map(({ action }) => action.slice('sso:'.length))).toEqual([
      'DetachManagedPolicyFromPermissionSet',
      'UpdatePermissionSet',
      'AttachManagedPolicyToPermissionSet',
      'ProvisionPermissionSet',
    ]);
    expect(change?.warnings.join()).toContain(`${account}, ${other}`);
    expect((await applied(opened, changed)).complete).toBe(true);
    expect(rolesOf(opened)[1]).toMatchObject({
      attached: ['arn:aws:iam::aws:policy/SecurityAudit'],
    });
    expect((await opened.plan(changed)).changes).toEqual([]);
  });

  it('gets provisioned where others changed a permission set and forgot to', async () => {
    const marked = {
      tags: { 'rolecall:owner': 'platform', 'rolecall:resource': 'permission-set/Reader' },
      managed: ['aws:ReadOnlyAccess'],
    };
    const opened = open({
      permissionSets: { Reader: { ...marked, outdated: ['self'] } },
      users: { ada: { ...ada, displayName: 'Ada Lovelace' } },
      assignments: [{ permissionSet: 'Reader', user: 'ada' }],
    });
    const text = manifest({
      permissionSets: { Reader: { managedPolicies: ['ReadOnlyAccess'] } },
      assignments: [{ permissionSet: 'Reader', user: 'ada' }],
    });
    expect((await applied(opened, text)).results).toMatchObject([
      { action: 'sso:ProvisionPermissionSet', status: 'done' },
    ]);
    expect((await opened.plan(text)).changes).toEqual([]);
  });

  it('loses what is declared no longer, last things first', async () => {
    const opened = open();
    await applied(opened, manifest(first));
    const { changes } = await opened.plan(fewer);
    expect(changes.map(({ kind, resource }) => [kind, resource])).toEqual([
      ['delete', `account-assignment/${other}/reader/user/ada`],
      ['delete', `account-assignment/${account}/reader/group/readers`],
      ['delete', 'permission-set/reader'],
      ['delete', 'identity-center-group/readers'],
    ]);
    expect((await applied(opened, fewer)).complete).toBe(true);
    expect((await opened.plan(fewer)).changes).toEqual([]);
    expect(rolesOf(opened)).toHaveLength(1);
  });

  it.each([
    ['sso:DeleteAccountAssignment', 'AccessDeniedException', 9],
    // What AWS does not find for a moment is not gone.
    ['sso:DeleteAccountAssignment', 'ResourceNotFoundException', 9],
  ])('keeps all that an assignment needs that stays over %s', async (action, code, times) => {
    const opened = open();
    await applied(opened, manifest(first));
    opened.sandbox.faults.failCalls = [{ action, code, status: 400, message: 'No.', times }];
    const report = await applied(opened, fewer);
    expect(statusOf(report, 'sso:DeletePermissionSet')).toBe('skipped');
    expect(statusOf(report, 'identitystore:DeleteGroup')).toBe('skipped');
    opened.sandbox.faults.failCalls = [];
    expect((await applied(opened, fewer)).complete).toBe(true);
    expect(rolesOf(opened)).toHaveLength(1);
  });
});

describe('what is left of people and groups that were deleted', () => {
  const tags = { 'rolecall:owner': 'platform', 'rolecall:resource': 'permission-set/Reader' };
  const there = {
    permissionSets: { Reader: { tags, managed: ['aws:ReadOnlyAccess'] }, Theirs: {} },
    users: { ada: { ...ada, displayName: 'Ada Lovelace' } },
    groups: {
      Team: { description: '[rolecall:owner=platform]', members: ['ada'], goneMembers: ['left'] },
    },
    assignments: [
      { permissionSet: 'Reader', user: 'ada' },
      { permissionSet: 'Reader', user: 'left', account: other, orphaned: true },
      { permissionSet: 'Reader', group: 'Left', orphaned: true },
      { permissionSet: 'Theirs', group: 'Left', orphaned: true },
    ],
  };
  const text = (more: object = {}) =>
    manifest(
      {
        permissionSets: { Reader: { managedPolicies: ['ReadOnlyAccess'] } },
        groups: { Team: { members: ['ada'] } },
        assignments: [{ permissionSet: 'Reader', user: 'ada' }],
        ...more,
      },
      { prune: { maxDeletes: 4 } },
    );

  it('goes, where it is ours, and nothing else does', async () => {
    const opened = open(there);
    const { changes } = await opened.plan(text());
    expect(changes.map(({ kind, type }) => `${kind} ${type}`).sort()).toEqual([
      'delete account-assignment',
      'delete account-assignment',
      'update identity-center-group',
    ]);
    const deleted = changes.filter(({ kind }) => kind === 'delete');
    expect(deleted.map(({ operations: [one] }) => one?.before)).toMatchObject([
      { deleted: true },
      { deleted: true },
    ]);
    expect(deleted.flatMap(({ warnings }) => warnings)).toHaveLength(2);
    const report = await applied(opened, text());
    expect(report.complete).toBe(true);
    expect(report.warnings).toEqual([]);
    expect(await opened.plan(text())).toMatchObject({ changes: [], conflicts: [] });
    expect(setupIn((await opened.planned(text())).snapshot).assignments).toEqual([
      JSON.stringify([account, 'Reader', 'USER', 'ada']),
    ]);
    // What others made nobody here takes away.
    expect(opened.sandbox.state()).toMatchObject({ identityCenter: { assignments: [{}, {}] } });
  });

  it('goes before its permission set', async () => {
    const opened = open(there);
    const none = text({ permissionSets: {}, assignments: [] });
    expect((await applied(opened, none)).complete).toBe(true);
    expect((await opened.plan(none)).changes).toEqual([]);
  });

  it('stays where whom it is for is there after all', async () => {
    const opened = open(there);
    const { snapshot } = await opened.planned(text());
    const part = snapshot.parts.identityCenterSetup;
    const setup = part.status === 'known' ? part.value : null;
    const id = setup?.users[0]?.id ?? '';
    const InstanceArn = setup?.instance.arn ?? '';
    const principal = { PrincipalType: 'USER', PrincipalName: id, PrincipalId: id } as const;
    const input = { InstanceArn, PermissionSetName: 'Reader', TargetId: account, ...principal };
    const call = { action: 'sso:DeleteAccountAssignment', region: 'eu-west-1', input } as const;
    const before = JSON.stringify(opened.sandbox.state());
    await expect(portOf(opened).perform(call)).rejects.toMatchObject({ code: 'PLAN_CHANGED' });
    expect(JSON.stringify(opened.sandbox.state())).toBe(before);
  });
});

function statusOf({ results }: Awaited<ReturnType<typeof applied>>, action: string) {
  return results.find((result) => result.action === action)?.status;
}

it('shows beforehand what applying the plan leaves', async () => {
  const opened = open();
  const fewer = { ...first, groups: { Admins: { members: ['ada', 'grace'] } } };
  const second = manifest(
    { ...fewer, assignments: first.assignments.filter((_, index) => index !== 1) },
    { prune: { maxDeletes: 9 } },
  );
  for (const text of [manifest(first), second]) {
    const { snapshot, plan } = await opened.planned(text);
    const projected = projectSnapshot(snapshot, plan);
    await applied(opened, text);
    expect(setupIn(projected)).toEqual(setupIn((await opened.planned(text)).snapshot));
  }
});

/** Ids, and where the roles of a set are, are not known beforehand. */
function setupIn({ parts: { identityCenterSetup: part } }: Snapshot) {
  if (part.status === 'unknown' || part.value === null) throw new Error('not read');
  const { permissionSets, groups, users, assignments } = part.value;
  const sorted = (items: readonly object[]) => items.map((one) => JSON.stringify(one)).sort();
  return {
    permissionSets: sorted(
      permissionSets.map(({ name, sessionSeconds, tags, managedPolicies, details }) => [
        [name, sessionSeconds, Object.entries(tags).sort(), managedPolicies],
        [details?.customerPolicies, details?.inlinePolicy, details?.permissionsBoundary],
      ]),
    ),
    groups: sorted(groups.map(({ name, members = [] }) => [name, ...[...members].sort()])),
    users: sorted(users.map(({ name, displayName, email }) => [name, displayName, email])),
    assignments: sorted(
      assignments.map((one) => [one.account, one.permissionSet, one.principalType, one.principal]),
    ),
  };
}

function rolesOf({ sandbox }: TestAccount): readonly unknown[] {
  const { roles } = JSON.parse(JSON.stringify(sandbox.state()));
  return Object.entries(roles).flatMap(([name, role]) =>
    name.startsWith('awsreservedsso_') ? [role] : [],
  );
}

describe('what AWS does in its own time', () => {
  it('fails where AWS fails after it said yes, and is made up for by the next run', async () => {
    const opened = open();
    const reason = 'Received a 409 status error: Cannot exceed quota for RolesPerAccount: 1000';
    opened.sandbox.faults.asyncFailures = [
      { action: 'sso:CreateAccountAssignment', reason, times: 1 },
    ];
    const report = await applied(opened, manifest(first));
    expect(report.complete).toBe(false);
    const failed = report.results.filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([{ action: 'sso:CreateAccountAssignment' }]);
    expect(failed[0]?.message).toContain(reason);
    expect(await applied(opened, manifest(first))).toMatchObject({ complete: true });
    expect((await opened.plan(manifest(first))).changes).toEqual([]);
  });

  it('is waited for', async () => {
    const opened = open({}, { faults: { asyncCalls: 6 } });
    expect((await applied(opened, manifest(first))).complete).toBe(true);
    expect((await opened.plan(manifest(first))).changes).toEqual([]);
  });

  it.each([
    ['sso:CreateAccountAssignment', 'ConflictException', 'There is a conflicting operation.'],
    ['sso:DescribeAccountAssignmentCreationStatus', 'ThrottlingException', 'Rate exceeded'],
    ['sso:AttachManagedPolicyToPermissionSet', 'ConflictException', 'Busy.'],
    ['identitystore:CreateGroupMembership', 'ThrottlingException', 'Rate exceeded'],
  ])('%s is tried again after %s', async (action, code, message) => {
    const opened = open();
    opened.sandbox.faults.failCalls = [{ action, code, status: 400, message, times: 3 }];
    expect((await applied(opened, manifest(first))).complete).toBe(true);
    expect((await opened.plan(manifest(first))).changes).toEqual([]);
  });
});

describe('what is there and not ours', () => {
  const there = {
    permissionSets: {
      Admin: { managed: ['aws:AdministratorAccess'], tags: { a: 'b' } },
      Other: { tags: { 'rolecall:owner': 'others', 'rolecall:resource': 'permission-set/Other' } },
    },
    groups: {
      Admins: { members: ['grace'], description: 'Who may.' },
      Okta: { external: true, members: ['eve'] },
      Taken: { description: 'Of others. [rolecall:owner=others]' },
    },
    users: {
      ada: { ...ada, displayName: 'Ada' },
      grace: { ...grace, displayName: 'Grace Hopper' },
      eve: { ...grace, external: true },
    },
    assignments: [{ permissionSet: 'Admin', group: 'Admins' }],
  };

  it.each([
    ['a permission set', { permissionSets: { Admin: {} } }, 'permission-set/admin'],
    [
      'one of another scope',
      { permissionSets: { Other: { adopt: true } } },
      'permission-set/other',
    ],
    ['a group', { groups: { Admins: {} } }, 'identity-center-group/admins'],
    ['one of another scope', { groups: { Taken: { adopt: true } } }, 'identity-center-group/taken'],
    [
      'one of another directory',
      { groups: { Okta: { adopt: true } } },
      'identity-center-group/okta',
    ],
    ['a person of another name', { users: { ada } }, 'identity-center-user/ada'],
    [
      'one of another directory',
      { users: { eve: { ...ada, adopt: true } } },
      'identity-center-user/eve',
    ],
  ])('%s is left alone', async (_, given, resource) => {
    const { changes, conflicts } = await open(there).plan(manifest(given));
    expect({ changes, conflicts }).toMatchObject({ changes: [], conflicts: [{ resource }] });
  });

  it('is taken over with a word, as it is shown', async () => {
    const opened = open(there);
    const text = manifest({
      permissionSets: {
        Admin: { managedPolicies: ['AdministratorAccess'], tags: { a: 'b' }, adopt: true },
      },
      groups: { Admins: { members: ['grace', 'ada'], description: 'Who may.', adopt: true } },
      users: { ada: { ...ada, adopt: true } },
      assignments: [
        { permissionSet: 'Admin', group: 'Okta' },
        { permissionSet: 'Admin', group: 'Admins' },
      ],
    });
    const { changes } = await opened.plan(text);
    expect(changes.map(({ kind, resource }) => [kind, resource])).toEqual([
      ['update', 'identity-center-user/ada'],
      ['adopt', 'identity-center-group/admins'],
      ['adopt', 'permission-set/admin'],
      ['create', `account-assignment/${account}/admin/group/okta`],
    ]);
    expect((await applied(opened, text)).complete).toBe(true);
    expect((await opened.plan(text)).changes).toEqual([]);
  });

  it.each([
    ['a member', { groups: { G: { members: ['nobody'] } } }],
    ['a group', { permissionSets: { P: {} }, assignments: [{ permissionSet: 'P', group: 'No' }] }],
    ['a permission set', { assignments: [{ permissionSet: 'Admin', group: 'Admins' }] }],
  ])('%s that nobody declares and is not there is a fault of its line', async (_, given) => {
    await expect(open(there).plan(manifest(given))).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
    });
  });

  it('an account that manages no Identity Center says so', async () => {
    const away = { ...organization, managementAccount: other };
    const text = JSON.stringify({ organization: away, identityCenter: {} });
    const opened = openAccount({ scenario: parseScenario(text, 'test.yaml') });
    await expect(opened.plan(manifest(first))).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
    await expect(openAccount().plan(manifest(first))).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
    });
  });
});

describe('nobody is locked out', () => {
  const conflictsOf = async (opened: TestAccount, given: object, more = {}) =>
    (await opened.plan(manifest(given, more))).conflicts.map(({ resource }) => resource);
  const prune = { prune: { maxDeletes: 9 } };

  it.each([
    [
      'its assignment goes',
      { ...first, assignments: first.assignments.slice(1) },
      [
        `account-assignment/${account}/admin/group/admins`,
        `account-assignment/${other}/admin/group/admins`,
      ],
    ],
    [
      'the last member leaves',
      { ...first, groups: { ...first.groups, Admins: { members: [] } } },
      ['identity-center-group/admins'],
    ],
    [
      'the permission set loses its power',
      {
        ...first,
        permissionSets: { ...first.permissionSets, Admin: { managedPolicies: ['ReadOnlyAccess'] } },
      },
      ['permission-set/admin'],
    ],
    [
      'a boundary limits it',
      {
        ...first,
        permissionSets: {
          ...first.permissionSets,
          Admin: {
            managedPolicies: ['AdministratorAccess'],
            permissionsBoundary: 'ReadOnlyAccess',
          },
        },
      },
      ['permission-set/admin'],
    ],
  ])('when, of the last administrator, %s', async (_, given, conflicts) => {
    const opened = open();
    await applied(opened, manifest(first));
    expect((await conflictsOf(opened, given, prune)).sort()).toEqual(conflicts);
  });

  const denied = (Action: string) => ({
    inlinePolicy: { Statement: [{ Effect: 'Deny', Action, Resource: '*' }] },
  });

  it.each<[string, object, readonly string[]]>([
    ['is denied everything', denied('*'), ['permission-set/admin']],
    ['is denied all of IAM', denied('iam:*'), ['permission-set/admin']],
    [
      'is denied everything by AWS',
      { managedPolicies: ['AdministratorAccess', 'AWSDenyAll'] },
      ['permission-set/admin'],
    ],
    [
      'gets a policy of each account, which might deny it',
      { customerPolicies: ['/team/Unknown'] },
      ['permission-set/admin'],
    ],
    ['is denied something else', denied('organizations:*'), []],
    ['gets another policy', { managedPolicies: ['AdministratorAccess', 'SecurityAudit'] }, []],
    ['gets a boundary that leaves all', { permissionsBoundary: 'AdministratorAccess' }, []],
  ])('when their permission set %s', async (_, more, conflicts) => {
    const opened = open();
    await applied(opened, manifest(first));
    const { Admin } = first.permissionSets;
    const permissionSets = { ...first.permissionSets, Admin: { ...Admin, ...more } };
    expect(await conflictsOf(opened, { ...first, permissionSets })).toEqual(conflicts);
  });

  it('an administrator can go where another is assigned', async () => {
    const opened = open();
    await applied(opened, manifest(first));
    const replaced = {
      ...first,
      assignments: [
        { permissionSet: 'Admin', user: 'grace', accounts: ['self', other] },
        ...first.assignments.slice(1),
      ],
    };
    expect(await conflictsOf(opened, replaced, prune)).toEqual([]);
  });

  it('whoever plans keeps the assignment by which it plans', async () => {
    const opened = open();
    await applied(opened, manifest(first));
    const role = Object.entries(JSON.parse(JSON.stringify(opened.sandbox.state())).roles)
      .map(([, each]) => each)
      .find((each) => JSON.stringify(each).includes('AWSReservedSSO_Reader'));
    const name = /AWSReservedSSO_Reader_[0-9a-f]{16}/.exec(JSON.stringify(role))?.[0];
    const caller = `arn:aws:sts::${account}:assumed-role/${name}/grace`;
    expect(caller).toContain('AWSReservedSSO_Reader_');
    const acting = open({}, { caller, authorize: () => 'allowed' });
    await applied(acting, manifest(first));
    const without = { ...first, assignments: first.assignments.filter((_, index) => index !== 1) };
    expect(await conflictsOf(acting, without, prune)).toEqual([
      `account-assignment/${account}/reader/group/readers`,
    ]);
    const { Reader } = first.permissionSets;
    const narrowed = {
      ...first,
      permissionSets: { ...first.permissionSets, Reader: { ...Reader, managedPolicies: [] } },
    };
    expect(await conflictsOf(acting, narrowed)).toEqual(['permission-set/reader']);
  });
});
