import { canonicalJson, type Json } from '@rolecall/policy';
import { type AlternateContact, contactNames } from '../../model/kinds/alternate-contact.ts';
import type { DesiredOf } from '../../model/resource.ts';
import type { OperationDraft } from '../operation.ts';
import { settingChange } from '../setting-change.ts';
import type { KindSpec } from './kind-spec.ts';

/** An account has one of each; none is ever deleted, for somebody should hear of it. */
export const alternateContactSpec: KindSpec<'alternate-contact'> = {
  parts: ['alternateContacts'],
  live: (part) =>
    contactNames.flatMap((name) => {
      const contact = part('alternateContacts')?.[name];
      return contact ? [{ type: 'alternate-contact', name, contact }] : [];
    }),
  diff: (desired, live) => {
    if (live === undefined) return { kind: 'create', drafts: [putContact(desired, undefined)] };
    const isSame = canonicalJson(toJson(live.contact)) === canonicalJson(toJson(desired.contact));
    return settingChange(isSame ? [] : [putContact(desired, live.contact)], {
      adopt: desired.adopt,
      what: `${desired.name} contact`,
    });
  },
  replaces: true,
  authorized: ({ action }, { name, arn }) => [
    {
      action,
      resource: arn,
      context: { 'account:AlternateContactTypes': [name.toUpperCase()] },
    },
  ],
};

const types = { billing: 'BILLING', operations: 'OPERATIONS', security: 'SECURITY' } as const;

function putContact(
  { name, contact }: DesiredOf<'alternate-contact'>,
  before: AlternateContact | undefined,
): OperationDraft {
  return {
    call: {
      action: 'account:PutAlternateContact',
      input: {
        AlternateContactType: types[name],
        Name: contact.name,
        Title: contact.title,
        EmailAddress: contact.email,
        PhoneNumber: contact.phone,
      },
    },
    facet: 'contact',
    before: before === undefined ? null : veiled(before),
    after: toJson(contact),
    compared: { before: before === undefined ? null : toJson(before), after: toJson(contact) },
  };
}

function toJson({ name, title, email, phone }: AlternateContact): Json {
  return { name, title, email, phone };
}

/** Enough to recognise whom it is about: plans are shown where the account's contacts are not. */
function veiled({ name, title, email, phone }: AlternateContact): Json {
  return {
    name: `${name.slice(0, 1)}…`,
    title,
    email: email.replace(/^(.).*@/, '$1…@'),
    phone: `…${phone.slice(-2)}`,
  };
}
