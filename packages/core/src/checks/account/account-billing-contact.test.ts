import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { accountBillingContact } from './account-billing-contact.ts';
import { aContact, noContacts } from './testing/contacts.fixture.ts';

test.each([
  ['set', { ...noContacts, billing: aContact() }, 'pass'],
  ['another one set', { ...noContacts, security: aContact() }, 'fail'],
  ['none', noContacts, 'fail'],
])('%s', (_, alternateContacts, outcome) => {
  expect(outcomeOf(accountBillingContact, { alternateContacts })).toBe(outcome);
});

test('is unknown while the contacts are', () => {
  expect(outcomeOf(accountBillingContact, {})).toBe('unknown');
});
