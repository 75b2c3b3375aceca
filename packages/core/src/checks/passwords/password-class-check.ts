import type { PasswordPolicy } from '../../model/snapshot.ts';
import type { Check } from '../check.ts';
import { definePasswordCheck } from './password-policy-check.ts';

export interface CharacterClass {
  readonly id: string;
  /** For messages, e.g. `an uppercase letter`. */
  readonly label: string;
  /** As GetAccountPasswordPolicy names it. */
  readonly field: string;
  readonly isRequired: (policy: PasswordPolicy) => boolean;
}

/** Defines the check that passwords must hold a character of one class. */
export function definePasswordClassCheck({ id, label, field, isRequired }: CharacterClass): Check {
  return definePasswordCheck({
    id,
    title: `Passwords must contain ${label}`,
    severity: 'low',
    rationale:
      'Security Hub asks for it; length protects better, and CIS no longer has the control.',
    judge: (policy) => ({
      outcome: isRequired(policy) ? 'pass' : 'fail',
      message: `Passwords need ${isRequired(policy) ? '' : 'not '}contain ${label}`,
      evidence: { [field]: isRequired(policy) },
    }),
  });
}
