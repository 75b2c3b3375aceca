import { createHash } from 'node:crypto';
import type { Json } from '@rolecall/policy';
import { certificateExpiry } from './certificate-expiry.ts';

/** What an identity provider says of itself, as far as people judge it. */
export interface SamlMetadata {
  readonly entityId: string;
  /** ISO 8601, as the provider says it. */
  readonly validUntil: string | undefined;
  /** That its assertions are signed with. */
  readonly certificates: readonly SigningCertificate[];
  /** Where people are sent to sign in. */
  readonly endpoints: readonly string[];
  /** The same for documents that differ in white space, comments and the order of attributes only. */
  readonly canonical: string;
}

interface SigningCertificate {
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601; `undefined` where the certificate could not be read. */
  readonly expires: string | undefined;
}

/** Reads the metadata of a SAML identity provider; `undefined` where it is none. */
export function readSamlMetadata(text: string): SamlMetadata | undefined {
  // Entities of a document type could make one text mean another.
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  const canonical = canonicalXml(text);
  const entity = /^<(?:[\w.-]+:)?EntityDescriptor((?: [\w:.-]+="[^"]*")*)>/.exec(canonical);
  if (entity === null || !/<(?:[\w.-]+:)?IDPSSODescriptor[ >]/.test(canonical)) return undefined;
  const attributes = attributesOf(entity[1] ?? '');
  return {
    entityId: attributes.get('entityID') ?? '',
    validUntil: attributes.get('validUntil'),
    certificates: certificatesIn(canonical),
    endpoints: [
      ...new Set(
        [
          ...canonical.matchAll(/<(?:[\w.-]+:)?SingleSignOnService((?: [\w:.-]+="[^"]*")*)>/g),
        ].flatMap(([, given = '']) => attributesOf(given).get('Location') ?? []),
      ),
    ],
    canonical,
  };
}

/** As a plan shows it: the document itself is long, and says little to people. */
export function showMetadata(metadata: SamlMetadata): Json {
  const { entityId, validUntil, certificates, endpoints } = metadata;
  return {
    entityId,
    validUntil: validUntil ?? null,
    certificates: certificates.map(
      ({ fingerprint, expires }) => `${fingerprint.slice(0, 16)} until ${expires ?? 'unknown'}`,
    ),
    signIn: [...endpoints],
  };
}

function canonicalXml(text: string): string {
  return without(without(text.replace(/^\uFEFF/, ''), '<!--', '-->'), '<?', '?>')
    .replace(/>([^<]*)</g, (_, content: string) => `>${content.replace(/\s+/g, '')}<`)
    .replace(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g, canonicalTag)
    .trim();
}

/** In one pass, whatever the text holds. */
function without(text: string, open: string, close: string): string {
  const [first = '', ...rest] = text.split(open);
  const kept = rest.map((piece) => {
    const end = piece.indexOf(close);
    return end < 0 ? '' : piece.slice(end + close.length);
  });
  return [first, ...kept].join('');
}

function canonicalTag(_: string, name: string, attributes: string, empty: string): string {
  const sorted = [...attributesOf(attributes)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');
  return `<${name}${sorted}>${empty === '' ? '' : `</${name}>`}`;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, key = '', double, single]) => [key, double ?? (single ?? '').replaceAll('"', '&quot;')],
    ),
  );
}

function certificatesIn(canonical: string): readonly SigningCertificate[] {
  const texts = [
    ...canonical.matchAll(
      /<(?:[\w.-]+:)?X509Certificate>([A-Za-z0-9+/=]*)<\/(?:[\w.-]+:)?X509Certificate>/g,
    ),
  ].map(([, base64 = '']) => base64);
  return [...new Set(texts)].map((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return {
      fingerprint: createHash('sha256').update(bytes).digest('hex'),
      expires: certificateExpiry(bytes),
    };
  });
}
