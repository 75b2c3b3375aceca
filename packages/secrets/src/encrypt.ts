import { armor, Encrypter } from 'age-encryption';
import { requireRecipients } from './recipients.ts';

/**
 * Encrypts a text so that each of the recipients can read it by itself, in age's ASCII armour.
 * Fails (`PARAMETER_INVALID`) before anything is encrypted where one of them is no key.
 */
export async function encryptArmored(text: string, recipients: readonly string[]): Promise<string> {
  return armor.encode(await encryptBinary(text, recipients));
}

/** The same in age's binary form. */
export async function encryptBinary(
  text: string,
  recipients: readonly string[],
): Promise<Uint8Array> {
  requireRecipients(recipients);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(text);
}
