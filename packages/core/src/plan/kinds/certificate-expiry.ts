/**
 * The end of an X.509 certificate's validity, as ISO 8601; `undefined` where the bytes are none.
 * Source: RFC 5280, section 4.1: Certificate → TBSCertificate → Validity → notAfter.
 */
export function certificateExpiry(der: Uint8Array): string | undefined {
  const certificate = readElement(der, 0);
  const body = certificate && readElement(der, certificate.start);
  if (body === undefined) return undefined;
  let at = body.start;
  // The version is there or not; then serial number, signature, issuer.
  const first = readElement(der, at);
  if (first?.tag === 0xa0) at = first.end;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const element = readElement(der, at);
    if (element === undefined) return undefined;
    at = element.end;
  }
  const validity = readElement(der, at);
  const notBefore = validity && readElement(der, validity.start);
  const notAfter = notBefore && readElement(der, notBefore.end);
  if (notAfter === undefined) return undefined;
  return readTime(notAfter.tag, String.fromCharCode(...der.subarray(notAfter.start, notAfter.end)));
}

interface Element {
  readonly tag: number;
  /** Of the content. */
  readonly start: number;
  readonly end: number;
}

function readElement(der: Uint8Array, at: number): Element | undefined {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 4) return undefined;
  const length = more === 0 ? first : der.subarray(at + 2, at + 2 + more).reduce(shiftIn, 0);
  const start = at + 2 + more;
  return start + length > der.length ? undefined : { tag, start, end: start + length };
}

function shiftIn(sum: number, byte: number): number {
  return sum * 256 + byte;
}

/** UTCTime has two digits for the year: those from 50 on are of the last century. */
function readTime(tag: number, text: string): string | undefined {
  const whole = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(whole);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
