import { defineCheck } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootCredentialsRemoved = defineCheck({
  id: 'root-credentials-removed',
  title: 'The root user of a member account has no credentials',
  severity: 'medium',
  subject: 'account',
  rationale:
    "Central root access lets the management account do a member's root tasks in short " +
    'sessions; a password or key that is left is one more thing to lose.',
  remedy:
    'From the management or delegated account, delete the root credentials of this account ' +
    '(IAM, "Root access management"), after central root access is on.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html',
  controls: ['ROOT-4'],
  needs: ['organization'],
  uses: rootParts,
  run: ({ organization }, context, used) => {
    const subject = context.accountArn;
    if (organization === null) {
      const message = 'The account is in no organization that could manage its root user.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    if (organization.managementAccountId === context.account) {
      const message = 'The management account keeps its own root credentials.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const { password, accessKeys, signingCertificates, evidence } = rootCredentials(used, context);
    const credentials = [
      { name: 'password', exists: password === 'not-supported' ? false : password },
      { name: 'access key', exists: accessKeys },
      { name: 'signing certificate', exists: signingCertificates },
    ];
    const left = credentials.filter(({ exists }) => exists === true).map(({ name }) => name);
    if (left.length > 0) {
      const message = `The root user of this member account still has: ${left.join(', ')}.`;
      return [{ outcome: 'fail', subject, message, evidence }];
    }
    const open = credentials.filter(({ exists }) => exists === undefined).map(({ name }) => name);
    if (open.length > 0)
      return rootFactMissing(`whether root has: ${open.join(', ')}`, used, context);
    const message = 'The root user of this member account has no credentials.';
    return [{ outcome: 'pass', subject, message, evidence }];
  },
});
