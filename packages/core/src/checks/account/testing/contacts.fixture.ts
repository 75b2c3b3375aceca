import type { PartValue } from '../../../model/snapshot.ts';

type Contact = NonNullable<PartValue<'alternateContacts'>['security']>;

export function aContact(email = 'team@example.com'): Contact {
  return { name: 'Team', email, phone: '+1 555 0100', title: 'On call' };
}

export const noContacts: PartValue<'alternateContacts'> = {
  billing: null,
  operations: null,
  security: null,
};
