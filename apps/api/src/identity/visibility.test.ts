import { describe, expect, test } from 'vitest';
import type { Actor, RoleRequestRecord } from '../model/records.ts';
import type { Role } from './roles.ts';
import { callerWith } from './testing/caller.fixture.ts';
import { mayApproveFor, mayRevokeGrant, maySeeGrant, maySeeRequest } from './visibility.ts';

const ada: Actor = { kind: 'person', id: 'https://id.example.com|ada', name: 'Ada' };
const eve: Actor = { ...ada, id: 'https://id.example.com|eve' };

describe('a role request', () => {
  const asked = (requester: Actor, approvers: readonly string[] | null) => ({
    requester,
    approval: approvers && ({ method: 'reviewed', rule: 'r', needed: 1, approvers } as const),
  });
  const table: readonly (readonly [
    string,
    readonly Role[],
    Pick<RoleRequestRecord, 'requester' | 'approval'>,
    boolean,
  ])[] = [
    ['own', ['requester'], asked(ada, null), true],
    ["somebody else's", ['requester'], asked(eve, null), false],
    ['that names the requester without the role', ['requester'], asked(eve, [ada.id]), false],
    ['assigned by name', ['approver'], asked(eve, [ada.id]), true],
    ['assigned by group', ['approver'], asked(eve, ['group:ops']), true],
    ['assigned to others', ['approver'], asked(eve, ['group:dev', eve.id]), false],
    ['assigned to nobody', ['approver'], asked(eve, []), false],
    ['not submitted', ['approver'], asked(eve, null), false],
    ["anybody's", ['auditor'], asked(eve, null), true],
    ["anybody's", ['administrator'], asked(eve, null), true],
    ["anybody's", ['security'], asked(eve, null), true],
    ["anybody's", ['machine'], asked(eve, null), false],
    ["anybody's", [], asked(eve, null), false],
  ];
  test.each(table)('%s, seen by %j', (_, roles, request, expected) => {
    const caller = callerWith(roles, { actor: ada, groups: ['ops'] });
    expect(maySeeRequest(caller, request)).toBe(expected);
  });

  test('of one for whom the caller stands in', () => {
    const request = asked(eve, ['group:leads']);
    expect(maySeeRequest(callerWith(['approver']), request, ['group:leads'])).toBe(true);
    expect(maySeeRequest(callerWith(['requester']), request, ['group:leads'])).toBe(false);
  });
});

describe('a grant in account 1 by blueprint b', () => {
  const grant = (holder: Actor) => ({ holder, accountId: '1', blueprint: 'b' });
  const anywhere = [{}];
  const here = [{ accounts: ['2'] }, { accounts: ['1'], blueprints: ['b'] }];
  const elsewhere = [{ accounts: ['1'], blueprints: ['c'] }, { accounts: ['2'] }];
  test.each([
    ['holder', ['requester'], [], ada, true, true],
    ['another', ['requester'], [], eve, false, false],
    ['approver of everything', ['approver'], anywhere, eve, true, true],
    ['approver of such', ['approver'], here, eve, true, true],
    ['approver of others', ['approver'], elsewhere, eve, false, false],
    ['auditor', ['auditor'], [], eve, true, false],
    ['auditor who asks too', ['auditor', 'requester'], [], eve, true, false],
    ['administrator', ['administrator'], [], eve, true, true],
    ['security', ['security'], [], eve, true, true],
    ['nobody', [], [], eve, false, false],
  ] as const)('%s', (_, roles, approves, holder, sees, revokes) => {
    const caller = callerWith(roles, { actor: ada, approves });
    expect(maySeeGrant(caller, grant(holder))).toBe(sees);
    expect(mayRevokeGrant(caller, grant(holder))).toBe(revokes);
  });

  test.each([
    [anywhere, true],
    [here, true],
    [[{ accounts: ['*'], blueprints: ['b'] }], true],
    [[{ accounts: ['*'], blueprints: ['c'] }], false],
    [elsewhere, false],
    [[], false],
  ])('is approved by who has %j: %s', (approves, expected) => {
    expect(mayApproveFor(callerWith(['approver'], { approves }), grant(eve))).toBe(expected);
  });
});
