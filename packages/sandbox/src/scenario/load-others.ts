import { newId } from '../account/account.ts';
import { hexadecimal } from '../account/identifiers.ts';
import type { Loading } from './loading.ts';

/** Instance profiles, identity providers and server certificates. */
export function loadOthers({ account, scenario, ago, tags }: Loading): void {
  for (const [name, profile] of Object.entries(scenario.instanceProfiles)) {
    account.instanceProfiles.set(name.toLowerCase(), {
      kind: 'instance-profile',
      name,
      path: profile.path,
      id: newId(account, 'AIPA', name),
      createdAt: ago(profile.createdDaysAgo),
      tags: tags(profile.tags),
      role: profile.role?.toLowerCase(),
    });
  }
  for (const provider of scenario.oidcProviders) {
    const url = provider.url.replace(/^https:\/\//, '');
    const { clientIds, thumbprints } = provider;
    account.oidcProviders.set(url, {
      url,
      clientIds,
      thumbprints,
      createdAt: ago(provider.createdDaysAgo),
      tags: tags(provider.tags),
    });
  }
  for (const provider of scenario.samlProviders) {
    const { name, createdDaysAgo, validForDays, tags: given } = provider;
    const { metadata = `<EntityDescriptor entityID="${name}"/>` } = provider;
    account.samlProviders.set(name.toLowerCase(), {
      name,
      createdAt: ago(createdDaysAgo),
      metadata,
      validUntil: ago(-validForDays),
      tags: tags(given),
    });
  }
  for (const { name, path, uploadedDaysAgo, expiresInDays } of scenario.serverCertificates) {
    account.serverCertificates.set(name.toLowerCase(), {
      name,
      path,
      id: newId(account, 'ASCA', name),
      uploadedAt: ago(uploadedDaysAgo),
      expiresAt: ago(-expiresInDays),
      body: `-----BEGIN CERTIFICATE-----\n${hexadecimal(name, 64)}\n-----END CERTIFICATE-----`,
      tags: [],
    });
  }
}
