import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  account,
  administratorAccess,
  aGroup,
  aRole,
  arnOf,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { emergencyAccessPresent } from './emergency-access-present.ts';

const trust = {
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'sts:AssumeRole',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
} as const;
const admin = { attachedPolicies: attach(administratorAccess) };
const parts = {
  users: [aUser({ name: 'alice' }), aUser({ name: 'BreakGlass1' })],
  groups: [aGroup({ name: 'EmergencyAccessGroup' })],
  roles: [
    aRole({ name: 'admin-with-mfa', trust, ...admin }),
    aRole({ name: 'reader-with-mfa', trust }),
    aRole({ name: 'admin', ...admin }),
    aRole({ name: 'emergency', path: '/aws-reserved/sso.amazonaws.com/', ...admin }),
  ],
  policies: [administratorAccess],
};

test.each([
  [['user/alice'], 'pass'],
  [['user/alice', 'role/admin'], 'pass'],
  [['user/alice', 'role/gone'], 'warn'],
  [['user/gone'], 'fail'],
  [['group/EmergencyAccessGroup'], 'fail'],
  [['role/alice'], 'fail'],
])('%j', (emergencyPrincipals, outcome) => {
  const situation = { settings: { emergencyPrincipals } };
  expect(outcomeOf(emergencyAccessPresent, parts, situation)).toBe(outcome);
});

test('suggests who it may be, where the settings do not say', () => {
  expect(findingsOf(emergencyAccessPresent, parts)).toMatchObject([
    {
      outcome: 'manual',
      evidence: {
        candidates: [
          arnOf('group', 'EmergencyAccessGroup'),
          arnOf('role', 'admin-with-mfa'),
          arnOf('user', 'BreakGlass1'),
        ],
      },
    },
  ]);
});
