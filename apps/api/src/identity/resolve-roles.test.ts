import { describe, expect, test } from 'vitest';
import { createRoleResolver } from './resolve-roles.ts';
import { roleAssignmentSchema } from './role-assignments.ts';

const id = 'https://id.example.com';
const github = 'https://token.actions.githubusercontent.com';

function rolesOf(who: string, actorId: string, groups: readonly string[] = []) {
  const assignment = roleAssignmentSchema.parse({ who: [who], roles: ['auditor'] });
  return createRoleResolver([assignment])({ actorId, groups }).roles;
}

describe('who is meant', () => {
  const table: readonly (readonly [string, string, readonly string[], boolean])[] = [
    [`${id}|ada`, `${id}|ada`, [], true],
    [`${id}|ada`, `${id}|adam`, [], false],
    [`${id}|ada`, `${id}|Ada`, [], false],
    [`${id}|ada`, 'https://id.example.org|ada', [], false],
    [`${id}|a*`, `${id}|ada`, [], false],
    ['group:ops', `${id}|ada`, ['dev', 'ops'], true],
    ['group:ops', `${id}|ada`, ['Ops'], false],
    ['group:ops', 'group:ops', [], true],
    [`pattern:${id}|a*`, `${id}|ada`, [], true],
    [`pattern:${id}|a.a`, `${id}|ada`, [], false],
    [`pattern:${id}|a*`, `${id}|bada`, [], false],
    [
      `pattern:${github}|repo:acme/app:ref:*`,
      `${github}|repo:acme/app:ref:refs/heads/a/b`,
      [],
      true,
    ],
    [
      `pattern:${github}|repo:acme/*:environment:live`,
      `${github}|repo:acme/x:environment:live`,
      [],
      true,
    ],
    [
      `pattern:${github}|repo:acme/*:environment:live`,
      `${github}|repo:acme/x:ref:refs/heads/a:environment:live`,
      [],
      false,
    ],
    [
      `pattern:${github}|repo:acme/*:environment:live`,
      `${github}|repo:acme-evil/x:environment:live`,
      [],
      false,
    ],
    [
      `pattern:${github}|repo:acme/*:pull_request`,
      `${github}|repo:acme/app:pull_request`,
      [],
      true,
    ],
    [`pattern:${github}|repo:acme/app:ref:**`, `${github}|repo:acme/app:pull_request`, [], false],
    [
      `pattern:${github}|repo:acme/app:ref:**`,
      `${github}|repo:acme/app:ref:refs/heads/a`,
      [],
      true,
    ],
    [
      `pattern:${github}|repo:acme/app:ref:**`,
      `${github}|repo:acme/app2:ref:refs/heads/main`,
      [],
      false,
    ],
    [
      `pattern:${github}|repo:acme/app:ref:*`,
      `https://evil.example|${github}|repo:acme/app:ref:x`,
      [],
      false,
    ],
  ];
  test.each(table)('%s: %s in %j: %s', (who, actorId, groups, expected) => {
    expect(rolesOf(who, actorId, groups)).toEqual(expected ? ['auditor'] : []);
  });
});

test('what several assignments give adds up, each once', () => {
  const assignments = [
    {
      who: [`${id}|ada`, 'group:ops'],
      roles: ['requester', 'approver'],
      approves: { accounts: ['1'] },
    },
    { who: ['group:ops'], roles: ['requester'] },
    { who: ['group:leads'], roles: ['approver'] },
    { who: ['group:others'], roles: ['administrator'] },
  ].map((assignment) => roleAssignmentSchema.parse(assignment));
  const resolve = createRoleResolver(assignments);
  expect(resolve({ actorId: `${id}|ada`, groups: ['ops', 'leads'] })).toEqual({
    roles: ['requester', 'approver'],
    approves: [{ accounts: ['1'] }, {}],
  });
  expect(resolve({ actorId: `${id}|eve`, groups: [] })).toEqual({ roles: [], approves: [] });
});

describe('an assignment that is refused', () => {
  test.each([
    ['everybody', '*'],
    ['a name without an issuer', 'ada'],
    ['a subject that is empty', `${id}|`],
    ['a group without a name', 'group:'],
    ['a pattern for everybody', `pattern:${id}|*`],
    ['a pattern over issuers', 'pattern:https://*.example.com|ada'],
    ['all repositories of GitHub', `pattern:${github}|repo:*`],
    ['owners that begin alike', `pattern:${github}|repo:acme*/app:**`],
    ['any owner', `pattern:${github}|repo:*/app:ref:refs/heads/main`],
    ['pull requests with one star', `pattern:${github}|repo:acme/app:*`],
    ['pull requests with two stars', `pattern:${github}|repo:acme/app:**`],
    ['pull requests of every repository', `pattern:${github}|repo:acme/**`],
    ['pull requests among what begins alike', `pattern:${github}|repo:acme/*:pull*`],
    ['any owner of an enterprise', `pattern:${github}/acme|repo:*`],
  ])('%s', (_, who) => {
    expect(roleAssignmentSchema.safeParse({ who: [who], roles: ['auditor'] }).success).toBe(false);
  });

  test.each([
    ['no roles', { roles: [] }],
    ['an unknown role', { roles: ['root'] }],
    ['a scope without approvals', { roles: ['auditor'], approves: {} }],
    ['an empty scope', { roles: ['approver'], approves: { accounts: [] } }],
    ['a misspelt scope', { roles: ['approver'], approves: { account: ['1'] } }],
  ])('%s', (_, more) => {
    expect(roleAssignmentSchema.safeParse({ who: [`${id}|ada`], ...more }).success).toBe(false);
  });
});
