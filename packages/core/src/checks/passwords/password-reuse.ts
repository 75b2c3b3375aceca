import { definePasswordCheck } from './password-policy-check.ts';

export const passwordReuse = definePasswordCheck({
  id: 'password-reuse',
  title: 'Users cannot choose a password that they had before',
  severity: 'low',
  rationale: 'A password that leaked once is tried again, on every account of the person.',
  settings: ['passwordReusePrevention'],
  judge: ({ reusePrevention = 0 }, { passwordReusePrevention }) => ({
    outcome: reusePrevention < passwordReusePrevention ? 'fail' : 'pass',
    message:
      `${reusePrevention} earlier passwords are remembered; ` +
      `it should be ${passwordReusePrevention}`,
    evidence: { PasswordReusePrevention: reusePrevention },
  }),
});
