import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { accountContactsDistinct } from './account-contacts-distinct.ts';
import { aContact, noContacts } from './testing/contacts.fixture.ts';

const three = {
  billing: aContact('billing@example.com'),
  operations: aContact('ops@example.com'),
  security: aContact('security@example.com'),
};

test.each([
  ['three mailboxes', three, 'pass'],
  ['one set', { ...noContacts, security: aContact() }, 'pass'],
  ['none set', noContacts, 'not-applicable'],
  ['two the same', { ...three, billing: aContact('ops@example.com') }, 'fail'],
  ['two the same but for case', { ...three, billing: aContact('Ops@Example.com') }, 'fail'],
  ['one of a person', { ...three, security: aContact('alice@example.com') }, 'fail'],
])('%s', (_, alternateContacts, outcome) => {
  const settings = { personalEmails: ['Alice@example.com'] };
  expect(outcomeOf(accountContactsDistinct, { alternateContacts }, { settings })).toBe(outcome);
});

test('names the contacts that share a mailbox', () => {
  const alternateContacts = { ...three, billing: aContact('ops@example.com') };
  expect(findingsOf(accountContactsDistinct, { alternateContacts })).toMatchObject([
    { evidence: { shared: ['billing', 'operations'], personal: [] } },
  ]);
});
