import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { monitorNoMfaSignin } from './monitor-no-mfa-signin.ts';

test.each<readonly [string, Watched, string]>([
  ['nothing', {}, 'fail'],
  [
    'sign-in with MFA',
    { filters: ['{ $.eventName = "ConsoleLogin" && $.additionalEventData.MFAUsed = "Yes" }'] },
    'fail',
  ],
  ['sign-in', { rules: [{ 'detail-type': ['AWS Console Sign In via CloudTrail'] }] }, 'pass'],
  ['sign-in of root', { rules: [{ detail: { userIdentity: { type: ['Root'] } } }] }, 'fail'],
])('%s', (_, watched, outcome) => {
  expect(outcomeOf(monitorNoMfaSignin, watching(watched))).toBe(outcome);
});

test('the pattern in its remedy is enough', () => {
  const pattern =
    /metric filter (\{.*\}) on the log group/.exec(monitorNoMfaSignin.remedy)?.[1] ?? '';
  expect(outcomeOf(monitorNoMfaSignin, watching({ filters: [pattern] }))).toBe('pass');
});
