import { defineCheck } from '../check.ts';
import { judgeExpiry } from '../expiry.ts';

export const certExpiring = defineCheck({
  id: 'cert-expiring',
  title: 'No server certificate in IAM is about to expire',
  severity: 'low',
  subject: 'certificate',
  rationale: 'IAM renews no certificate: somebody has to, before it ends.',
  remedy: 'Upload a new certificate, or move to AWS Certificate Manager, which renews by itself.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
  settings: ['expiryWarningDays'],
  needs: ['serverCertificates'],
  run: ({ serverCertificates }, { now, settings }) =>
    serverCertificates
      .map((certificate) => ({
        ...certificate,
        ...judgeExpiry(certificate.expiresAt, { now, days: settings.expiryWarningDays }),
      }))
      .map(({ name, arn: subject, expiresAt, expired, near, said }) => ({
        outcome: expired ? 'not-applicable' : near ? 'fail' : 'pass',
        subject,
        message: `${name} ${said}.`,
        evidence: { expiresAt },
      })),
});
