import { defineCheck } from '../check.ts';
import { judgeRegions } from '../regional.ts';

export const identityCenterKms = defineCheck({
  id: 'identity-center-kms',
  title: 'Whose key protects IAM Identity Center is known',
  severity: 'info',
  subject: 'account',
  rationale:
    'With a key of your own nobody signs in anywhere while the key is off or its policy wrong: ' +
    'who guards the key guards every account.',
  remedy: 'Look in "Settings" of IAM Identity Center, "Key management".',
  documentation:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/encryption-at-rest.html',
  needs: ['identityCenterInstances'],
  run: ({ identityCenterInstances }, context) =>
    judgeRegions(identityCenterInstances, context, (instances, region) =>
      instances
        .filter(({ status }) => status === 'ACTIVE')
        .map(({ arn, keyType, ownerAccount }) => {
          const key = region;
          const evidence = { region, keyType: keyType ?? null, ownerAccount };
          if (keyType === undefined) {
            const message = `${arn} does not show its key to this account.`;
            // Another account's instance never does.
            const outcome = ownerAccount === context.account ? 'unknown' : 'not-applicable';
            return { outcome, subject: arn, key, message, evidence };
          }
          const owner = keyType === 'CUSTOMER_MANAGED_KEY' ? 'of the customer' : 'of AWS';
          const message = `${arn} is encrypted with a key ${owner}.`;
          return { outcome: 'pass', subject: arn, key, message, evidence };
        }),
    ),
});
