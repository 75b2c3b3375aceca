import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy, aReport, aRow } from '../testing/snapshot.fixture.ts';
import { passwordPolicyExists } from './password-policy-exists.ts';

const withPassword = aReport(aRow({ user: 'alice', password: 'enabled' }));

test.each([
  ['a policy', { passwordPolicy: aPasswordPolicy(), credentialReport: withPassword }, 'pass'],
  ['no policy', { passwordPolicy: null, credentialReport: withPassword }, 'fail'],
  ['no policy, report not read', { passwordPolicy: null }, 'fail'],
  ['no passwords', { passwordPolicy: null, credentialReport: aReport() }, 'not-applicable'],
  ['policy not read', { credentialReport: withPassword }, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(passwordPolicyExists, parts)).toBe(outcome);
});
