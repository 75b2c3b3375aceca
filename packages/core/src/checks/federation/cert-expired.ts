import { defineCheck } from '../check.ts';
import { judgeExpiry } from '../expiry.ts';

export const certExpired = defineCheck({
  id: 'cert-expired',
  title: 'No server certificate in IAM has expired',
  severity: 'high',
  subject: 'certificate',
  rationale: 'Clients refuse an expired certificate; one that lies about is put to use by mistake.',
  remedy:
    'Replace it where it is used, best by one of AWS Certificate Manager, and delete it (aws iam ' +
    'delete-server-certificate).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
  needs: ['serverCertificates'],
  run: ({ serverCertificates }, { now }) =>
    serverCertificates.map(({ name, arn: subject, expiresAt }) => {
      const { expired, said } = judgeExpiry(expiresAt, { now, days: 0 });
      return {
        outcome: expired ? 'fail' : 'pass',
        subject,
        message: `${name} ${said}.`,
        evidence: { expiresAt },
      };
    }),
});
