import { inDays } from '../dates.ts';
import { definePasswordCheck } from './password-policy-check.ts';

export const passwordHardExpiry = definePasswordCheck({
  id: 'password-hard-expiry',
  title: 'An expired password locks nobody out',
  severity: 'info',
  rationale:
    'With hard expiry a user whose password has expired cannot set a new one: every user away ' +
    'for long enough, the emergency user too, needs an administrator to get in.',
  remedy: 'Turn off "Password expiration requires administrator reset" in "Account settings".',
  judge: ({ hardExpiry, maxAge }) => ({
    outcome: hardExpiry && maxAge !== undefined ? 'fail' : 'pass',
    message:
      hardExpiry && maxAge !== undefined
        ? `After ${inDays(maxAge)} a password expires and only an administrator can reset it`
        : 'Users can replace a password that has expired',
    evidence: { HardExpiry: hardExpiry, MaxPasswordAge: maxAge ?? null },
  }),
});
