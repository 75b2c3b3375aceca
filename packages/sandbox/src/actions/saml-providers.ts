import { type Account, instantOf, now, sorted } from '../account/account.ts';
import { samlArn } from '../account/arn.ts';
import type { Instant, SamlProvider } from '../account/entities.ts';
import { uuid } from '../account/identifiers.ts';
import { refuseFull, refuseTaken } from '../account/limits.ts';
import { fixedLimits } from '../account/quotas.ts';
import { addTags, newTags, removeTags, tagsOrNothing } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const samlProviderActions = {
  CreateSAMLProvider: ({ account }, { Name, SAMLMetadataDocument, Tags }) => {
    const { samlProviders: present } = account;
    refuseTaken(present, Name, `SAML provider with name ${Name} already exists.`);
    const validUntil = readValidity(account, SAMLMetadataDocument);
    const tags = newTags(Tags);
    refuseFull(present, fixedLimits.samlProviders, 'SAMLProvidersPerAccount');
    const provider: SamlProvider = {
      name: Name,
      createdAt: now(account),
      metadata: SAMLMetadataDocument,
      validUntil,
      tags,
    };
    present.set(Name.toLowerCase(), provider);
    return { SAMLProviderArn: samlArn(account, provider), Tags: tagsOrNothing(tags) };
  },
  GetSAMLProvider: ({ account }, { SAMLProviderArn }) => {
    const provider = find(account, SAMLProviderArn);
    return {
      SAMLProviderUUID: uuid(SAMLProviderArn),
      SAMLMetadataDocument: provider.metadata,
      CreateDate: provider.createdAt,
      ValidUntil: provider.validUntil,
      Tags: tagsOrNothing(provider.tags),
    };
  },
  ListSAMLProviders: ({ account }) => ({
    SAMLProviderList: sorted(account.samlProviders).map((provider) => ({
      Arn: samlArn(account, provider),
      ValidUntil: provider.validUntil,
      CreateDate: provider.createdAt,
    })),
  }),
  UpdateSAMLProvider: ({ account }, { SAMLProviderArn, SAMLMetadataDocument }) => {
    const provider = find(account, SAMLProviderArn);
    if (SAMLMetadataDocument !== undefined) {
      provider.validUntil = readValidity(account, SAMLMetadataDocument);
      provider.metadata = SAMLMetadataDocument;
    }
    return { SAMLProviderArn };
  },
  DeleteSAMLProvider: ({ account }, { SAMLProviderArn }) => {
    account.samlProviders.delete(find(account, SAMLProviderArn).name.toLowerCase());
    return {};
  },
  TagSAMLProvider: ({ account }, { SAMLProviderArn, Tags }) => {
    const provider = find(account, SAMLProviderArn);
    provider.tags = addTags(provider.tags, Tags);
    return {};
  },
  UntagSAMLProvider: ({ account }, { SAMLProviderArn, TagKeys }) => {
    const provider = find(account, SAMLProviderArn);
    provider.tags = removeTags(provider.tags, TagKeys);
    return {};
  },
  ListSAMLProviderTags: (call, input) => {
    const { items, rest } = pageOf(call, input, find(call.account, input.SAMLProviderArn).tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;

function find(account: Account, arn: string): SamlProvider {
  const provider = account.samlProviders.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase());
  return provider !== undefined && samlArn(account, provider) === arn
    ? provider
    : refuse('NoSuchEntity', `Manifest not found for arn ${arn}`);
}

/** The metadata's `validUntil`, or a hundred years. */
function readValidity(account: Account, metadata: string): Instant {
  if (!/<(\w+:)?EntityDescriptor[\s>]/.test(metadata)) {
    refuse('InvalidInput', 'Could not parse metadata');
  }
  const until = new Date(/\bvalidUntil="([^"]+)"/.exec(metadata)?.[1] ?? '');
  if (!Number.isNaN(until.getTime())) return instantOf(until);
  const later = account.clock();
  return instantOf(new Date(later.getTime() + 100 * 365.25 * 24 * 3600 * 1000));
}
