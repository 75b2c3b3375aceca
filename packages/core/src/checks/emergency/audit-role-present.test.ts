import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, attach } from '../testing/snapshot.fixture.ts';
import { auditRolePresent } from './audit-role-present.ts';

const audit = anAwsPolicy({ name: 'SecurityAudit' });
const copied = aPolicy({ name: 'SecurityAudit' });

test.each([
  ['SecurityAudit', audit, 'pass'],
  ['a policy of that name', copied, 'fail'],
])('%s', (_, policy, outcome) => {
  const roles = [aRole({ name: 'other' }), aRole({ name: 'a', attachedPolicies: attach(policy) })];
  expect(outcomeOf(auditRolePresent, { roles })).toBe(outcome);
});
