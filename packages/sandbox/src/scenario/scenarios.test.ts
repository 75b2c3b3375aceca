import { readFileSync } from 'node:fs';
import {
  GetAccountAuthorizationDetailsCommand,
  GetRoleCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { clientsFor, sandboxWithClients, start } from '../clients.fixture.ts';
import { createSandbox } from '../sandbox.ts';
import { builtinScenarios } from './builtin-scenarios.ts';
import { parseScenario, ScenarioError } from './parse-scenario.ts';

const read = (name: keyof typeof builtinScenarios) =>
  parseScenario(readFileSync(builtinScenarios[name], 'utf8'), `${name}.yaml`);

describe.each(['untouched', 'neglected', 'good', 'organization'] as const)('%s', (name) => {
  test('loads, and has the role of the caller', async () => {
    const sandbox = createSandbox({ now: () => start, scenario: read(name) });
    const { iam } = clientsFor(sandbox);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Administrator' }));
    expect(Role?.Path).toBe('/');
    const details = await iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000 }));
    if (name === 'neglected' || name === 'good')
      expect(details.UserDetailList?.length).toBeGreaterThanOrEqual(2);
  });

  test('gives the same account every time', () => {
    const once = createSandbox({ now: () => start, scenario: read(name) });
    const again = createSandbox({ now: () => start, scenario: read('untouched') });
    again.reset(read(name));
    expect(again.state()).toEqual(once.state());
  });

  test('writes ARNs of its partition only', () => {
    const partition = 'aws-us-gov';
    const sandbox = createSandbox({ now: () => start, scenario: read(name), partition });
    expect(JSON.stringify(sandbox.state())).not.toContain('arn:aws:');
  });
});

test.each([
  ['users:\n  a:\n    mfa: [abacus]', 'x.yaml:3:11: users.a.mfa.0: Invalid option'],
  ['users:\n  a:\n    groups: [g]', 'x.yaml:3:13: users.a.groups: no group g'],
  ['roles:\n  a: { attach: [p], trustService: s }', 'x.yaml:2:17: roles.a.attach.0: no policy p'],
  ['roles:\n  a: {}', 'x.yaml:2:6: roles.a: give either trust or trustService'],
  [
    'groups:\n  g: { attach: ["aws:Ghost"] }',
    'x.yaml:2:17: groups.g.attach.0: no policy aws:Ghost',
  ],
  ['user: {}', 'x.yaml:1:1: scenario: Unrecognized key'],
  ['trails:\n  - { nam: x }', 'x.yaml:2:5: trails.0.name: Invalid input'],
  ['alarms:\n  - { name: x }', 'x.yaml:2:5: alarms.0: give one of metric, expression and rule'],
  ['instances:\n  - { profile: p }', 'x.yaml:2:16: instances.0.profile: no instance profile p'],
  ['stacks:\n  - { name: s, role: r }', 'x.yaml:2:22: stacks.0.role: no role r'],
  ['lastAccessed:\n  role/r: { s3: 1 }', 'x.yaml:2:11: lastAccessed.role/r: no role/r'],
  [
    'identityCenter:\n  groups: { g: { members: [u] } }',
    'identityCenter.groups.g.members: no user u',
  ],
  [
    'identityCenter:\n  permissionSets: { p: {} }\n  assignments: [{ permissionSet: p, user: u }]',
    'x.yaml:3:43: identityCenter.assignments.0.user: no user u',
  ],
  ['users: [', 'x.yaml:1:9: '],
])('%o', (text, expected) => {
  expect(() => parseScenario(text, 'x.yaml')).toThrow(ScenarioError);
  expect(() => parseScenario(text, 'x.yaml')).toThrow(expected);
});

test('an empty scenario is an account with root and the caller', async () => {
  const { iam } = sandboxWithClients({ scenario: parseScenario('', 'empty.yaml') });
  const { Roles } = await iam.send(new ListRolesCommand({}));
  expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(['Administrator']);
});
