import { definePasswordCheck } from './password-policy-check.ts';

export const passwordMinLength = definePasswordCheck({
  id: 'password-min-length',
  title: 'Passwords have the minimum length',
  severity: 'medium',
  rationale: 'Length is what makes a password hard to guess, more than any mix of characters.',
  settings: ['passwordMinimumLength'],
  judge: ({ minimumLength }, { passwordMinimumLength }) => ({
    outcome: minimumLength < passwordMinimumLength ? 'fail' : 'pass',
    message: `Passwords need ${minimumLength} characters; the minimum is ${passwordMinimumLength}`,
    evidence: { MinimumPasswordLength: minimumLength },
  }),
});
