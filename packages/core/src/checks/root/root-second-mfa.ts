import { defineCheck } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootSecondMfa = defineCheck({
  id: 'root-second-mfa',
  title: 'The root user has a second MFA device',
  severity: 'low',
  subject: 'account',
  rationale:
    'A lost device locks the one sign-in that no other can repair; AWS then asks for papers and ' +
    'takes days.',
  remedy:
    'Sign in as root, open "Security credentials" and count the MFA devices; assign a second one ' +
    '(up to eight) and keep it in another place.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  controls: ['ROOT-1'],
  needs: [],
  uses: rootParts,
  run: (_, context, used) => {
    const { mfa, password, evidence } = rootCredentials(used, context);
    const subject = context.accountArn;
    if (password === 'not-supported') {
      const message = 'The root user has no console sign-in in this partition.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    if (password === false) {
      const message = 'The root user has no password that MFA could protect.';
      return [{ outcome: 'not-applicable', subject, message, evidence }];
    }
    if (password === undefined && mfa === undefined) {
      return rootFactMissing('whether root has MFA', used, context);
    }
    const message =
      mfa === false
        ? 'The root user has no MFA device: register two.'
        : 'AWS does not show how many MFA devices the root user has.';
    return [{ outcome: mfa === false ? 'fail' : 'manual', subject, message, evidence }];
  },
});
