import { defineCheck } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootNoSigningCerts = defineCheck({
  id: 'root-no-signing-certs',
  title: 'The root user has no signing certificates',
  severity: 'medium',
  subject: 'account',
  rationale:
    'A signing certificate authenticates SOAP requests of a time before IAM, with the power of root.',
  remedy: 'Sign in as root, open "Security credentials" and delete the X.509 certificates.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html',
  controls: ['ROOT-2'],
  needs: [],
  uses: rootParts,
  run: (_, context, used) => {
    const { signingCertificates, evidence } = rootCredentials(used, context);
    if (signingCertificates === undefined)
      return rootFactMissing('whether root has signing certificates', used, context);
    return [
      {
        outcome: signingCertificates ? 'fail' : 'pass',
        subject: context.accountArn,
        message: signingCertificates
          ? 'The root user has an X.509 signing certificate.'
          : 'The root user has no signing certificate.',
        evidence,
      },
    ];
  },
});
