import { GetAlternateContactCommand } from '@aws-sdk/client-account';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import type { Reader } from './reader.ts';
import { accountClient } from './service-clients.ts';

const action = 'account:GetAlternateContact';

type Contacts = PartValue<'alternateContacts'>;
export type ContactName = keyof Contacts;

const types = { billing: 'BILLING', operations: 'OPERATIONS', security: 'SECURITY' } as const;

export function isContactName(name: string): name is ContactName {
  return Object.hasOwn(types, name);
}

/** A call for each of the three. */
export async function readAlternateContacts(reader: Reader): Promise<Contacts> {
  const [billing, operations, security] = await Promise.all([
    readContact(reader, 'billing'),
    readContact(reader, 'operations'),
    readContact(reader, 'security'),
  ]);
  return { billing, operations, security };
}

export async function readContact(
  { clients, signal }: { readonly clients: AwsClients; readonly signal?: AbortSignal },
  name: ContactName,
): Promise<Contacts[ContactName]> {
  const command = new GetAlternateContactCommand({ AlternateContactType: types[name] });
  const answer = await ask(action, () =>
    accountClient(clients).send(command, signal === undefined ? {} : { abortSignal: signal }),
  ).catch(nothingOn('ResourceNotFound'));
  if (answer === undefined) return null;
  const contact = required(answer.AlternateContact, action, 'AlternateContact');
  return {
    name: required(contact.Name, action, 'Name'),
    email: required(contact.EmailAddress, action, 'EmailAddress'),
    phone: required(contact.PhoneNumber, action, 'PhoneNumber'),
    title: required(contact.Title, action, 'Title'),
  };
}
