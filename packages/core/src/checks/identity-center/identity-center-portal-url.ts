import { defineCheck } from '../check.ts';
import { judgeRegions } from '../regional.ts';

export const identityCenterPortalUrl = defineCheck({
  id: 'identity-center-portal-url',
  title: 'The address of the access portal is known',
  severity: 'info',
  subject: 'account',
  rationale: 'People who do not know where to sign in ask for users of IAM instead.',
  remedy: 'Look in "Settings" of IAM Identity Center, "Identity source", and tell your people.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/using-the-portal.html',
  controls: ['IDC-4'],
  needs: ['identityCenterInstances'],
  run: ({ identityCenterInstances }, context) => {
    const verdicts = judgeRegions(identityCenterInstances, context, (instances, region) =>
      instances
        .filter(({ status }) => status === 'ACTIVE')
        .map(({ arn, identityStoreId }) => {
          // Other partitions have portals of other forms.
          if (context.partition !== 'aws') {
            const message = `The portal of ${arn} shows in its settings only.`;
            return { outcome: 'manual', subject: arn, key: region, message };
          }
          const url = `https://${identityStoreId}.awsapps.com/start`;
          const message = `People sign in at ${url}, or at the name that was given to it.`;
          return { outcome: 'pass', subject: arn, key: region, message, evidence: { region, url } };
        }),
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No region shows IAM Identity Center, so there is no portal yet.';
    return [{ outcome: 'not-applicable', subject: context.accountArn, message }];
  },
});
