import { expect, test } from 'vitest';
import { permissions } from './permissions.ts';
import { everybodysPermissions } from './roles.ts';
import { contractOperations, operationMatrix } from './testing/operation-matrix.fixture.ts';

test('what is public tells nothing of an account', () => {
  const open = contractOperations().filter(({ permission }) => permission === 'public');
  expect(open.map(({ id }) => id).sort()).toEqual([
    'getDocs',
    'getHealth',
    'getMetrics',
    'getOpenapiJson',
    'getOpenapiYaml',
    'getProblem',
    'getReadiness',
  ]);
});

test('every permission opens something', () => {
  const used = new Set(contractOperations().map(({ permission }) => permission));
  expect(permissions.filter((permission) => !used.has(permission))).toEqual([]);
});

test('an operation is for everybody, or has a role that may and one that may not', () => {
  const byOperation = Map.groupBy(operationMatrix(), ({ id }) => id);
  const open = ['public', ...everybodysPermissions];
  for (const [id, entries] of byOperation) {
    const allowed = entries.filter((entry) => entry.allowed).length;
    const isOpen = entries.some(({ permission }) => open.includes(permission));
    expect([id, allowed > 0]).toEqual([id, true]);
    if (entries.some(({ method }) => method !== 'GET') && !isOpen) {
      const isForAll = entries.every(({ permission }) => permission === 'policies:use');
      expect([id, allowed < entries.length || isForAll]).toEqual([id, true]);
    }
  }
});

test('an administrator settles requests and ends delegations, and neither asks nor decides', () => {
  const allowed = operationMatrix()
    .filter((entry) => entry.role === 'administrator' && entry.allowed)
    .map(({ id }) => id);
  expect(allowed).toEqual(
    expect.arrayContaining(['cancelRoleRequest', 'retryProvisioning', 'deleteDelegation']),
  );
  for (const id of ['createRoleRequest', 'decideRoleRequest', 'decidePlan', 'createDelegation'])
    expect(allowed).not.toContain(id);
});

test('security sees all but what is others’ to keep, ends access, and changes nothing else', () => {
  const entries = operationMatrix().filter(
    ({ role, permission }) => role === 'security' && permission !== 'public',
  );
  const changes = entries.filter(({ method, permission }) => {
    return method !== 'GET' && permission !== 'policies:use';
  });
  expect(changes.flatMap(({ id, allowed }) => (allowed ? [id] : [])).sort()).toEqual([
    'reviewEmergency',
    'revokeGrant',
    'revokeLeaver',
  ]);
  const hidden = entries.filter(({ method, allowed }) => method === 'GET' && !allowed);
  expect([...new Set(hidden.map(({ permission }) => permission))].sort()).toEqual([
    'plans:read',
    'tokens:read',
    'webhooks:read',
  ]);
});
