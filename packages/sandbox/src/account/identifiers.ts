import { createHash } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** AWS's prefixes of unique ids; keys and credentials included. */
export type IdPrefix =
  | 'ACCA'
  | 'AGPA'
  | 'AIDA'
  | 'AIPA'
  | 'AKIA'
  | 'ANPA'
  | 'APKA'
  | 'AROA'
  | 'ASCA'
  | 'ASIA';

/**
 * An id that depends only on what it stands for: the same history of one name gives the same ids
 * whatever happened to other names meanwhile, so two accounts can be compared.
 */
export function uniqueId(prefix: IdPrefix, seed: string): string {
  const length = prefix === 'AKIA' || prefix === 'ASIA' ? 16 : 17;
  return `${prefix}${letters(`${prefix}/${seed}`, length)}`;
}

/** Upper-case base32 letters from a seed; up to 51. */
export function letters(seed: string, length: number): string {
  let bits = BigInt(`0x${hash(seed)}`);
  let text = '';
  while (text.length < length) {
    text += base32.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return text;
}

/** Lower-case hexadecimal digits from a seed; up to 64. */
export function hexadecimal(seed: string, length: number): string {
  return hash(seed).slice(0, length);
}

/** A UUID from a seed. */
export function uuid(seed: string): string {
  const digits = hash(seed);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

function hash(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}
