import { type Manifest, RolecallError } from '@rolecall/core';
import { notAnAccount, parseAccountChoice } from './account-choice.ts';

/** Fails before anything is asked where --account and the manifest disagree. */
export function requireSameAccount(manifest: Manifest, account: string | undefined): void {
  const choice = parseAccountChoice(account);
  if (choice.kind === 'named') throw notAnAccount(choice.name);
  if (choice.kind !== 'account' || choice.id === manifest.account) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `--account is ${choice.id}, but ${manifest.files[0]} is for ${manifest.account}.`,
    { hint: 'Name the manifest of that account with --manifest, or correct --account.' },
  );
}
