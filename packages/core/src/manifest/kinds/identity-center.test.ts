import { describe, expect, it } from 'vitest';
import { desiredOf, faultsOf } from '../testing/manifest.fixture.ts';

describe('Identity Center in a manifest', () => {
  it('is nothing unless said', async () => {
    expect(await desiredOf('identityCenter: {}')).toEqual([]);
  });

  it('makes one assignment for each account', async () => {
    const desired = await desiredOf(
      'identityCenter:\n  assignments: [{ permissionSet: P, user: a/b, accounts: [self, "444455556666"] }]\n',
    );
    expect(desired.map(({ name }) => name)).toEqual([
      '111122223333/P/user/a/b',
      '444455556666/P/user/a/b',
    ]);
  });

  it.each([
    ['a misspelt member', 'permissionSets: { P: { managedPolices: [] } }'],
    ['a name too long', `permissionSets: { ${'x'.repeat(33)}: {} }`],
    ['a name with a space', 'permissionSets: { two words: {} }'],
    ['a session too short', 'permissionSets: { P: { sessionDuration: PT59M } }'],
    ['a session too long', 'permissionSets: { P: { sessionDuration: PT12H1M } }'],
    ['a session in seconds', 'permissionSets: { P: { sessionDuration: 3600 } }'],
    ['an unknown policy', 'permissionSets: { P: { managedPolicies: [ReadOnlyAcess] } }'],
    [
      "another account's policy",
      'permissionSets: { P: { managedPolicies: ["arn:aws:iam::444455556666:policy/X"] } }',
    ],
    ['a policy without a path', 'permissionSets: { P: { customerPolicies: [X] } }'],
    ['a policy that is none', 'permissionSets: { P: { inlinePolicy: { Statement: [] } } }'],
    [
      'a placeholder for nothing',
      'permissionSets: { P: { inlinePolicy: { Statement: { Effect: Allow, Action: "s3:*", Resource: "{{nothing}}" } } } }',
    ],
    ['a reserved tag', 'permissionSets: { P: { tags: { "rolecall:owner": x } } }'],
    ['a person without a name', 'users: { ada: { givenName: Ada } }'],
    ['an address that is none', 'users: { ada: { givenName: A, familyName: B, email: ada } }'],
    ['a user name that AWS keeps', 'users: { Administrator: { givenName: A, familyName: B } }'],
    ['an assignment to nobody', 'assignments: [{ permissionSet: P }]'],
    ['an assignment to two', 'assignments: [{ permissionSet: P, group: G, user: u }]'],
    ['an account that is none', 'assignments: [{ permissionSet: P, group: G, accounts: [42] }]'],
    ['no account', 'assignments: [{ permissionSet: P, group: G, accounts: [] }]'],
    [
      'an assignment twice',
      'assignments: [{ permissionSet: P, group: G }, { permissionSet: p, group: g }]',
    ],
    ['a permission set twice', 'permissionSets: { P: {}, p: {} }'],
  ])('%s is a fault of its line', async (_, text) => {
    const faults = await faultsOf(desiredOf(`identityCenter:\n  ${text}\n`));
    expect(faults.length).toBeGreaterThan(0);
    for (const { at, code } of faults) {
      expect(code).toBe('MANIFEST_INVALID');
      expect(at).toMatch(/^5:\d+$/);
    }
  });
});
