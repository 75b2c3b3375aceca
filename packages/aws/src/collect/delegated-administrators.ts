import {
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
} from '@aws-sdk/client-organizations';
import type { PartValue } from '@rolecall/core';
import { nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';

const listAction = 'organizations:ListDelegatedAdministrators';
const servicesAction = 'organizations:ListDelegatedServicesForAccount';

/** A call per administrator. */
export async function readDelegatedAdministrators(
  reader: Reader,
): Promise<PartValue<'delegatedAdministrators'>> {
  const { clients, signal } = reader;
  const administrators = await readList({
    action: listAction,
    send: (NextToken) =>
      clients.organizations.send(new ListDelegatedAdministratorsCommand({ NextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.DelegatedAdministrators,
  }).catch(nothingOn('AWSOrganizationsNotInUse'));
  if (administrators === undefined) return null;
  return mapLimit(administrators, async ({ Id }) => {
    const account = required(Id, listAction, 'Id');
    return { account, services: await readServices(account, reader) };
  });
}

/** None where it was deregistered since. */
async function readServices(
  AccountId: string,
  { clients, signal }: Reader,
): Promise<readonly string[]> {
  const services = await readList({
    action: servicesAction,
    send: (NextToken) =>
      clients.organizations.send(
        new ListDelegatedServicesForAccountCommand({ AccountId, NextToken }),
        { abortSignal: signal },
      ),
    list: (page) => page.DelegatedServices,
  }).catch(nothingOn('AccountNotRegistered'));
  return (services ?? []).map(({ ServicePrincipal }) =>
    required(ServicePrincipal, servicesAction, 'ServicePrincipal'),
  );
}
