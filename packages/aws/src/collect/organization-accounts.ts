import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import type { PartValue } from '@rolecall/core';
import { nothingOn, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';
import { readList } from './read-list.ts';

const action = 'organizations:ListAccounts';

/** An account of the organization. */
export interface OrganizationAccount {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Stands in the ARN: accounts belong to the management account. */
  readonly managementAccountId: string;
}

/** `null` where there is no organization. Members that may not ask are denied like anybody else. */
export async function listAccounts({
  clients,
  signal,
}: ReadContext): Promise<readonly OrganizationAccount[] | null> {
  const accounts = await readList({
    action,
    send: (NextToken) =>
      clients.organizations.send(new ListAccountsCommand({ NextToken }), { abortSignal: signal }),
    list: (page) => page.Accounts,
  }).catch(nothingOn('AWSOrganizationsNotInUse'));
  if (accounts === undefined) return null;
  return accounts.map((account) => ({
    id: required(account.Id, action, 'Id'),
    name: required(account.Name, action, 'Name'),
    // Status went in September 2026, State came the year before.
    status: required(account.State ?? account.Status, action, 'State'),
    managementAccountId: required(
      /^arn:[\w-]+:organizations::(\d{12}):/.exec(account.Arn ?? '')?.[1],
      action,
      'Arn',
    ),
  }));
}

export function showAccounts(
  accounts: readonly OrganizationAccount[] | null,
): PartValue<'organizationAccounts'> {
  return accounts?.map(({ id, name, status }) => ({ id, name, status })) ?? null;
}
