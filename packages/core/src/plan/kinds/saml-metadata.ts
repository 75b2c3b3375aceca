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
  /** Whether there is more to sign with than could be read: no word on `certificates` is the last. */
  readonly hasUnreadKeys: boolean;
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
  // Entities of a document type, and sections of plain text, could make one text mean another.
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(text)) return undefined;
  const canonical = canonicalXml(text);
  const entity = /^<(?:[\w.-]+:)?EntityDescriptor((?: [\w:.-]+="[^"]*")*)>/.exec(canonical);
  if (entity === null || !/<(?:[\w.-]+:)?IDPSSODescriptor[ >]/.test(canonical)) return undefined;
  const attributes = attributesOf(entity[1] ?? '');
  return {
    entityId: attributes.get('entityID') ?? '',
    validUntil: attributes.get('validUntil'),
    certificates: certificatesIn(canonical),
    hasUnreadKeys: hasUnreadKeys(canonical) || isSpeltOtherwise(text),
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

/** What could not be read is compared as it stands. */
export function metadataOf(text: string): SamlMetadata {
  return (
    readSamlMetadata(text) ?? {
      entityId: '',
      validUntil: undefined,
      certificates: [],
      hasUnreadKeys: true,
      endpoints: [],
      canonical: text,
    }
  );
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
  return withoutAsides(text.replace(/^\uFEFF/, ''))
    .replace(/>([^<]*)</g, (_, content: string) => `>${content.replace(/\s+/g, '')}<`)
    .replace(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g, canonicalTag)
    .trim();
}

/**
 * Without comments and processing instructions. In one pass, whatever the text holds: what begins
 * one within another begins nothing, or a reader of XML would see what we do not.
 */
function withoutAsides(text: string): string {
  let end: string | undefined;
  const kept = text.split(/(<!--|-->|<\?|\?>)/).map((piece) => {
    if (end !== undefined) {
      if (piece === end) end = undefined;
      return '';
    }
    end = piece === '<!--' ? '-->' : piece === '<?' ? '?>' : undefined;
    return end === undefined ? piece : '';
  });
  return kept.join('');
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
  return [...new Set([...canonical.matchAll(certificate)].map(([, base64 = '']) => base64))].map(
    (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return {
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
        expires: certificateExpiry(bytes),
      };
    },
  );
}

const certificate =
  /<(?:[\w.-]+:)?X509Certificate>((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?)<\/(?:[\w.-]+:)?X509Certificate>/g;

/** Every key has a certificate, and every certificate was read. */
function hasUnreadKeys(canonical: string): boolean {
  const named = [...canonical.matchAll(/<(?:[^\s<>/:]+:)?X509Certificate[\s>]/g)].length;
  if (named !== [...canonical.matchAll(certificate)].length) return true;
  return canonical
    .split(/<(?:[^\s<>/:]+:)?KeyDescriptor[\s>]/)
    .slice(1)
    .some(
      (key) => !/<(?:[^\s<>/:]+:)?X509Certificate[\s>]/.test(key.split('KeyDescriptor>')[0] ?? ''),
    );
}

/** In another encoding the same bytes are another text. */
function isSpeltOtherwise(text: string): boolean {
  const [, encoding = 'utf-8'] =
    /^\uFEFF?\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/i.exec(text) ?? [];
  return !/^(?:utf-?8|us-ascii)$/i.test(encoding);
}
