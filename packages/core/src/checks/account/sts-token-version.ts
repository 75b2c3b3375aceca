import { defineCheck } from '../check.ts';

export const stsTokenVersion = defineCheck({
  id: 'sts-token-version',
  title: 'Session tokens of the global endpoint are valid in every region',
  severity: 'low',
  subject: 'account',
  rationale:
    'A token of version 1 is refused in regions that an account has to enable first: programs ' +
    'fail there on the day they are needed.',
  remedy:
    'In IAM, "Account settings", let the global endpoint issue tokens for all regions (aws iam ' +
    'set-security-token-service-preferences --global-endpoint-token-version v2Token). Version 2 ' +
    'tokens are longer: see that nothing stores them in too small a field.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
  needs: ['accountSummary'],
  run: ({ accountSummary }, { accountArn: subject, partition }) => {
    if (partition !== 'aws') {
      const message = 'Only the partition aws has a global endpoint of AWS STS.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const version = accountSummary.GlobalEndpointTokenVersion;
    const evidence = { GlobalEndpointTokenVersion: version ?? null };
    if (version === undefined) {
      const message = 'GetAccountSummary does not tell the version of the tokens.';
      const remedy = 'Look in IAM, "Account settings", "Security Token Service (STS)".';
      return [{ outcome: 'unknown', subject, message, evidence, remedy }];
    }
    const message = `The global endpoint issues tokens of version ${version}.`;
    return [{ outcome: version < 2 ? 'fail' : 'pass', subject, message, evidence }];
  },
});
