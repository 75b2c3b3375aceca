import { refuse } from '../aws-error.ts';
import type { Account } from './account.ts';

const symbols = /[!@#$%^&*()_+\-=[\]{}|']/;

/** Checks a new password against the account's policy, or against AWS's own without one. */
export function checkPassword(
  { passwordPolicy, alias, id }: Account,
  { user, password }: { readonly user: string; readonly password: string },
): void {
  const classes = {
    uppercase: /[A-Z]/.test(password),
    lowercase: /[a-z]/.test(password),
    numbers: /[0-9]/.test(password),
    symbols: symbols.test(password),
  };
  const tooShort = (length: number): string => `Password should have a minimum length of ${length}`;
  if (passwordPolicy === undefined) {
    const kinds = Object.values(classes).filter(Boolean).length;
    if (password.length < 8) violation(tooShort(8));
    if (kinds < 3) {
      violation(
        'Password should contain at least three of: uppercase letters, lowercase letters, numbers, symbols',
      );
    }
    if ([user, alias, id].includes(password)) {
      violation('Password should not be the same as the account name or user name');
    }
    return;
  }
  if (password.length < passwordPolicy.minimumLength)
    violation(tooShort(passwordPolicy.minimumLength));
  if (passwordPolicy.uppercase && !classes.uppercase) {
    violation('Password should have at least one uppercase letter');
  }
  if (passwordPolicy.lowercase && !classes.lowercase) {
    violation('Password should have at least one lowercase letter');
  }
  if (passwordPolicy.numbers && !classes.numbers) {
    violation('Password should have at least one number');
  }
  if (passwordPolicy.symbols && !classes.symbols) {
    violation('Password should have at least one symbol');
  }
}

function violation(message: string): never {
  refuse('PasswordPolicyViolation', message);
}
