import { defineCheck, type Verdict } from '../check.ts';

export const oidcProviderAudience = defineCheck({
  id: 'oidc-provider-audience',
  title: 'Every OIDC provider names the audiences it takes tokens for',
  severity: 'low',
  subject: 'provider',
  rationale:
    'AWS refuses tokens that were made for somebody else by the audiences (client ids) that the ' +
    'provider lists.',
  remedy:
    'Add the audience of your tokens, for GitHub Actions sts.amazonaws.com (aws iam ' +
    'add-client-id-to-open-id-connect-provider), and take out the others.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  needs: ['oidcProviders'],
  run: ({ oidcProviders }) =>
    oidcProviders.map(({ arn: subject, url, clientIds }): Verdict => {
      const evidence = { clientIds: [...clientIds] };
      if (clientIds.length === 0) {
        const message = `${url} names no audience.`;
        return { outcome: 'fail', subject, message, evidence };
      }
      const broad = clientIds.filter((id) => id.trim() === '' || /[*?]/.test(id));
      if (broad.length > 0) {
        const message = `${url} takes tokens for ${broad.join(', ')}, which says nothing of AWS.`;
        return { outcome: 'fail', subject, message, evidence };
      }
      return { outcome: 'pass', subject, message: `${url} names its audiences.`, evidence };
    }),
});
