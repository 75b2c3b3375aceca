import type { Instructions, InstructionTable } from './instructions.ts';

const setting: Instructions = {
  console: ['Open IAM, "Account settings", "Password policy", "Edit".'],
  commands: [
    'aws iam get-account-password-policy',
    'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password --password-reuse-prevention 24',
  ],
};

/** The second command replaces the whole policy: what it does not name falls back to AWS's default. */
export const passwordInstructions: InstructionTable = {
  'password-policy-exists': setting,
  'password-min-length': setting,
  'password-reuse': setting,
  'password-uppercase': setting,
  'password-lowercase': setting,
  'password-symbol': setting,
  'password-number': setting,
  'password-max-age': setting,
  'password-users-can-change': setting,
  'password-hard-expiry': setting,
};
