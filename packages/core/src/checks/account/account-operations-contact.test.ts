import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { accountOperationsContact } from './account-operations-contact.ts';
import { aContact, noContacts } from './testing/contacts.fixture.ts';

test.each([
  ['set', { ...noContacts, operations: aContact() }, 'pass'],
  ['another one set', { ...noContacts, security: aContact() }, 'fail'],
  ['none', noContacts, 'fail'],
])('%s', (_, alternateContacts, outcome) => {
  expect(outcomeOf(accountOperationsContact, { alternateContacts })).toBe(outcome);
});

test('is unknown while the contacts are', () => {
  expect(outcomeOf(accountOperationsContact, {})).toBe('unknown');
});
