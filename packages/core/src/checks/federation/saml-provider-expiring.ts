import { defineCheck, type Verdict } from '../check.ts';
import { judgeExpiry } from '../expiry.ts';

export const samlProviderExpiring = defineCheck({
  id: 'saml-provider-expiring',
  title: 'No SAML provider is about to expire',
  severity: 'medium',
  subject: 'provider',
  rationale: 'When the metadata of a SAML provider expires, nobody signs in through it any more.',
  remedy:
    'Get new metadata from the identity provider and upload it (aws iam update-saml-provider).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html',
  settings: ['expiryWarningDays'],
  needs: ['samlProviders'],
  run: ({ samlProviders }, { now, settings }) =>
    samlProviders.map(({ arn: subject, validUntil }): Verdict => {
      const name = subject.slice(subject.lastIndexOf('/') + 1);
      if (validUntil === undefined) {
        return { outcome: 'unknown', subject, message: `AWS names no end of ${name}.` };
      }
      const { expired, near, said } = judgeExpiry(validUntil, {
        now,
        days: settings.expiryWarningDays,
      });
      return {
        outcome: expired || near ? 'fail' : 'pass',
        subject,
        message: `${name} ${said}.`,
        evidence: { validUntil },
        ...(expired && { severity: 'high' as const }),
      };
    }),
});
