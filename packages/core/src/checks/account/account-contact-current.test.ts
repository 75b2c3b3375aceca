import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { accountContactCurrent } from './account-contact-current.ts';

test.each([
  ['name and phone', { fullName: 'Ops', phone: '+1' }, 'manual'],
  ['no phone', { fullName: 'Ops' }, 'fail'],
  ['no name', { companyName: 'Acme', phone: '+1' }, 'fail'],
  ['nothing', {}, 'fail'],
])('%s', (_, contactInformation, outcome) => {
  expect(outcomeOf(accountContactCurrent, { contactInformation })).toBe(outcome);
});

test('is unknown while the contact is', () => {
  expect(outcomeOf(accountContactCurrent, {})).toBe('unknown');
});
