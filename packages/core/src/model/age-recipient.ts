/**
 * Public keys of age that credentials are encrypted to: X25519, `age1` and 58 characters of Bech32
 * (https://age-encryption.org/v1, BIP 173).
 */
export function isAgeRecipient(text: string): boolean {
  return recipientFault(text) === undefined;
}

/** Why it is no key that we encrypt to, as the end of a sentence. */
export function recipientFault(text: string): string | undefined {
  if (/^AGE-SECRET-KEY-/i.test(text)) {
    return 'is a private key: nobody else may know it. Make a new pair, and name the public one';
  }
  if (/^(ssh-|ecdsa-|sk-)/.test(text)) return 'is an SSH key, and only age keys (age1…) are taken';
  if (/^age1(pq|tag|tagpq|yubikey)1/.test(text)) {
    return 'is a key of another kind: only X25519 keys (age1 and 58 characters) are taken';
  }
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return 'is no age key: age1 and 58 characters';
  if (text === documented) return 'is the key of the documentation of age, and nobody’s';
  return checksum(text) === 1 ? undefined : 'has a mistyped character: its checksum is wrong';
}

/** The example of age's own README. */
const documented = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The checksum of BIP 173, over the human-readable part `age` and the data. */
function checksum(text: string): number {
  const prefix = [...'age'].map((character) => character.charCodeAt(0));
  const data = [...text.slice(4)].map((character) => alphabet.indexOf(character));
  const values = [...prefix.map((c) => c >> 5), 0, ...prefix.map((c) => c & 31), ...data];
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    const next = ((sum & 0x1ffffff) << 5) ^ value;
    return generator.reduce((mixed, part, bit) => ((top >> bit) & 1 ? mixed ^ part : mixed), next);
  }, 1);
}
