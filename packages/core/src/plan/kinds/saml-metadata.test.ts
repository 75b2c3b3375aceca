import { describe, expect, it, test } from 'vitest';
import { expiryWarnings } from './saml-expiry.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

const text = samlMetadata();
const read = (given: string) => readSamlMetadata(given)?.canonical;

it('tells who signs, until when, and where people are sent', () => {
  expect(readSamlMetadata(text)).toMatchObject({
    entityId: 'https://idp.example.com/metadata',
    validUntil: undefined,
    certificates: [
      {
        fingerprint: 'c4bc063cdcd3728f803a28f6da809aec4d137ff3074f14ccd236740d2ec051cd',
        expires: '2036-11-18T15:08:58Z',
      },
    ],
    endpoints: ['https://idp.example.com/sso'],
  });
});

test.each([
  ['white space', text.replace(/>\s+</g, '><')],
  ['white space in a certificate', text.replace(/(\w{64})/g, '$1\n')],
  ['a comment', text.replace('<md:KeyDescriptor', '<!-- key --><md:KeyDescriptor')],
  ['no declaration', text.replace(/^<\?.*\?>\n/, '')],
  ['a byte order mark', `\uFEFF${text}`],
  ['other quotes', text.replace('use="signing"', "use = 'signing'")],
  ['an order of attributes', text.replace(/(Binding="[^"]+") (Location="[^"]+")/g, '$2 $1')],
  [
    'an empty element with its end',
    text.replace(/(<md:SingleSignOnService [^>]+)\/>/g, '$1></md:SingleSignOnService>'),
  ],
])('%s makes no difference', (_, other) => {
  expect(other).not.toBe(text);
  expect(read(other)).toBe(read(text));
});

test.each([
  ['another certificate', samlMetadata({ certificate: 'ending' })],
  ['another place', samlMetadata({ location: 'https://evil.example.com/sso' })],
  ['another name', samlMetadata({ entityId: 'https://other.example.com' })],
  ['another use of a key', text.replace('use="signing"', 'use="encryption"')],
])('%s does', (_, other) => {
  expect(read(other)).not.toBe(read(text));
});

test.each([
  ['nothing', ''],
  ['a page', '<html><body>Sign in</body></html>'],
  ['a service provider', text.replaceAll('IDPSSODescriptor', 'SPSSODescriptor')],
  ['a document type', text.replace('<md:Entity', '<!DOCTYPE x [<!ENTITY e "f">]><md:Entity')],
  ['comments without an end', '<!--'.repeat(50_000)],
])('%s is no metadata of an identity provider', (_, other) => {
  expect(readSamlMetadata(other)).toBeUndefined();
});

const another = 'AAAA';
test.each([
  ['a comment in an instruction', `<?x <!-- ?><k>${another}</k><?x --> ?>`],
  ['an instruction in a comment', `<!-- <?x --><k>${another}</k><!-- ?> -->`],
])('%s hides nothing', (_, aside) => {
  const given = text.replace('<md:KeyDescriptor', `${aside}<md:KeyDescriptor`);
  expect(read(given)).toContain(another);
});

test.each([
  ['as it is', text, false],
  ['no key', text.replace(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ''), false],
  ['an attribute', text.replace('<ds:X509Certificate', '<ds:X509Certificate Id="a"'), true],
  ['a reference to a character', text.replace('MIIB', '&#77;IIB'), true],
  ['no base64', text.replace('MIIB', 'M=IIB'), true],
  ['an empty one', text.replace(/(X509Certificate>)[^<]*/, '$1'), true],
  [
    'a bare key',
    text.replace(/<ds:X509Data>.*<\/ds:X509Data>/, '<ds:KeyName>k</ds:KeyName>'),
    true,
  ],
  ['another encoding', text.replace('UTF-8', 'UTF-7'), true],
])('whether a key is left unread: %s', (_, given, unread) => {
  expect(readSamlMetadata(given)?.hasUnreadKeys).toBe(unread);
});

test('a section of plain text makes it none', () => {
  const hidden = text.replace('<md:KeyDescriptor', '<![CDATA[<!--]]><md:KeyDescriptor');
  expect(readSamlMetadata(hidden)).toBeUndefined();
});

describe('what ends soon', () => {
  const warningsOf = (given: string, from: string) => {
    const metadata = readSamlMetadata(given);
    return metadata && expiryWarnings(metadata, from).length;
  };
  const until = text.replace('entityID', 'validUntil="2027-01-01T00:00:00Z" entityID');
  test.each([
    ['a lasting certificate', text, '2026-11-20T12:00:00Z', 0],
    ['one that ends', samlMetadata({ certificate: 'ending' }), '2026-11-20T12:00:00Z', 1],
    ['metadata that end', until, '2026-11-20T12:00:00Z', 0],
    ['metadata that end soon', until, '2026-12-20T12:00:00Z', 1],
  ])('%s', (_, given, from, expected) => {
    expect(warningsOf(given, from)).toBe(expected);
  });
});
