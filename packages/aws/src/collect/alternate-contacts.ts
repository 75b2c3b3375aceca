import { type AlternateContactType, GetAlternateContactCommand } from '@aws-sdk/client-account';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';
import { accountClient } from './service-clients.ts';

const action = 'account:GetAlternateContact';

type Contacts = PartValue<'alternateContacts'>;

/** A call for each of the three. */
export async function readAlternateContacts(reader: Reader): Promise<Contacts> {
  const [billing, operations, security] = await Promise.all([
    readContact(reader, 'BILLING'),
    readContact(reader, 'OPERATIONS'),
    readContact(reader, 'SECURITY'),
  ]);
  return { billing, operations, security };
}

async function readContact(
  { clients, signal }: Reader,
  type: AlternateContactType,
): Promise<Contacts['security']> {
  const command = new GetAlternateContactCommand({ AlternateContactType: type });
  const answer = await ask(action, () =>
    accountClient(clients).send(command, { abortSignal: signal }),
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
