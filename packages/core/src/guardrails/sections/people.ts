import { z } from 'zod';
import { contactNames } from '../../model/kinds/alternate-contact.ts';
import { text } from './pattern-schemas.ts';

const domains = z
  .array(text.regex(/^[a-z0-9*?.-]+$/, 'must be a domain in lower case, as example.com'))
  .optional()
  .describe('Domains of e-mail addresses, with * and ?.');

/** Whom AWS writes to. */
export const contacts = z
  .strictObject({
    emailDomains: domains,
    required: z
      .array(z.enum(contactNames))
      .default([])
      .describe('Contacts that the account has to have once any contact is changed.'),
  })
  .describe('Alternate contacts of the account.')
  .meta({ id: 'ContactRules' });

/** Whose address is whose way in: with it a new password can be had. */
export const people = z
  .strictObject({ emailDomains: domains })
  .describe('People of Identity Center.')
  .meta({ id: 'PeopleRules' });
