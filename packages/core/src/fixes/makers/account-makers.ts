import type { PasswordPolicy } from '../../model/snapshot.ts';
import type { FixContext } from '../fix.ts';
import { passwordPolicyState } from '../fix-states.ts';
import type { FixMaker, FixMakers } from './maker.ts';

/** Settings of the account as a whole. */
export const accountMakers: FixMakers = {
  'password-policy-exists': passwords(() => ({})),
  'password-min-length': passwords(({ settings }) => ({
    minimumLength: settings.passwordMinimumLength,
  })),
  'password-reuse': passwords(({ settings }) => ({
    reusePrevention: settings.passwordReusePrevention,
  })),
  'password-uppercase': passwords(() => ({ requireUppercase: true })),
  'password-lowercase': passwords(() => ({ requireLowercase: true })),
  'password-symbol': passwords(() => ({ requireSymbols: true })),
  'password-number': passwords(() => ({ requireNumbers: true })),
  'password-users-can-change': passwords(() => ({ allowUsersToChange: true })),
  'password-hard-expiry': passwords(() => ({ hardExpiry: false })),
  'password-max-age': passwords(
    ({ settings }) => ({ maxAge: settings.passwordMaxAgeDays }),
    [
      'Passwords older than the limit expire at once: their owners choose a new one when they next sign in.',
      'A user of the console who may not change their password is locked out when it expires.',
    ],
  ),
  'sts-token-version': ({ subject, evidence, outcome }) =>
    outcome === 'fail'
      ? {
          kind: 'change',
          writes: [
            {
              subject,
              target: { kind: 'token-version' },
              before: evidence['GlobalEndpointTokenVersion'] ?? null,
              after: 2,
            },
          ],
          cautions: [
            'Session tokens of the global endpoint get longer: see that nothing keeps them in too small a field.',
          ],
        }
      : undefined,
};

/** All of them change one policy, so that the plan makes one call of several findings. */
function passwords(
  patch: (context: FixContext) => Partial<PasswordPolicy>,
  cautions: readonly string[] = [],
): FixMaker {
  return ({ subject, outcome }, context) => {
    const { passwordPolicy } = context.snapshot.parts;
    if (passwordPolicy.status === 'unknown' || outcome !== 'fail') return undefined;
    const live = passwordPolicy.value;
    const wanted = { ...(live ?? strongPolicy(context)), ...patch(context) };
    return {
      kind: 'change',
      writes: [
        {
          subject,
          target: { kind: 'password-policy' },
          before: passwordPolicyState(live),
          after: passwordPolicyState(wanted),
        },
      ],
      cautions: [
        'New passwords follow the policy; a manifest with passwordPolicy has to say the same.',
        ...cautions,
      ],
    };
  };
}

/** In the place of AWS's default, of which nothing is left once an account has its own. */
function strongPolicy({ settings }: FixContext): PasswordPolicy {
  return {
    minimumLength: settings.passwordMinimumLength,
    requireSymbols: true,
    requireNumbers: true,
    requireUppercase: true,
    requireLowercase: true,
    allowUsersToChange: true,
    reusePrevention: settings.passwordReusePrevention,
    hardExpiry: false,
  };
}
