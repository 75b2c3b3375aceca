import {
  GetAccountAuthorizationDetailsCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListEntitiesForPolicy,
  paginateListPolicies,
  paginateListRoles,
  paginateListUsers,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { sandboxWithClients } from './clients.fixture.ts';

async function allOf<T, R>(pages: AsyncIterable<T>, change: (page: T) => R): Promise<R[]> {
  const all: R[] = [];
  for await (const page of pages) all.push(change(page));
  return all;
}

const same = <T>(page: T): T => page;

const scenario = { generate: { users: 50, groups: 4, roles: 220, policies: 60 } };

test('lists come in pages of a hundred unless a size is asked for', async () => {
  const { iam, sandbox } = sandboxWithClients({ scenario });
  const names = (
    pages: AsyncIterable<{ Roles?: { RoleName?: string | undefined }[] | undefined }>,
  ) => allOf(pages, ({ Roles = [] }) => Roles.map(({ RoleName }) => RoleName));
  const plain = await names(paginateListRoles({ client: iam }, {}));
  expect(plain.map((page) => page.length)).toEqual([100, 100, 21]);
  const sized = await names(paginateListRoles({ client: iam }, { MaxItems: 150 }));
  expect(sized.map((page) => page.length)).toEqual([150, 71]);
  expect(new Set(plain.flat())).toEqual(new Set(sized.flat()));
  sandbox.faults.pageSize = 60;
  const forced = await names(paginateListRoles({ client: iam }, { MaxItems: 1000 }));
  expect(forced.map((page) => page.length)).toEqual([60, 60, 60, 41]);
});

test('authorization details are one list across the kinds', async () => {
  const { iam } = sandboxWithClients({ scenario });
  const pages = await allOf(paginateGetAccountAuthorizationDetails({ client: iam }, {}), same);
  const count = (page: (typeof pages)[number]) => [
    page.UserDetailList?.length,
    page.GroupDetailList?.length,
    page.RoleDetailList?.length,
    page.Policies?.length,
  ];
  expect(pages.map(count)).toEqual([
    [50, 4, 46, 0],
    [0, 0, 100, 0],
    [0, 0, 75, 25],
    [0, 0, 0, 37],
  ]);
  const whole = await iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000 }));
  expect(count(whole)).toEqual([50, 4, 221, 62]);
  expect(whole.IsTruncated).toBe(false);
});

test.each([
  ['User', [50, 0, 0, 0]],
  ['Group', [0, 4, 0, 0]],
  ['Role', [0, 0, 221, 0]],
  ['LocalManagedPolicy', [0, 0, 0, 60]],
  ['AWSManagedPolicy', [0, 0, 0, 2]],
] as const)('filter %s', async (kind, expected) => {
  const { iam } = sandboxWithClients({ scenario });
  const page = await iam.send(
    new GetAccountAuthorizationDetailsCommand({ Filter: [kind], MaxItems: 1000 }),
  );
  const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = page;
  expect(
    [UserDetailList, GroupDetailList, RoleDetailList, Policies].map((list) => list?.length),
  ).toEqual(expected);
});

test('policies by scope, path and use', async () => {
  const { iam } = sandboxWithClients({
    scenario: { policies: { a: { path: '/x/', document: {} } }, users: { u: { boundary: 'a' } } },
  });
  const arns = async (query: object) =>
    (await allOf(paginateListPolicies({ client: iam, pageSize: 1000 }, query), same)).flatMap(
      ({ Policies = [] }) => Policies.map(({ Arn }) => Arn),
    );
  expect((await arns({})).length).toBeGreaterThan(1400);
  expect(await arns({ Scope: 'Local' })).toEqual(['arn:aws:iam::111122223333:policy/x/a']);
  expect(await arns({ Scope: 'AWS', OnlyAttached: true })).toEqual([
    'arn:aws:iam::aws:policy/AdministratorAccess',
  ]);
  expect(await arns({ PolicyUsageFilter: 'PermissionsBoundary' })).toHaveLength(1);
  expect(await arns({ PathPrefix: '/x/' })).toHaveLength(1);
});

test('who uses a policy', async () => {
  const { iam } = sandboxWithClients({
    scenario: {
      policies: { p: { document: {} } },
      users: { u: { attach: ['p'] }, bounded: { boundary: 'p' } },
      groups: { g: { attach: ['p'] } },
      roles: { r: { attach: ['p'], trustService: 'ec2.amazonaws.com' } },
    },
  });
  const uses = async (query: object) => {
    const PolicyArn = 'arn:aws:iam::111122223333:policy/p';
    const pages = paginateListEntitiesForPolicy(
      { client: iam, pageSize: 1 },
      { PolicyArn, ...query },
    );
    const found = await allOf(pages, same);
    return found.flatMap(({ PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] }) => [
      ...PolicyUsers.map(({ UserName }) => UserName),
      ...PolicyGroups.map(({ GroupName }) => GroupName),
      ...PolicyRoles.map(({ RoleName }) => RoleName),
    ]);
  };
  expect((await uses({})).toSorted()).toEqual(['bounded', 'g', 'r', 'u']);
  expect(await uses({ EntityFilter: 'Role' })).toEqual(['r']);
  expect(await uses({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual(['bounded']);
});

test('users under a path', async () => {
  const { iam } = sandboxWithClients({ scenario: { users: { a: { path: '/x/y/' }, b: {} } } });
  const pages = await allOf(paginateListUsers({ client: iam }, { PathPrefix: '/x/' }), same);
  expect(pages.flatMap(({ Users = [] }) => Users.map(({ UserName }) => UserName))).toEqual(['a']);
});
