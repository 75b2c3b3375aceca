import { RolecallError } from '@rolecall/core';
import { InvalidArgumentError, Option } from 'commander';

export const accountOption = new Option(
  '--account <account>',
  'only this account (12 digits), or sandbox:<scenario>, an account in memory',
);

export const manifestOption = new Option(
  '-f, --manifest <file>',
  'the manifest (default: rolecall.yaml)',
);

export const guardrailsOption = new Option(
  '--guardrails <file>',
  'refuse what these guardrails do not let through',
);

export const includeRetiredOption = new Option(
  '--include-retired',
  'allow blueprints and settings of services that AWS has closed',
);

export const asOfOption = new Option(
  '--as-of <instant>',
  'as it will be then, in UTC: what has expired by then is gone',
);

export const accountsOption = new Option(
  '--accounts <names>',
  'of a manifest for several: names, patterns, ids, tag:TAG, with commas between',
).argParser((text) => text.split(',').filter((word) => word !== ''));

export const atOnceOption = new Option(
  '--accounts-at-once <n>',
  'accounts that are worked on at once (default: 4)',
).argParser(parseAtOnce);

export const externalIdOption = new Option(
  '--external-id-file <file>',
  'external id for roles of which the manifest says none',
);

/** Options about the accounts of a manifest for several. */
export interface SeveralOptions {
  readonly accounts?: readonly string[];
  readonly accountsAtOnce?: number;
  readonly externalIdFile?: string;
}

/** Fails where they are given and the manifest is for one account. */
export function refuseSeveral({ accounts, accountsAtOnce, externalIdFile }: SeveralOptions): void {
  const given = [
    ...(accounts === undefined ? [] : ['--accounts']),
    ...(accountsAtOnce === undefined ? [] : ['--accounts-at-once']),
    ...(externalIdFile === undefined ? [] : ['--external-id-file']),
  ];
  const [first] = given;
  if (first === undefined) return;
  throw new RolecallError('USAGE', `${first} is for a manifest of several accounts.`, {
    hint: 'Write `accounts:` in the place of `account:`, or leave the option out.',
  });
}

const mostAtOnce = 32;

function parseAtOnce(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= mostAtOnce) return number;
  throw new InvalidArgumentError(`A number from 1 to ${mostAtOnce}.`);
}
