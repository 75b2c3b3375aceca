import { expect, it } from 'vitest';
import { samlMetadata } from '../../plan/kinds/testing/saml-metadata.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const lasting = 'c4bc063cdcd3728f803a28f6da809aec4d137ff3074f14ccd236740d2ec051cd';
const unknown = 'a'.repeat(64);
const manifestOf = (metadata: string, more = '') =>
  `samlProviders: { corp: { metadata: ${JSON.stringify(metadata)}${more} } }\n`;
const good = samlMetadata();
const ending = samlMetadata({ certificate: 'ending' });
const refused = ['saml saml-provider/corp'];
const undecided = ['saml saml-provider/corp (undecided)'];
const until = (instant: string) => good.replace('entityID', `validUntil="${instant}" entityID`);

const parts = { samlMetadata: {} };

it.each<[string, string, string, readonly string[]]>([
  ['nothing said', 'samlProviders: {}', good, []],
  ['the entity', "samlProviders: { entityIds: ['https://idp.example.com/*'] }", good, []],
  [
    'another entity',
    "samlProviders: { entityIds: ['https://other.example.com/*'] }",
    good,
    refused,
  ],
  ['no entity', 'samlProviders: { entityIds: [] }', good, refused],
  [
    'an entity in other case',
    "samlProviders: { entityIds: ['https://IDP.example.com/*'] }",
    good,
    refused,
  ],
  [
    'an entity spelt by references',
    "samlProviders: { entityIds: ['https://*'] }",
    samlMetadata({ entityId: 'https://&#105;dp.example.com' }),
    undecided,
  ],
  ['the certificate', `samlProviders: { certificates: ['${lasting}'] }`, good, []],
  [
    'a certificate of somebody else',
    `samlProviders: { certificates: ['${unknown}'] }`,
    good,
    refused,
  ],
  [
    'one more certificate',
    `samlProviders: { certificates: ['${lasting}'] }`,
    good.replace(
      /(<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>)/,
      (one) => one + one.replace('MIIB', 'MIIC'),
    ),
    refused,
  ],
  [
    'one that cannot be read',
    `samlProviders: { certificates: ['${lasting}'] }`,
    good.replace('<ds:X509Certificate>', '<ds:X509Certificate Id="a">'),
    undecided,
  ],
  ['where to sign in', "samlProviders: { signIn: ['https://idp.example.com/*'] }", good, []],
  [
    'where else to sign in',
    "samlProviders: { signIn: ['https://idp.example.com/*'] }",
    samlMetadata({ location: 'https://evil.example.com/sso' }),
    refused,
  ],
  ['a name', 'names: { samlProviders: [corp] }', good, []],
  ['another name', 'names: { samlProviders: [corp-*] }', good, ['name saml-provider/corp']],
])('%s', async (_, rules, metadata, expected) => {
  expect(outlineOf(await judge(rules, manifestOf(metadata), { parts }))).toEqual(expected);
  expect(outlineOf(await judgeOffline(rules, manifestOf(metadata)))).toEqual(expected);
});

// The account was read on 20 November 2026.
it.each<[string, string, readonly string[]]>([
  ['a certificate that lasts', good, []],
  ['one that ends', ending, refused],
  ['metadata that last', until('2027-11-20T00:00:00Z'), []],
  ['metadata that end', until('2026-12-01T00:00:00Z'), refused],
  [
    'metadata without a key',
    good.replace(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ' '.repeat(999)),
    [],
  ],
  ['a certificate whose end is not known', good.replace('MIIB', 'AAAA'), undecided],
])('%s', async (_, metadata, expected) => {
  const rules = 'samlProviders: { minDaysLeft: 30 }';
  expect(outlineOf(await judge(rules, manifestOf(metadata), { parts }))).toEqual(expected);
});

it.each([
  ['taken over', {}, ', adopt: true'],
  ['changed', mark('saml-provider/corp'), ''],
])('one that is %s is judged, too', async (_, tags, more) => {
  const arn = 'arn:aws:iam::111122223333:saml-provider/corp';
  const there = { samlMetadata: { [arn]: { metadata: good, tags } } };
  const rules = `samlProviders: { certificates: ['${lasting}'] }`;
  const manifest = manifestOf(ending, more);
  expect(outlineOf(await judge(rules, manifest, { parts: there }))).toEqual(refused);
});
