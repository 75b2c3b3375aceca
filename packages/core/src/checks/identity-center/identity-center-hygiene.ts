import { defineCheck, type Verdict } from '../check.ts';

export const identityCenterHygiene = defineCheck({
  id: 'identity-center-hygiene',
  title: 'Sessions of IAM Identity Center end in time, and its sign-in is looked after',
  severity: 'low',
  subject: 'account',
  rationale:
    'A session that is long over stays open on a laptop that was lost; a certificate of the ' +
    'identity provider that ends unnoticed locks everybody out.',
  remedy:
    'Shorten the session of the permission set (aws sso-admin update-permission-set ' +
    '--session-duration PT4H) and provision it again.',
  documentation:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html',
  settings: ['permissionSetMaxHours'],
  needs: ['permissionSets'],
  run: ({ permissionSets }, { accountArn, settings: { permissionSetMaxHours } }) => {
    if (permissionSets === null) {
      const message = 'Only the account that administers IAM Identity Center sees it.';
      return [{ outcome: 'not-applicable', subject: accountArn, message }];
    }
    if (permissionSets.length === 0) return [];
    return [
      ...permissionSets.map(({ arn, name, sessionSeconds }): Verdict => {
        const hours = sessionSeconds / 3600;
        const message = `Sessions of ${name} last ${hours} ${hours === 1 ? 'hour' : 'hours'}; the limit is ${permissionSetMaxHours}.`;
        const evidence = { sessionSeconds };
        const outcome = hours > permissionSetMaxHours ? 'fail' : 'pass';
        return { outcome, subject: arn, message, evidence };
      }),
      {
        outcome: 'manual',
        subject: accountArn,
        message:
          'AWS does not show whether Identity Center asks for MFA, nor when its provisioning ' +
          'token and the certificate of the identity provider end.',
        remedy:
          'Look at "Settings" of IAM Identity Center: "Authentication" for MFA at every sign-in, ' +
          '"Identity source" for the dates.',
      },
    ];
  },
});
