import { defineCheck } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootMfaEnabled = defineCheck({
  id: 'root-mfa-enabled',
  title: 'The root user signs in with MFA',
  severity: 'critical',
  subject: 'account',
  rationale:
    'No policy of the account binds the root user: whoever has its password alone can read, ' +
    'change and close everything.',
  remedy:
    'Sign in as root, open "Security credentials" and assign an MFA device; register a second ' +
    'one (up to eight) for the day the first is lost.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  controls: ['ROOT-1'],
  needs: [],
  uses: rootParts,
  run: (_, context, used) => {
    const { mfa, password, accessKeys, evidence } = rootCredentials(used, context);
    const subject = context.accountArn;
    if (password === 'not-supported') {
      const message = 'AWS does not report the root password in this partition.';
      return [{ outcome: 'not-applicable', subject, message, evidence }];
    }
    if (mfa === undefined) return rootFactMissing('whether root has MFA', used, context);
    if (mfa) return [{ outcome: 'pass', subject, message: 'The root user has MFA.', evidence }];
    if (password === true || accessKeys === true) {
      const message = 'The root user has credentials and no MFA device.';
      return [{ outcome: 'fail', subject, message, evidence }];
    }
    // Centrally managed member accounts have nothing left that a second factor could protect.
    if (password === false && accessKeys === false) {
      const message = 'The root user has no credentials that MFA could protect.';
      return [{ outcome: 'pass', subject, message, evidence }];
    }
    return rootFactMissing('whether root, which has no MFA, has a password', used, context);
  },
});
