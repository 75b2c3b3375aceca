import type { LiveResource, ResourceReference } from '@rolecall/core';
import type { AwsClients } from './clients.ts';
import { readAccountAlias, readAccountPasswordPolicy } from './resources/read-account-settings.ts';
import { readLiveContact } from './resources/read-alternate-contact.ts';
import { readLiveAnalyzer } from './resources/read-analyzer.ts';
import { readGroup } from './resources/read-group.ts';
import { readInstanceProfile } from './resources/read-instance-profile.ts';
import { readLinkedRole } from './resources/read-linked-role.ts';
import { readOidcProvider } from './resources/read-oidc-provider.ts';
import { readPolicy } from './resources/read-policy.ts';
import { readRole } from './resources/read-role.ts';
import { readSamlProvider } from './resources/read-saml-provider.ts';
import { readUser } from './resources/read-user.ts';

/** Reads one resource as it is at this moment, in the form in which plans compare it. */
export function readResource(
  reader: AwsClients,
  { type, name, arn, principalId }: ResourceReference,
): Promise<LiveResource | undefined> {
  switch (type) {
    case 'role':
      return readRole(reader, name);
    case 'policy':
      return readPolicy(reader, arn);
    case 'group':
      return readGroup(reader, name);
    case 'user':
      return readUser(reader, name);
    case 'instance-profile':
      return readInstanceProfile(reader, name);
    case 'oidc-provider':
      return readOidcProvider(reader, arn);
    case 'service-linked-role':
      return readLinkedRole(reader, name);
    case 'account-alias':
      return readAccountAlias(reader);
    case 'password-policy':
      return readAccountPasswordPolicy(reader);
    case 'alternate-contact':
      return readLiveContact(reader, name);
    case 'saml-provider':
      return readSamlProvider(reader, arn);
    case 'analyzer':
      return readLiveAnalyzer(reader, name);
    case 'proton-settings':
      return readProtonSettings(reader, name);
    case 'permission-set':
    case 'identity-center-group':
    case 'identity-center-user':
    case 'account-assignment':
      return readIdentityCenter(reader, { type, name, principalId });
    default:
      return type satisfies never;
  }
}

/** Loaded with its client when it is needed. */
async function readProtonSettings(reader: AwsClients, region: string): Promise<LiveResource> {
  const { readLiveProtonSettings } = await import('./proton/account-settings.ts');
  return readLiveProtonSettings(reader, region);
}

/** Loaded with its clients when it is needed. */
async function readIdentityCenter(
  reader: AwsClients,
  resource: Pick<ResourceReference, 'type' | 'name' | 'principalId'>,
): Promise<LiveResource | undefined> {
  const { readIdentityCenterResource } = await import('./identity-center/perform-and-read.ts');
  return readIdentityCenterResource(reader, resource);
}
