import { createHash } from 'node:crypto';
import { type Diagnostic, isAgeRecipient, RolecallError, recipientFault } from '@rolecall/core';

/** A public key, as people compare it: `SHA256:` and 43 characters, as OpenSSH writes it. */
export function fingerprintOf(recipient: string): string {
  const hash = createHash('sha256').update(recipient).digest('base64').replace(/=+$/, '');
  return `SHA256:${hash}`;
}

/** Fails (`PARAMETER_INVALID`), naming each, where one of them is no key that we encrypt to. */
export function requireRecipients(recipients: readonly string[]): void {
  const wrong = recipients.filter((recipient) => !isAgeRecipient(recipient));
  if (recipients.length > 0 && wrong.length === 0) return;
  const faults = wrong.map(
    (recipient): Diagnostic => ({
      code: 'PARAMETER_INVALID',
      message: `recipient "${shown(recipient)}" ${recipientFault(recipient) ?? 'is no age key'}.`,
      hint: 'Make a pair of keys with `age-keygen`, and name the public one: age1….',
    }),
  );
  throw new RolecallError(
    'PARAMETER_INVALID',
    recipients.length === 0
      ? 'Nobody is named who could read it.'
      : 'Not every recipient is a key.',
    { diagnostics: faults },
  );
}

/** A private key that was given by mistake is not printed as well. */
function shown(recipient: string): string {
  return /^age-secret-key-/i.test(recipient) ? 'AGE-SECRET-KEY-…' : recipient.slice(0, 80);
}
