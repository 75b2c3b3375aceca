import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { orgManagementAccountClean } from './org-management-account-clean.ts';

const organization = { id: 'o-1', managementAccountId: account, featureSet: 'ALL' };
const trusting = (Service: string) => ({
  Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }] as const,
});

test('lists what programs use, and neither the emergency user nor roles of AWS', () => {
  const parts = {
    organization,
    users: [aUser({ name: 'robot' }), aUser({ name: 'EmergencyAccess' })],
    roles: [
      aRole({ name: 'web', instanceProfiles: ['web-profile'] }),
      aRole({ name: 'job', trust: trusting('lambda.amazonaws.com') }),
      aRole({ name: 'audit', trust: trusting('config.amazonaws.com') }),
      aRole({
        name: 'AWSServiceRoleForEC2Spot',
        path: '/aws-service-role/spot.amazonaws.com/',
        trust: trusting('ec2.amazonaws.com'),
      }),
    ],
  };
  const settings = { emergencyPrincipals: ['user/EmergencyAccess'] };
  expect(findingsOf(orgManagementAccountClean, parts, { settings })).toMatchObject([
    {
      outcome: 'manual',
      evidence: {
        users: ['robot'],
        instanceProfiles: ['web-profile'],
        workloadRoles: ['job', 'web'],
      },
    },
  ]);
});

test.each([
  ['nothing to see', organization, 'manual'],
  ['a member', { ...organization, managementAccountId: '999999999999' }, 'not-applicable'],
  ['no organization', null, 'not-applicable'],
])('%s', (_, value, outcome) => {
  const parts = { organization: value, users: [], roles: [] };
  expect(outcomeOf(orgManagementAccountClean, parts)).toBe(outcome);
});
