import { type Secret, secretOf } from '@rolecall/core';
import { longestPassword, type PasswordRules, passwordFaults } from './password-rules.ts';
import { type RandomBytes, randomBelow } from './random.ts';

/** Without 0 O o, 1 l I, and what breaks tables, addresses and keyboards. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#$%^&*()_+-=[]{}';

/** Characters of a generated password, unless the account asks for more. */
const usualLength = 24;

export interface GeneratePasswordInput {
  readonly rules: PasswordRules;
  /** User name, account id and alias. */
  readonly avoid: readonly string[];
  readonly random: RandomBytes;
}

/**
 * A password that fits the account's rules and has all four classes whatever they say. Each that
 * fits is as likely as any other: one that does not is thrown away whole, never mended. It begins
 * with a letter or a digit, so that no table takes it for a formula.
 */
export function generatePassword({ rules, avoid, random }: GeneratePasswordInput): Secret {
  const length = Math.min(Math.max(usualLength, rules.minimumLength), longestPassword);
  const all: PasswordRules = {
    minimumLength: length,
    requireSymbols: true,
    requireNumbers: true,
    requireUppercase: true,
    requireLowercase: true,
  };
  for (;;) {
    const characters = Array.from(
      { length },
      () => alphabet[randomBelow(alphabet.length, random)] ?? '',
    );
    const password = characters.join('');
    if (/^[A-Za-z0-9]/.test(password) && passwordFaults(password, all, avoid).length === 0) {
      return secretOf(password);
    }
  }
}
