import { createCipheriv, createDecipheriv, createHash, type randomBytes } from 'node:crypto';

/** Keeps secrets that have to be used again unreadable in the database and its backups. */
export interface Sealer {
  /** What is sealed now begins so; what begins otherwise was sealed with an older key. */
  readonly prefix: string;
  /** @param about What it belongs to; it opens only there, so that no row can lend it to another. */
  seal(text: string, about: string): string;
  /** @throws Error where no key fits, or it was changed or moved */
  open(sealed: string, about: string): string;
}

/**
 * AES-256-GCM; a sealed text is `s1.{key}.{nonce}.{tag and ciphertext}` in base64url, and `key` the
 * first 8 hex digits of the SHA-256 of the key's.
 *
 * @param keys Of 32 bytes; the first seals, all of them open.
 */
export function createSealer(
  keys: readonly [Buffer, ...Buffer[]],
  { random }: { readonly random: typeof randomBytes },
): Sealer {
  const [current] = keys;
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const currentId = keyId(current);
  return {
    prefix: `s1.${currentId}.`,
    seal(text, about) {
      const nonce = random(12);
      const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(Buffer.from(about));
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([cipher.getAuthTag(), ciphertext]);
      return ['s1', currentId, text64(nonce), text64(sealed)].join('.');
    },
    open(sealed, about) {
      const [version, id = '', nonce = '', content = ''] = sealed.split('.');
      const key = byId.get(id);
      if (version !== 's1' || key === undefined) throw new Error('No sealing key fits.');
      const bytes = Buffer.from(content, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(0, 16));
      return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
    },
  };
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function text64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
