import { describe, expect, test } from 'vitest';
import type { ApiTokenVerifier } from './api-tokens.ts';
import { createAuthenticator } from './authenticate.ts';
import type { Identity } from './identity.ts';
import type { Permission } from './permissions.ts';
import { requirePermission } from './require-permission.ts';
import { createRoleResolver, type ResolveRoles } from './resolve-roles.ts';
import { roleAssignmentSchema } from './role-assignments.ts';
import { type Role, roles } from './roles.ts';

const id = 'https://id.example.com';
const ada: Identity = {
  actor: { kind: 'person', id: `${id}|ada`, name: 'Ada' },
  groups: ['ops'],
  roles: [],
  scopes: null,
  tokenId: null,
};

function setUp(identity: Identity, assigned: readonly Role[] = []) {
  const resolverOf = (given: readonly Role[]): ResolveRoles =>
    createRoleResolver(
      given.map((role) => roleAssignmentSchema.parse({ who: [identity.actor.id], roles: [role] })),
    );
  const verified: string[] = [];
  const state = { resolve: resolverOf(assigned) };
  const verify = (by: string) => async (token: string) => {
    verified.push(`${by} ${token}`);
    return identity;
  };
  const apiTokens: ApiTokenVerifier = { verify: verify('token'), forget: () => {} };
  const authenticate = createAuthenticator({
    oidc: { verify: verify('oidc') },
    apiTokens,
    resolveRoles: () => state.resolve,
  });
  const assign = (given: readonly Role[]) => {
    state.resolve = resolverOf(given);
  };
  return { authenticate, assign, verified };
}

describe('the header', () => {
  test.each([
    ['Bearer a.b.c', 'oidc a.b.c'],
    ['bearer  a.b-_.c=', 'oidc a.b-_.c='],
    ['Bearer rc_1_2', 'token rc_1_2'],
  ])('%s', async (header, expected) => {
    const { authenticate, verified } = setUp(ada);
    await authenticate(header);
    expect(verified).toEqual([expected]);
  });

  test.each([
    [undefined, 'no-header'],
    ['', 'no-header'],
    ['Basic YTpi', 'scheme'],
    ['Bearer', 'scheme'],
    ['Bearer ', 'scheme'],
    ['Bearera.b.c', 'scheme'],
    ['Bearer a b', 'scheme'],
    ['Bearer a, Bearer b', 'scheme'],
    ['Bearer a\n', 'scheme'],
    ['a.b.c', 'scheme'],
  ])('%j', async (header, reason) => {
    const { authenticate, verified } = setUp(ada);
    await expect(authenticate(header)).rejects.toMatchObject({ reason });
    expect(verified).toEqual([]);
  });
});

describe('a caller', () => {
  const permissionsOf = async (identity: Identity, assigned: readonly Role[]) => {
    const { authenticate } = setUp(identity, assigned);
    return [...(await authenticate('Bearer a.b.c')).permissions].sort();
  };

  test('has what the roles give, and names that rules know', async () => {
    const { authenticate } = setUp(ada, ['auditor', 'approver']);
    expect(await authenticate('Bearer a.b.c')).toMatchObject({
      actor: ada.actor,
      roles: ['auditor', 'approver'],
      groups: ['ops'],
      names: [`${id}|ada`, 'group:ops'],
      restrictions: { approves: [{}] },
      tokenId: null,
    });
  });

  test('without roles may ask who they are, and nothing else', async () => {
    expect(await permissionsOf(ada, [])).toEqual(['me:read']);
  });

  test('is limited by scopes, and gains nothing by them', async () => {
    const scopes: Permission[] = ['grants:read', 'rules:write', 'decisions:write'];
    expect(await permissionsOf({ ...ada, scopes }, ['auditor'])).toEqual(['grants:read']);
    expect(await permissionsOf({ ...ada, scopes: [] }, ['administrator'])).toEqual([]);
  });

  test('that is a machine decides nothing, whatever its roles', async () => {
    const machine: Identity = { ...ada, actor: { ...ada.actor, kind: 'machine' }, roles };
    const held = await permissionsOf(machine, roles);
    expect(held).toContain('rules:write');
    for (const permission of ['decisions:write', 'emergency:use', 'emergency:review']) {
      expect(held).not.toContain(permission);
    }
  });

  test('has other roles as soon as the assignments change', async () => {
    const { authenticate, assign } = setUp(ada, ['administrator']);
    const before = await authenticate('Bearer a.b.c');
    expect(await authenticate('Bearer a.b.c')).toBe(before);
    assign(['auditor']);
    expect((await authenticate('Bearer a.b.c')).roles).toEqual(['auditor']);
  });

  test('is refused what takes another permission', async () => {
    const caller = await setUp(ada, ['auditor']).authenticate('Bearer a.b.c');
    expect(() => requirePermission(caller, 'audit:read')).not.toThrow();
    expect(() => requirePermission(caller, 'rules:write')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});
