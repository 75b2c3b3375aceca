import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { encryptArmored, encryptBinary } from './encrypt.ts';
import { fingerprintOf } from './recipients.ts';

async function pair() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function read(file: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(file, 'text');
}

describe('age', () => {
  it('lets each recipient read by itself, and nobody else', async () => {
    const [first, second, stranger] = await Promise.all([pair(), pair(), pair()]);
    const to = [first.recipient, second.recipient];
    const armored = await encryptArmored('the secret', to);
    expect(armored).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(await read(armor.decode(armored), first.identity)).toBe('the secret');
    expect(await read(await encryptBinary('the secret', to), second.identity)).toBe('the secret');
    await expect(read(armor.decode(armored), stranger.identity)).rejects.toThrow();
  });

  const wrong: readonly [string, RegExp][] = [
    ['jane@example.com', /no age key/],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOk', /SSH/],
    ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p', /documentation/],
    ['age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pq', /checksum/],
    ['AGE-SECRET-KEY-1QQQ', /private/],
    [`age1pq1${'q'.repeat(90)}`, /another kind/],
  ];
  it.each(wrong)('refuses %s, and says which and why', async (text, why) => {
    const { recipient } = await pair();
    await expect(encryptArmored('x', [recipient, text])).rejects.toMatchObject({
      code: 'PARAMETER_INVALID',
      details: { diagnostics: [{ message: expect.stringMatching(why) }] },
    });
  });

  it('refuses to encrypt to nobody', async () => {
    await expect(encryptArmored('x', [])).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  });

  it('tells keys by their fingerprint', () => {
    expect(fingerprintOf('age1x')).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });
});
