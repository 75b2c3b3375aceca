import { expect, test } from 'vitest';
import { findingsOf } from '../testing/outcomes.fixture.ts';
import { aRole, daysAgo } from '../testing/snapshot.fixture.ts';
import { roleSlrInventory } from './role-slr-inventory.ts';

test('lists service-linked roles and those unused', () => {
  const path = '/aws-service-role/ssm-incidents.amazonaws.com/';
  const roles = [
    aRole({ name: 'AWSServiceRoleforIncidentManager', path, createdAt: daysAgo(400) }),
    aRole({ name: 'own' }),
  ];
  expect(findingsOf(roleSlrInventory, { roles })).toMatchObject([
    {
      outcome: 'pass',
      evidence: {
        roles: [{ service: 'ssm-incidents.amazonaws.com', lastUsedAt: null }],
        unused: ['AWSServiceRoleforIncidentManager'],
      },
    },
  ]);
});
