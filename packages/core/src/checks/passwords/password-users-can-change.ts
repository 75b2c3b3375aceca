import { definePasswordCheck } from './password-policy-check.ts';

export const passwordUsersCanChange = definePasswordCheck({
  id: 'password-users-can-change',
  title: 'Users can change their own password',
  severity: 'low',
  rationale:
    'Who cannot change a password keeps one that an administrator knows, or that has leaked.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html',
  judge: ({ allowUsersToChange }) => ({
    outcome: allowUsersToChange ? 'pass' : 'fail',
    message: allowUsersToChange
      ? 'Users can change their own password'
      : 'The password policy does not let users change their own password',
    evidence: { AllowUsersToChangePassword: allowUsersToChange },
  }),
});
