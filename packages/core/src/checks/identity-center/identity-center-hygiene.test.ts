import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { identityCenterHygiene } from './identity-center-hygiene.ts';
import { aPermissionSet } from './testing/identity-center.fixture.ts';

test('judges each session, and leaves the rest to a person', () => {
  const permissionSets = [
    aPermissionSet({ name: 'at-limit', sessionSeconds: 4 * 3600 }),
    aPermissionSet({ name: 'over', sessionSeconds: 4 * 3600 + 1 }),
  ];
  const settings = { permissionSetMaxHours: 4 };
  expect(outcomesOf(identityCenterHygiene, { permissionSets }, { settings })).toEqual({
    'ps-at-limit': 'pass',
    'ps-over': 'fail',
    root: 'manual',
  });
});

test.each([
  ['none', { permissionSets: [] }, 'not-applicable'],
  ['a member', { permissionSets: null }, 'not-applicable'],
  ['not read', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomesOf(identityCenterHygiene, parts)).toEqual({ root: outcome });
});
