import type { CheckContext, Verdict } from '../check.ts';

/** What is said where the settings name nobody; `emergency-access-present` asks for it. */
export function noneNamed({ accountArn }: CheckContext): Verdict {
  return {
    outcome: 'not-applicable',
    subject: accountArn,
    message: 'The setting emergencyPrincipals names nobody.',
  };
}
