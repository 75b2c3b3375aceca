import type { CheckGroup } from '../check-group.ts';
import { certExpired } from './cert-expired.ts';
import { certExpiring } from './cert-expiring.ts';
import { oidcProviderAudience } from './oidc-provider-audience.ts';
import { oidcProviderUnused } from './oidc-provider-unused.ts';
import { samlProviderExpiring } from './saml-provider-expiring.ts';

export const federationChecks: CheckGroup = {
  title: 'Identity providers and certificates',
  checks: [
    samlProviderExpiring,
    oidcProviderUnused,
    oidcProviderAudience,
    certExpired,
    certExpiring,
  ],
};
