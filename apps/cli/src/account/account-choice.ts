import { RolecallError } from '@rolecall/core';

/**
 * What --account says: whichever the credentials are for, a certain one, one that a manifest of
 * several has a name for, or a sandbox.
 */
export type AccountChoice =
  | { readonly kind: 'any' }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'sandbox'; readonly scenario: string };

export function parseAccountChoice(text: string | undefined): AccountChoice {
  if (text === undefined) return { kind: 'any' };
  if (/^\d{12}$/.test(text)) return { kind: 'account', id: text };
  const scenario = /^sandbox:(.+)$/.exec(text)?.[1];
  if (scenario !== undefined) return { kind: 'sandbox', scenario };
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text)) return { kind: 'named', name: text };
  throw notAnAccount(text);
}

export function notAnAccount(text: string): RolecallError {
  return new RolecallError('USAGE', `--account does not take "${text}".`, {
    hint: 'Give the 12 digits of an account id, the name of one in a manifest of several, or sandbox:neglected for an account in memory.',
  });
}
