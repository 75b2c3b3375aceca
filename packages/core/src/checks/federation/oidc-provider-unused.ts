import { defineCheck, type Verdict } from '../check.ts';
import { federatedIssuers } from '../federated-issuers.ts';

export const oidcProviderUnused = defineCheck({
  id: 'oidc-provider-unused',
  title: 'Every OIDC provider is trusted by some role',
  severity: 'low',
  subject: 'provider',
  rationale:
    'A provider that no role trusts does nothing, until a role is made that trusts it and whose ' +
    'author takes it for granted.',
  remedy: 'Delete it (aws iam delete-open-id-connect-provider).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  needs: ['oidcProviders', 'roles'],
  run: ({ oidcProviders, roles }) => {
    const trusted = new Set(
      roles.flatMap(({ trust }) => federatedIssuers(trust).map(({ principal }) => principal)),
    );
    return oidcProviders.map(({ arn: subject, url }): Verdict => {
      return trusted.has(subject)
        ? { outcome: 'pass', subject, message: `A role trusts ${url}.` }
        : { outcome: 'fail', subject, message: `No role trusts ${url}.` };
    });
  },
});
