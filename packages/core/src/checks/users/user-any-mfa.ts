import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';

export const userAnyMfa = defineCheck({
  id: 'user-any-mfa',
  title: 'Every user has MFA, with or without a password',
  severity: 'low',
  subject: 'user',
  rationale:
    'Policies can ask for MFA of calls with access keys too, and a user without a device cannot ' +
    'comply; who gets a password later has no second factor on that day.',
  remedy: 'Register an MFA device for the user, or replace the user by a role.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    judgeUserRows(credentialReport, ({ user, mfaActive }) => [
      {
        outcome: mfaActive ? 'pass' : 'fail',
        message: `${user} has ${mfaActive ? 'an' : 'no'} MFA device.`,
        evidence: { mfaActive },
      },
    ]),
});
