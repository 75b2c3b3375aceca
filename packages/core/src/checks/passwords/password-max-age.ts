import { inDays } from '../dates.ts';
import { definePasswordCheck } from './password-policy-check.ts';

export const passwordMaxAge = definePasswordCheck({
  id: 'password-max-age',
  title: 'Passwords expire',
  severity: 'info',
  optIn: true,
  rationale:
    'Some standards still ask for it. NIST SP 800-63B advises against it: people then choose ' +
    'weaker passwords that differ by a digit.',
  settings: ['passwordMaxAgeDays'],
  judge: ({ maxAge }, { passwordMaxAgeDays }) => ({
    outcome: maxAge === undefined || maxAge > passwordMaxAgeDays ? 'fail' : 'pass',
    message:
      maxAge === undefined
        ? `Passwords never expire; the limit is ${inDays(passwordMaxAgeDays)}`
        : `Passwords expire after ${inDays(maxAge)}; the limit is ${inDays(passwordMaxAgeDays)}`,
    evidence: { MaxPasswordAge: maxAge ?? null },
  }),
});
