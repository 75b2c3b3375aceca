import { defineCheck, type Verdict } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootMfaHardware = defineCheck({
  id: 'root-mfa-hardware',
  title: "The root user's MFA is a hardware device or a passkey",
  severity: 'high',
  subject: 'account',
  rationale:
    'The secret of a virtual device can be copied from the phone or its backup, and its codes ' +
    'can be phished.',
  remedy:
    'Register a FIDO2 security key or passkey for root, keep a second one elsewhere, then remove ' +
    'the virtual device.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-mfa-for-root.html',
  controls: ['ROOT-1'],
  needs: ['virtualMfaDevices'],
  uses: rootParts,
  run: ({ virtualMfaDevices }, context, used) => {
    const { mfa, password, evidence } = rootCredentials(used, context);
    const { accountArn, partition, account } = context;
    const say = (outcome: Verdict['outcome'], message: string, serials: readonly string[] = []) => [
      { outcome, subject: accountArn, message, evidence: { ...evidence, virtualDevices: serials } },
    ];
    if (password === 'not-supported') {
      return say('not-applicable', 'AWS does not report the root password in this partition.');
    }
    if (password === false) return say('not-applicable', 'The root user has no password.');
    if (mfa === undefined) return rootFactMissing('whether root has MFA', used, context);
    if (password === undefined) {
      return rootFactMissing('whether root has a password', used, context);
    }
    // No device at all must not read as "no virtual device".
    if (!mfa) return say('fail', 'The root user has a password and no MFA device of any kind.');
    const serial = `arn:${partition}:iam::${account}:mfa/root-account-mfa-device`;
    const virtual = virtualMfaDevices
      .filter(({ serialNumber, userArn }) =>
        // Whole ARNs: a user may be called rootadmin, and a user's device after root's.
        userArn === undefined ? serialNumber === serial : userArn === accountArn,
      )
      .map(({ serialNumber }) => serialNumber);
    return virtual.length === 0
      ? say('pass', 'The MFA of the root user is not a virtual device.')
      : say(
          'fail',
          'The root user has a virtual MFA device; AWS does not show whether it also has others.',
          virtual.toSorted(),
        );
  },
});
