import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { accountSecurityContact } from './account-security-contact.ts';
import { aContact, noContacts } from './testing/contacts.fixture.ts';

test.each([
  ['set', { ...noContacts, security: aContact() }, 'pass'],
  ['another one set', { ...noContacts, billing: aContact() }, 'fail'],
  ['none', noContacts, 'fail'],
])('%s', (_, alternateContacts, outcome) => {
  expect(outcomeOf(accountSecurityContact, { alternateContacts })).toBe(outcome);
});

test('is unknown while the contacts are', () => {
  expect(outcomeOf(accountSecurityContact, {})).toBe('unknown');
});
