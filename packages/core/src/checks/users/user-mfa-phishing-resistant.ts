import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';
import { mfaDeviceKind } from './mfa-device-kind.ts';

export const userMfaPhishingResistant = defineCheck({
  id: 'user-mfa-phishing-resistant',
  title: 'Every user with a console password has a security key or passkey',
  severity: 'medium',
  subject: 'user',
  optIn: true,
  rationale:
    'A code from an app or a text message can be typed into a copy of the sign-in page; a FIDO ' +
    'device signs for the true page only.',
  remedy: 'Have the user register a FIDO2 security key or passkey, then remove the weaker device.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html',
  needs: ['credentialReport', 'mfaDevices'],
  run: ({ credentialReport, mfaDevices }) =>
    judgeUserRows(credentialReport, ({ user, password, mfaActive }) => {
      if (password !== 'enabled') return [];
      const kinds = mfaDevices
        .filter(({ userName }) => userName === user)
        .map(({ serialNumber }) => mfaDeviceKind(serialNumber))
        .toSorted();
      const evidence = { mfaActive, kinds };
      if (!mfaActive && kinds.length === 0) {
        return [{ outcome: 'fail', message: `${user} has no MFA device.`, evidence }];
      }
      if (kinds.length === 0) {
        const message = `${user} has MFA, but its devices were not read.`;
        return [{ outcome: 'unknown', message, evidence }];
      }
      if (kinds.includes('fido')) {
        return [{ outcome: 'pass', message: `${user} has a FIDO device.`, evidence }];
      }
      if (kinds.includes('hardware-code')) {
        // Its secret cannot be copied, unlike an app's, but its codes can be phished.
        const message = `${user} has a hardware token, whose codes can be phished.`;
        return [{ outcome: 'warn', message, evidence }];
      }
      const message = `${user} has no MFA device but apps and text messages.`;
      return [{ outcome: 'fail', message, evidence }];
    }),
});
