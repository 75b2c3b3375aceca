import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { memberRootCredentials } from './member-root-credentials.ts';

const none = {
  AccountPasswordPresent: 0,
  AccountAccessKeysPresent: 0,
  AccountSigningCertificatesPresent: 0,
};
const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'sts:AssumeRoot' });

test('says something of each member', () => {
  const memberRootSummaries = {
    '444444444444': denied,
    '222222222222': known({ ...none, AccountAccessKeysPresent: 1 }),
    '111111111111': known({ ...none, AccountMFAEnabled: 1 }),
    '333333333333': known({ AccountPasswordPresent: 0 }),
  };
  const findings = findingsOf(memberRootCredentials, { memberRootSummaries });
  expect(findings.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ['arn:aws:iam::111111111111:root', 'pass'],
    ['arn:aws:iam::222222222222:root', 'fail'],
    ['arn:aws:iam::333333333333:root', 'unknown'],
    ['arn:aws:iam::444444444444:root', 'unknown'],
  ]);
  expect(findings[3]).toMatchObject({ evidence: { missingPermissions: ['sts:AssumeRoot'] } });
});

test.each([
  ['asked from a member', { memberRootSummaries: null }, 'not-applicable'],
  ['no members', { memberRootSummaries: {} }, 'not-applicable'],
  [
    'not managed centrally',
    { memberRootSummaries: { '444444444444': denied }, organizationsFeatures: [] },
    'not-applicable',
  ],
  [
    'managed centrally, and denied',
    {
      memberRootSummaries: { '444444444444': denied },
      organizationsFeatures: ['RootCredentialsManagement'],
    },
    'unknown',
  ],
  ['not asked for', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(memberRootCredentials, parts)).toBe(outcome);
});
