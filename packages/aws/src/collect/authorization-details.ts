import {
  type EntityType,
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandOutput,
} from '@aws-sdk/client-iam';
import type { PartName } from '@rolecall/core';
import { ask, badResponse, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';
import { readPages } from './read-pages.ts';

const action = 'iam:GetAccountAuthorizationDetails';

const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;
type ListName = (typeof lists)[number];
type Page = GetAccountAuthorizationDetailsCommandOutput;
type Entry<L extends ListName> = NonNullable<Page[L]>[number];

/** Answers of all pages. Asking for a list that no page had is an error. */
export interface AuthorizationDetails {
  readonly list: <L extends ListName>(name: L) => readonly Entry<L>[];
}

/** The kinds of entity that the parts asked for are made of: one paged call reads them all. */
const filters: { readonly [N in PartName]?: readonly EntityType[] } = {
  users: ['User'],
  groups: ['Group'],
  roles: ['Role'],
  policies: ['LocalManagedPolicy', 'AWSManagedPolicy'],
  policySettings: ['LocalManagedPolicy'],
  sshPublicKeys: ['User'],
  serviceLastAccessed: ['User', 'Role'],
  userCredentials: ['User'],
  userSignIns: ['User'],
};

export async function readAuthorizationDetails({
  clients,
  request,
  signal,
}: ReadContext): Promise<AuthorizationDetails> {
  const filter = [...new Set(request.parts.flatMap((part) => filters[part] ?? []))];
  const pages = await readPages({
    action,
    fetch: async (marker) => {
      const command = new GetAccountAuthorizationDetailsCommand({
        Filter: filter,
        MaxItems: 1000,
        ...marker,
      });
      const page = await ask(action, () => clients.iam.send(command, { abortSignal: signal }));
      if (lists.every((name) => page[name] === undefined)) {
        throw badResponse(action, `without any of ${lists.join(', ')}`);
      }
      return page;
    },
  });
  return { list: (name) => joinPages(pages, name) };
}

function joinPages<L extends ListName>(pages: readonly Page[], name: L): readonly Entry<L>[] {
  const found = pages.flatMap((page) => page[name] ?? []);
  const shown = pages.some((page) => page[name] !== undefined);
  return required(shown ? found : undefined, action, name);
}
