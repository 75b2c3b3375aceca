import { defineCheck } from '../check.ts';

export const outboundFederation = defineCheck({
  id: 'outbound-federation',
  title: 'Whether principals of the account can sign in elsewhere is known',
  severity: 'info',
  subject: 'account',
  rationale:
    'With outbound federation principals get tokens (sts:GetWebIdentityToken) with which ' +
    'services outside AWS let them in.',
  remedy:
    'Turn it off in IAM, "Account settings", where nothing uses it (aws iam ' +
    'disable-outbound-web-identity-federation); bound sts:GetWebIdentityToken by the condition ' +
    'key sts:IdentityTokenAudience where something does.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOutboundWebIdentityFederation.html',
  needs: ['outboundFederation'],
  run: ({ outboundFederation: { enabled, issuer } }, { accountArn: subject }) => {
    const message = enabled
      ? `Outbound federation is on${issuer === undefined ? '' : `; the issuer is ${issuer}`}.`
      : 'Outbound federation is off.';
    return [{ outcome: 'pass', subject, message, evidence: { enabled, issuer: issuer ?? null } }];
  },
});
