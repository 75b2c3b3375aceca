import { describe, expect, it } from 'vitest';
import { allowAll, aUser, type KnownParts } from '../checks/testing/snapshot.fixture.ts';
import { desiredOf } from '../manifest/testing/manifest.fixture.ts';
import { known } from '../model/part.ts';
import { samlMetadata } from '../plan/kinds/testing/saml-metadata.fixture.ts';
import { planAccount } from '../plan/plan-account.ts';
import { accountWith, mark } from '../plan/testing/plan.fixture.ts';
import { aPerson, aSetup } from '../plan/testing/setup.fixture.ts';
import { reviewPlan } from './review.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const createdAt = '2026-11-20T10:00:00Z';

/** Kind and severity of each risk, the most dangerous first. */
async function risksOf(text: string, parts: KnownParts = {}, prune = false) {
  const desired = await desiredOf(text);
  const snapshot = accountWith(parts);
  const plan = planAccount({
    scope: 'platform',
    account: '111122223333',
    partition: 'aws',
    ignoreTags: [],
    prune: prune ? { enabled: true, maxDeletes: 9 } : undefined,
    desired,
    snapshot,
  });
  expect(plan.conflicts).toEqual([]);
  const { risks } = reviewPlan({ plan, desired, snapshot });
  for (const { causes } of risks) expect(causes).not.toEqual([]);
  return risks.map(({ kind, severity }) => `${kind} ${severity}`);
}

describe('credentials', () => {
  const user = (members: string, more = '') =>
    `users: { ada: { ${members}, delivery: { recipients: [${key}] }${more} } }\n`;
  const path = '/rolecall/platform/';
  const ada = (mustChange?: boolean, keys: readonly string[] = []): KnownParts => ({
    users: [aUser({ name: 'ada', path, tags: mark('user/ada') })],
    userSignIns: {
      ada: {
        password: mustChange === undefined ? null : { createdAt, mustChange },
        accessKeys: keys.map((id) => ({ id, active: true, createdAt })),
      },
    },
  });
  const all = `, inlinePolicies: { all: ${JSON.stringify(allowAll)} }`;

  it.each<[string, string, KnownParts, readonly string[]]>([
    ['a password', user('login: {}'), ada(), ['credential high']],
    ['an access key', user('accessKeys: { count: 1 }'), ada(), ['credential high']],
    [
      'both',
      user('login: {}, accessKeys: { count: 2 }'),
      ada(),
      ['credential high', 'credential high'],
    ],
    ['of a new user', user('login: {}'), { userSignIns: {} }, ['credential high']],
    [
      'of an administrator',
      user('login: {}', all),
      { userSignIns: {} },
      ['administrator critical', 'credential critical'],
    ],
    [
      'a password let be',
      user('login: { passwordReset: false }'),
      ada(true),
      ['credential medium'],
    ],
    ['what is there', user('login: {}'), ada(true), []],
    [
      'less',
      'users: { ada: { login: false, accessKeys: { count: 0 } } }',
      ada(true, ['AKIA1']),
      [],
    ],
  ])('%s', async (_, text, parts, expected) => {
    expect(await risksOf(text, parts)).toEqual(expected);
  });

  const person = (email: string, given = 'ada') =>
    `identityCenter: { users: { ada: { givenName: ${given}, familyName: Doe, displayName: ada Doe, email: ${email}, adopt: true } } }\n`;
  it.each([
    ['another address', person('other@example.com'), ['credential high']],
    ['another name', person('ada@example.com', 'Ada'), []],
  ])('of a person with %s', async (_, text, expected) => {
    const users = [aPerson('ada', { email: 'ada@example.com' })];
    expect(await risksOf(text, { identityCenterSetup: aSetup({ users }) })).toEqual(expected);
  });
});

describe('identity providers', () => {
  const provider = (metadata: string) =>
    `samlProviders: { corp: { metadata: ${JSON.stringify(metadata)} } }\n`;
  const good = samlMetadata();
  const arn = 'arn:aws:iam::111122223333:saml-provider/corp';
  const there = { [arn]: { metadata: good, tags: mark('saml-provider/corp') } };

  it.each<[string, string, KnownParts['samlMetadata'], readonly string[]]>([
    ['a new one', good, {}, ['identity-provider medium']],
    ['what is there', good, there, []],
    [
      'another certificate',
      samlMetadata({ certificate: 'ending' }),
      there,
      ['identity-provider high'],
    ],
    [
      'another place to sign in',
      samlMetadata({ location: 'https://evil.test/' }),
      there,
      ['identity-provider high'],
    ],
    [
      'another name',
      samlMetadata({ entityId: 'https://evil.test' }),
      there,
      ['identity-provider high'],
    ],
    [
      'another format of names',
      good.replace('emailAddress', 'persistent'),
      there,
      ['identity-provider low'],
    ],
    [
      'a key that cannot be read',
      good.replace('<ds:X509Certificate', '<ds:X509Certificate Id="a"'),
      there,
      ['identity-provider high'],
    ],
  ])('%s', async (_, metadata, parts, expected) => {
    expect(await risksOf(provider(metadata), { samlMetadata: parts ?? {} })).toEqual(expected);
  });
});

describe('analyzers', () => {
  const name = 'us-east-1/out';
  const arn = 'arn:aws:access-analyzer:us-east-1:111122223333:analyzer/out';
  const live = (filter?: object, type = 'ACCOUNT'): KnownParts => ({
    analyzers: {
      'us-east-1': known([
        { arn, name: 'out', type, status: 'ACTIVE', tags: mark(`analyzer/${name}`) },
      ]),
    },
    archiveRules: { 'us-east-1': known(filter ? { [arn]: { a: { ...filter } } } : {}) },
    userCredentials: {},
  });
  const declared = (filter?: object, more = '') =>
    `analyzers: { out: { regions: [us-east-1]${filter ? `, archiveRules: { a: { filter: ${JSON.stringify(filter)} } }` : ''}${more} } }\n`;
  const isPublic = { eq: ['false'] };
  const narrow = { isPublic, resource: { eq: ['a'] } };
  const wide = { isPublic, resource: { eq: ['a', 'b'] } };

  it.each<[string, string, KnownParts, readonly string[]]>([
    ['one that goes', 'groups: { g: {} }', live(), ['monitoring high']],
    [
      'one of unused access that goes',
      'groups: { g: {} }',
      live(undefined, 'ACCOUNT_UNUSED_ACCESS'),
      ['monitoring medium'],
    ],
    ['one made anew', declared(undefined, ', type: ORGANIZATION'), live(), ['monitoring high']],
    ['a new one', declared(), {}, []],
    ['a new one with a rule', declared(narrow), {}, ['monitoring medium']],
    ['a rule', declared(narrow), live(), ['monitoring medium']],
    [
      'a rule that may hide access for everyone',
      declared({ resource: { eq: ['a'] } }),
      live(),
      ['monitoring high'],
    ],
    ['a wider rule', declared(wide), live(narrow), ['monitoring medium']],
    ['a rule that says less', declared({ isPublic }), live(narrow), ['monitoring medium']],
    ['a narrower rule', declared(narrow), live(wide), []],
    ['no rule any more', declared(), live(wide), []],
  ])('%s', async (_, text, parts, expected) => {
    expect(await risksOf(text, { userCredentials: {}, ...parts }, true)).toEqual(expected);
  });
});

describe('contacts', () => {
  const none = { billing: null, operations: null, security: null };
  const old = { name: 'Team', title: 'Team', email: 'old@example.com', phone: '+1 555 0100' };
  const contact = (type: string) =>
    `alternateContacts: { ${type}: { name: Team, title: Team, email: new@example.com, phone: '+1 555 0100', adopt: true } }\n`;

  it.each<[string, string, object, readonly string[]]>([
    ['another for security', contact('security'), { security: old }, ['contact medium']],
    ['another for bills', contact('billing'), { billing: old }, ['contact low']],
    ['the first', contact('security'), {}, []],
  ])('%s', async (_, text, there, expected) => {
    expect(await risksOf(text, { alternateContacts: { ...none, ...there } })).toEqual(expected);
  });
});
