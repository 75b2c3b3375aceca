import { describe, expect, it } from 'vitest';
import type { KnownParts } from '../../checks/testing/snapshot.fixture.ts';
import { outline, planOf } from '../testing/plan.fixture.ts';
import {
  administrator,
  anAssignment,
  aPerson,
  aSet,
  aSetup,
  aTeam,
  setMark,
} from '../testing/setup.fixture.ts';
import { markedDescription } from './group-mark.ts';

const read = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const marked = (description?: string) =>
  markedDescription(description, { scope: 'platform', isAdopted: false });
const inline = '{ Statement: { Effect: Allow, Action: s3:GetObject, Resource: "*" } }';

function partsOf(parts: Parameters<typeof aSetup>[0] = {}): KnownParts {
  return { identityCenterSetup: aSetup(parts) };
}

function section(text: string): string {
  return `identityCenter:\n${text.replace(/^/gm, '  ')}\n`;
}

async function planned(text: string, parts: KnownParts = partsOf()) {
  const plan = await planOf(section(text), parts);
  return [
    ...outline(plan).map((line) => line.replace(/sso:|identitystore:/g, '')),
    ...plan.conflicts.map(({ resource }) => `conflict ${resource}`),
  ];
}

describe('a permission set', () => {
  const own = (parts: Parameters<typeof aSet>[1] = {}) =>
    partsOf({ permissionSets: [aSet('P', { tags: setMark('P'), ...parts })] });
  const inUse = { accounts: ['111122223333'] };

  it.each<[string, string, KnownParts, readonly string[]]>([
    [
      'new',
      'permissionSets: { P: {} }',
      partsOf(),
      ['create permission-set/p: CreatePermissionSet'],
    ],
    [
      'new, its boundary first',
      `permissionSets: { P: { managedPolicies: [ReadOnlyAccess], customerPolicies: [/t/X], inlinePolicy: ${inline}, permissionsBoundary: PowerUserAccess } }`,
      partsOf(),
      [
        'create permission-set/p: CreatePermissionSet PutPermissionsBoundaryToPermissionSet AttachManagedPolicyToPermissionSet AttachCustomerManagedPolicyReferenceToPermissionSet PutInlinePolicyToPermissionSet',
      ],
    ],
    ['as it is', 'permissionSets: { P: {} }', own(), []],
    [
      'in other words',
      'permissionSets: { P: { sessionDuration: PT60M } }',
      own({ description: 'Stays.', relayState: 'x' }),
      [],
    ],
    [
      'changed, and nobody has it',
      'permissionSets: { P: { sessionDuration: PT2H } }',
      own(),
      ['update permission-set/p: UpdatePermissionSet'],
    ],
    [
      'changed, and somebody has it',
      'permissionSets: { P: { sessionDuration: PT2H } }',
      own({ details: inUse }),
      ['update permission-set/p: UpdatePermissionSet ProvisionPermissionSet'],
    ],
    [
      'a tag alone',
      'permissionSets: { P: { tags: { a: b } } }',
      own({ details: inUse }),
      ['update permission-set/p: TagResource'],
    ],
    [
      'behind in an account',
      'permissionSets: { P: {} }',
      own({ details: { ...inUse, outdated: inUse.accounts } }),
      ['update permission-set/p: ProvisionPermissionSet'],
    ],
    [
      'with more than is declared',
      'permissionSets: { P: {} }',
      own({ managedPolicies: [read], details: { customerPolicies: ['/t/X'] } }),
      [
        'update permission-set/p: DetachManagedPolicyFromPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet',
      ],
    ],
    [
      'with more than is declared, which may stay',
      'permissionSets: { P: { exclusive: false } }',
      own({ managedPolicies: [read], details: { customerPolicies: ['/t/X'] } }),
      [],
    ],
    [
      'with a boundary that nobody declares',
      'permissionSets: { P: { exclusive: false } }',
      own({ details: { permissionsBoundary: read } }),
      ['update permission-set/p: DeletePermissionsBoundaryFromPermissionSet'],
    ],
    ['spelt otherwise', 'permissionSets: { p: {} }', own(), ['conflict permission-set/p']],
    [
      'not ours',
      'permissionSets: { P: {} }',
      partsOf({ permissionSets: [aSet('P')] }),
      ['conflict permission-set/p'],
    ],
    [
      'taken over',
      'permissionSets: { P: { adopt: true } }',
      partsOf({ permissionSets: [aSet('P', { tags: { x: 'y' } })] }),
      ['adopt permission-set/p: TagResource UntagResource'],
    ],
    [
      'of another scope',
      'permissionSets: { P: { adopt: true } }',
      own({ tags: { 'rolecall:owner': 'others' } }),
      ['conflict permission-set/p'],
    ],
  ])('%s', async (_, text, parts, expected) => {
    expect(await planned(text, parts)).toEqual(expected);
  });

  it('attaches policies of this account by path and name, once they are there', async () => {
    const plan = await planOf(
      `policies:\n  Read: { path: /t/, document: ${inline} }\n${section(
        'permissionSets: { P: { managedPolicies: [Read], permissionsBoundary: Read } }',
      )}`,
      partsOf(),
    );
    expect(plan.changes.map(({ resource }) => resource)).toEqual([
      'policy/read',
      'permission-set/p',
    ]);
    const reference = { CustomerManagedPolicyReference: { Name: 'Read', Path: '/t/' } };
    expect(plan.changes[1]?.operations.slice(1)).toMatchObject([
      { input: { PermissionsBoundary: reference } },
      { input: reference },
    ]);
    expect(plan.changes[1]?.dependsOn).toEqual(['policy/read']);
  });
});

describe('people and groups', () => {
  const doe = 'givenName: ada, familyName: Doe';
  const ours = (members: readonly string[], description?: string) =>
    partsOf({
      users: [aPerson('ada'), aPerson('eve', { external: true })],
      groups: [aTeam('G', { members, description: marked(description) })],
    });

  it.each<[string, string, KnownParts, readonly string[]]>([
    [
      'new',
      `users: { ada: { ${doe} } }`,
      partsOf(),
      ['create identity-center-user/ada: CreateUser'],
    ],
    ['as declared', `users: { ada: { ${doe} } }`, ours([]), []],
    [
      'with an address that nobody declares',
      `users: { ada: { ${doe} } }`,
      partsOf({ users: [aPerson('ada', { email: 'a@example.com' })] }),
      [],
    ],
    [
      'otherwise',
      `users: { ada: { ${doe}, email: a@example.com } }`,
      ours([]),
      ['conflict identity-center-user/ada'],
    ],
    [
      'otherwise, with a word',
      `users: { ada: { ${doe}, email: a@example.com, adopt: true } }`,
      ours([]),
      ['update identity-center-user/ada: UpdateUser'],
    ],
    [
      'of another directory',
      `users: { eve: { ${doe}, adopt: true } }`,
      ours([]),
      ['conflict identity-center-user/eve'],
    ],
    [
      'a new group',
      `users: { new: { ${doe} } }\ngroups: { H: { members: [new, ada] } }`,
      ours([]),
      [
        'create identity-center-user/new: CreateUser',
        'create identity-center-group/h: CreateGroup CreateGroupMembership CreateGroupMembership',
      ],
    ],
    [
      'members who come and go, those first who go',
      'groups: { G: { members: [ada] } }',
      ours(['eve', 'id-gone']),
      [
        'update identity-center-group/g: DeleteGroupMembership DeleteGroupMembership CreateGroupMembership',
      ],
    ],
    ['members who may stay', 'groups: { G: { exclusive: false } }', ours(['eve']), []],
    [
      'another description',
      'groups: { G: { description: New. } }',
      ours([], 'Old.'),
      ['update identity-center-group/g: UpdateGroup'],
    ],
  ])('%s', async (_, text, parts, expected) => {
    expect(await planned(text, parts)).toEqual(expected);
  });
});

describe('prune', () => {
  const parts = partsOf({
    permissionSets: [
      aSet('Old', { tags: setMark('Old'), details: { accounts: ['111122223333'] } }),
      aSet('Half', { tags: { 'rolecall:owner': 'platform' } }),
      aSet('Keep', { tags: setMark('Keep') }),
      aSet('Taken', {
        tags: { ...setMark('Taken'), 'rolecall:resource': 'adopted/permission-set/Taken' },
      }),
    ],
    groups: [
      aTeam('Old', { description: marked() }),
      aTeam('Busy', { description: marked() }),
      aTeam('Taken', { description: '[rolecall:adopted=platform]' }),
      aTeam('Scim', { description: marked(), external: true }),
    ],
    users: [aPerson('ada')],
    assignments: [
      anAssignment('Old group Old'),
      anAssignment('Taken group Busy'),
      anAssignment('Taken user ada'),
    ],
  });

  it('takes what we made, and never people, nor what was taken over', async () => {
    const prune = { enabled: true, maxDeletes: 9 };
    const plan = await planOf(section('permissionSets: { Keep: {} }'), parts, { prune });
    expect(outline(plan)).toEqual([
      'delete account-assignment/111122223333/old/group/old: sso:DeleteAccountAssignment',
      'delete permission-set/old: sso:DeletePermissionSet',
      'delete identity-center-group/old: identitystore:DeleteGroup',
    ]);
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(['identity-center-group/busy']);
  });

  it('is off unless the manifest says so', async () => {
    const plan = await planOf(section('permissionSets: { Keep: {} }'), parts);
    expect(plan.changes).toEqual([]);
    expect(plan.notes.length).toBeGreaterThan(2);
  });
});

it('an assignment waits for what it names', async () => {
  const plan = await planOf(
    section(
      'permissionSets: { P: {} }\ngroups: { G: {} }\nassignments: [{ permissionSet: P, group: G, accounts: [self, self, "111122223333"] }]',
    ),
    partsOf(),
  );
  expect(plan.changes.at(-1)).toMatchObject({
    resource: 'account-assignment/111122223333/p/group/g',
    dependsOn: ['permission-set/p', 'identity-center-group/g'],
  });
  expect(plan.changes).toHaveLength(3);
});

it.each([
  ['the last administrator', 'permissionSets: { Admin: {} }', [administrator], 1],
  ['one of several', 'permissionSets: { Admin: {} }', [], 0],
])('%s', async (_, text, managed, count) => {
  const plan = await planOf(
    section(text),
    partsOf({
      permissionSets: [
        aSet('Admin', { tags: setMark('Admin'), managedPolicies: [administrator] }),
        aSet('Other', { managedPolicies: managed.length > 0 ? [] : [administrator] }),
      ],
      users: [aPerson('ada')],
      assignments: [anAssignment('Admin user ada'), anAssignment('Other user ada')],
    }),
  );
  expect(plan.conflicts).toHaveLength(count);
  expect(plan.changes).toHaveLength(1 - count);
});
