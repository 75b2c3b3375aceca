import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';

export const userSigningCerts = defineCheck({
  id: 'user-signing-certs',
  title: 'No user has an active signing certificate',
  severity: 'low',
  subject: 'user',
  rationale:
    'X.509 certificates sign SOAP requests, which almost no AWS service takes any more: a ' +
    'credential that is left over and never rotated.',
  remedy: 'Make the certificate inactive, then delete it (iam:DeleteSigningCertificate).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html',
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    judgeUserRows(credentialReport, ({ user, signingCertificates }) => {
      const active = signingCertificates.filter((certificate) => certificate.active);
      return [
        {
          outcome: active.length > 0 ? 'fail' : 'pass',
          message:
            active.length > 0
              ? `${user} has ${active.length} active signing certificate(s).`
              : `${user} has no active signing certificate.`,
          evidence: { lastRotatedAt: active.map(({ lastRotatedAt }) => lastRotatedAt ?? null) },
        },
      ];
    }),
});
