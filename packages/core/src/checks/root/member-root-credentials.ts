import { defineCheck, type Verdict } from '../check.ts';
import { rootArnOf } from '../root-arn.ts';

const credentials = [
  ['password', 'AccountPasswordPresent'],
  ['access key', 'AccountAccessKeysPresent'],
  ['signing certificate', 'AccountSigningCertificatesPresent'],
] as const;

export const memberRootCredentials = defineCheck({
  id: 'member-root-credentials',
  title: 'No root user of a member account has credentials',
  severity: 'medium',
  subject: 'account',
  optIn: true,
  rationale:
    'With central root access no member needs them; what is left in a forgotten account is a way ' +
    'in that nobody watches.',
  remedy:
    'In the management account open IAM, "Root access management", choose the account and delete ' +
    'its root credentials (aws sts assume-root with the task policy ' +
    'IAMDeleteRootUserCredentials).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html',
  controls: ['ROOT-4'],
  needs: ['memberRootSummaries'],
  uses: ['organizationsFeatures'],
  run: ({ memberRootSummaries }, { accountArn, partition }, { organizationsFeatures }) => {
    if (memberRootSummaries === null) {
      const message = 'Only the management account or a delegated administrator sees members.';
      return [{ outcome: 'not-applicable', subject: accountArn, message }];
    }
    const members = Object.entries(memberRootSummaries).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const features = organizationsFeatures.status === 'known' ? organizationsFeatures.value : null;
    const off = features !== null && !features.includes('RootCredentialsManagement');
    if (off && members.every(([, { status }]) => status === 'unknown')) {
      const message = 'The root credentials of members are not managed centrally.';
      return [{ outcome: 'not-applicable', subject: accountArn, message }];
    }
    return members.map(([account, part]): Verdict => {
      const subject = rootArnOf({ partition, account });
      if (part.status === 'unknown') {
        const { message, permission } = part.reason;
        return {
          outcome: 'unknown',
          subject,
          message: `Root of ${account} could not be read: ${message}`,
          evidence: { missingPermissions: permission === undefined ? [] : [permission] },
          remedy:
            permission === undefined
              ? 'Take the snapshot again.'
              : `Allow ${permission} to the credentials that run the check.`,
        };
      }
      const { value } = part;
      const left = credentials.filter(([, name]) => (value[name] ?? 0) > 0).map(([label]) => label);
      const evidence = Object.fromEntries(
        credentials.map(([, name]) => [name, value[name] ?? null]),
      );
      if (left.length > 0) {
        const message = `Root of ${account} still has: ${left.join(', ')}.`;
        return { outcome: 'fail', subject, message, evidence };
      }
      const open = credentials.filter(([, name]) => value[name] === undefined);
      if (open.length > 0) {
        const message = `AWS does not say whether root of ${account} has: ${open.map(([label]) => label).join(', ')}.`;
        return { outcome: 'unknown', subject, message, evidence };
      }
      const message = `Root of ${account} has no credentials.`;
      return { outcome: 'pass', subject, message, evidence };
    });
  },
});
