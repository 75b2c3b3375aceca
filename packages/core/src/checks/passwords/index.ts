import type { CheckGroup } from '../check-group.ts';
import { passwordHardExpiry } from './password-hard-expiry.ts';
import { passwordLowercase } from './password-lowercase.ts';
import { passwordMaxAge } from './password-max-age.ts';
import { passwordMinLength } from './password-min-length.ts';
import { passwordNumber } from './password-number.ts';
import { passwordPolicyExists } from './password-policy-exists.ts';
import { passwordReuse } from './password-reuse.ts';
import { passwordSymbol } from './password-symbol.ts';
import { passwordUppercase } from './password-uppercase.ts';
import { passwordUsersCanChange } from './password-users-can-change.ts';

export const passwordChecks: CheckGroup = {
  title: 'Password policy',
  checks: [
    passwordPolicyExists,
    passwordMinLength,
    passwordReuse,
    passwordUppercase,
    passwordLowercase,
    passwordSymbol,
    passwordNumber,
    passwordMaxAge,
    passwordUsersCanChange,
    passwordHardExpiry,
  ],
};
