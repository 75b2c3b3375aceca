import { createHash } from 'node:crypto';

/** Short enough to be a part of an identity, long enough not to be met by chance or by trying. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
