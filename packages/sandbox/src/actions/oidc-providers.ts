import { type Account, now } from '../account/account.ts';
import { oidcArn } from '../account/arn.ts';
import type { OidcProvider } from '../account/entities.ts';
import { hexadecimal } from '../account/identifiers.ts';
import { fixedLimits } from '../account/quotas.ts';
import { addTags, newTags, removeTags, tagsOrNothing } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const oidcProviderActions = {
  CreateOpenIDConnectProvider: ({ account }, { Url, ClientIDList, ThumbprintList, Tags }) => {
    const url = readUrl(Url);
    if (account.oidcProviders.has(url)) {
      refuse('EntityAlreadyExists', `Provider with url ${Url} already exists.`);
    }
    const clientIds = [...new Set(ClientIDList ?? [])];
    checkClientIds(clientIds);
    checkThumbprints(ThumbprintList ?? []);
    const limit = fixedLimits.oidcProviders;
    if (account.oidcProviders.size >= limit) {
      refuse('LimitExceeded', `Cannot exceed quota for OpenIdConnectProvidersPerAccount: ${limit}`);
    }
    const provider: OidcProvider = {
      url,
      createdAt: now(account),
      clientIds,
      // Without a list IAM fetches the thumbprint of the issuer's certificate itself.
      thumbprints: ThumbprintList ?? [hexadecimal(`thumbprint/${url}`, 40)],
      tags: newTags(Tags),
    };
    account.oidcProviders.set(url, provider);
    return {
      OpenIDConnectProviderArn: oidcArn(account, provider),
      Tags: tagsOrNothing(provider.tags),
    };
  },
  GetOpenIDConnectProvider: ({ account }, { OpenIDConnectProviderArn }) => {
    const provider = find(account, OpenIDConnectProviderArn);
    return {
      Url: provider.url,
      ClientIDList: provider.clientIds,
      ThumbprintList: provider.thumbprints,
      CreateDate: provider.createdAt,
      Tags: tagsOrNothing(provider.tags),
    };
  },
  ListOpenIDConnectProviders: ({ account }) => ({
    OpenIDConnectProviderList: [...account.oidcProviders.values()].map((provider) => ({
      Arn: oidcArn(account, provider),
    })),
  }),
  /** Does not fail when there is no such provider. */
  DeleteOpenIDConnectProvider: ({ account }, { OpenIDConnectProviderArn }) => {
    account.oidcProviders.delete(urlIn(OpenIDConnectProviderArn));
    return {};
  },
  /** Adding what is there, and removing what is not, is no mistake. */
  AddClientIDToOpenIDConnectProvider: ({ account }, { OpenIDConnectProviderArn, ClientID }) => {
    const provider = find(account, OpenIDConnectProviderArn);
    const clientIds = [...new Set([...provider.clientIds, ClientID])];
    checkClientIds(clientIds);
    provider.clientIds = clientIds;
    return {};
  },
  RemoveClientIDFromOpenIDConnectProvider: (
    { account },
    { OpenIDConnectProviderArn, ClientID },
  ) => {
    const provider = find(account, OpenIDConnectProviderArn);
    provider.clientIds = provider.clientIds.filter((id) => id !== ClientID);
    return {};
  },
  UpdateOpenIDConnectProviderThumbprint: (
    { account },
    { OpenIDConnectProviderArn, ThumbprintList },
  ) => {
    const provider = find(account, OpenIDConnectProviderArn);
    checkThumbprints(ThumbprintList);
    provider.thumbprints = ThumbprintList;
    return {};
  },
  TagOpenIDConnectProvider: ({ account }, { OpenIDConnectProviderArn, Tags }) => {
    const provider = find(account, OpenIDConnectProviderArn);
    provider.tags = addTags(provider.tags, Tags);
    return {};
  },
  UntagOpenIDConnectProvider: ({ account }, { OpenIDConnectProviderArn, TagKeys }) => {
    const provider = find(account, OpenIDConnectProviderArn);
    provider.tags = removeTags(provider.tags, TagKeys);
    return {};
  },
  ListOpenIDConnectProviderTags: (call, input) => {
    const provider = find(call.account, input.OpenIDConnectProviderArn);
    const { items, rest } = pageOf(call, input, provider.tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;

function readUrl(url: string): string {
  const match = /^https:\/\/([^/?#:\s]+\.[^/?#:\s]+(?:\/[^?#\s]*)?)$/.exec(url)?.[1];
  return match ?? refuse('ValidationError', 'Invalid Open ID Connect Provider URL');
}

function urlIn(arn: string): string {
  return arn.replace(/^.*:oidc-provider\//, '');
}

function find(account: Account, arn: string): OidcProvider {
  const provider = account.oidcProviders.get(urlIn(arn));
  return provider !== undefined && oidcArn(account, provider) === arn
    ? provider
    : refuse('NoSuchEntity', `OpenIDConnect Provider not found for arn ${arn}`);
}

function checkClientIds(ids: readonly string[]): void {
  const limit = fixedLimits.clientIdsPerOidcProvider;
  if (ids.length <= limit) return;
  refuse('LimitExceeded', `Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${limit}`);
}

function checkThumbprints(thumbprints: readonly string[]): void {
  if (thumbprints.length > 5) {
    refuse('InvalidInput', 'Thumbprint list must contain fewer than 5 entries.');
  }
}
