import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { orgDelegatedAdminsTrusted } from './org-delegated-admins-trusted.ts';

const admins = [
  { account: '444444444444', services: ['sso.amazonaws.com', 'guardduty.amazonaws.com'] },
  { account: '555555555555', services: ['iam.amazonaws.com'] },
];

test.each([
  ['one of two is trusted', ['444444444444'], ['pass', 'fail']],
  ['both are', ['555555555555', '444444444444'], ['pass', 'pass']],
  ['nobody said whom to trust', [], ['manual', 'manual']],
])('%s', (_, trusted, outcomes) => {
  const settings = { delegatedAdministrators: trusted };
  const findings = findingsOf(
    orgDelegatedAdminsTrusted,
    { delegatedAdministrators: admins },
    { settings },
  );
  expect(findings.map(({ outcome }) => outcome)).toEqual(outcomes);
  expect(findings[0]).toMatchObject({
    subject: 'arn:aws:iam::444444444444:root',
    evidence: { services: ['guardduty.amazonaws.com', 'sso.amazonaws.com'] },
  });
});

test.each([
  ['none', { delegatedAdministrators: [] }, 'warn'],
  ['asked from a member', { delegatedAdministrators: null }, 'not-applicable'],
  ['not read', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(orgDelegatedAdminsTrusted, parts)).toBe(outcome);
});
