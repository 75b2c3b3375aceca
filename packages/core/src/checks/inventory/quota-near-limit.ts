import { defineCheck, type Verdict } from '../check.ts';

/** Names of GetAccountSummary; the quota of each is called `{name}Quota`. */
const counted = [
  'Users',
  'Groups',
  'Roles',
  'Policies',
  'InstanceProfiles',
  'ServerCertificates',
  'PolicyVersionsInUse',
] as const;

export const quotaNearLimit = defineCheck({
  id: 'quota-near-limit',
  title: 'No quota of IAM is nearly used up',
  severity: 'info',
  subject: 'account',
  rationale: 'At the limit the next role is refused, in the middle of whatever needed it.',
  remedy:
    'Delete what is not in use, or ask for more in "Service Quotas", "AWS Identity and Access ' +
    'Management (IAM)" (aws service-quotas request-service-quota-increase, us-east-1).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  settings: ['quotaWarnPercent'],
  needs: ['accountSummary'],
  run: ({ accountSummary }, { accountArn: subject, settings: { quotaWarnPercent } }) => {
    const verdicts = counted.flatMap((name): readonly Verdict[] => {
      const count = accountSummary[name];
      const quota = accountSummary[`${name}Quota`];
      if (count === undefined || quota === undefined || quota === 0) return [];
      const near = count * 100 >= quota * quotaWarnPercent;
      const message = `${name}: ${count} of ${quota}.`;
      const evidence = { count, quota, limitPercent: quotaWarnPercent };
      return [{ outcome: near ? 'fail' : 'pass', subject, key: name, message, evidence }];
    });
    if (verdicts.length > 0) return verdicts;
    const message = 'GetAccountSummary tells no quota.';
    const remedy = 'Take the snapshot again.';
    return [{ outcome: 'unknown', subject, message, remedy }];
  },
});
