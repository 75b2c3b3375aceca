import { decodeBase64 } from '../language/values/base64.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * Both sides are base64; their bytes have to be the same. What is no base64 matches nothing.
 * Source: IAM User Guide, "Binary condition operators".
 */
export function binaryMatcher(value: string): ValueMatcher {
  const wanted = decodeBase64(value);
  if (wanted === undefined) return neverMatches;
  return (requested) => {
    const bytes = decodeBase64(requested);
    if (bytes?.length !== wanted.length) return false;
    return bytes.every((byte, index) => byte === wanted[index]);
  };
}
