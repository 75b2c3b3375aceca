import { expect, it } from 'vitest';
import { aPerson, aSetup } from '../../plan/testing/setup.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const contact = (type: string, email = 'security@example.com') =>
  `alternateContacts: { ${type}: { name: Team, title: Team, email: ${email}, phone: '+1 555 0100', adopt: true } }\n`;
const there = { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' };
const none = { billing: null, operations: null, security: null };
const person = (email: string) =>
  `identityCenter: { users: { ada: { givenName: ada, familyName: Doe, displayName: ada Doe, email: ${email}, adopt: true } } }\n`;

it.each<[string, string, readonly string[]]>([
  ['contacts: {}', contact('billing', 'a@evil.test'), []],
  ['contacts: { emailDomains: [example.com] }', contact('security'), []],
  ['contacts: { emailDomains: [example.com] }', contact('security', 'a@Example.COM'), []],
  [
    'contacts: { emailDomains: [example.com] }',
    contact('security', 'a@example.com.evil.test'),
    ['contacts alternate-contact/security'],
  ],
  [
    "contacts: { emailDomains: ['*.example.com'] }",
    contact('security', 'a@evilexample.com'),
    ['contacts alternate-contact/security'],
  ],
  ['people: { emailDomains: [example.com] }', person('ada@example.com'), []],
  [
    'people: { emailDomains: [example.com] }',
    person('ada@evil.test'),
    ['people identity-center-user/ada'],
  ],
  ['names: { identityCenterUsers: [bob] }', person('a@b.test'), ['name identity-center-user/ada']],
])('%s: %s', async (rules, manifest, expected) => {
  const identityCenterSetup = aSetup({ users: [aPerson('ada', { email: 'old@example.com' })] });
  const parts = { alternateContacts: none, identityCenterSetup };
  expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
  expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
});

it.each<[string, string, object, readonly string[]]>([
  ['that is declared', contact('security'), none, []],
  ['that is there', contact('billing'), { ...none, security: there }, []],
  ['that is nowhere', contact('billing'), none, ['contacts -']],
  ['where no contact is changed', 'roles: {}\n', none, []],
])('a contact that is required: %s', async (_, manifest, alternateContacts, expected) => {
  const rules = 'contacts: { required: [security] }';
  const parts = { alternateContacts: { ...none, ...alternateContacts } };
  expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
});

it('is not decided where the account was not read', async () => {
  const refusals = await judgeOffline('contacts: { required: [security] }', contact('billing'));
  expect(outlineOf(refusals)).toEqual(['contacts - (undecided)']);
});
