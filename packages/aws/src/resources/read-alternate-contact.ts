import type { LiveOf } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';
import { isContactName, readContact } from '../collect/alternate-contacts.ts';

export async function readLiveContact(
  clients: AwsClients,
  name: string,
): Promise<LiveOf<'alternate-contact'> | undefined> {
  if (!isContactName(name)) return undefined;
  const contact = await readContact({ clients }, name);
  return contact === null ? undefined : { type: 'alternate-contact', name, contact };
}
