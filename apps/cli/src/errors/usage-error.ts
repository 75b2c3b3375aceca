import { RolecallError } from '@rolecall/core';
import type { CommanderError } from 'commander';

/** What commander says of a command line: `error: unknown option '--jsn'\n(Did you mean --json?)`. */
export function usageError({ message }: CommanderError): RolecallError {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = rest.join(' ').replace(/^\(|\)$/g, '');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  return new RolecallError('USAGE', /[.?!]$/.test(sentence) ? sentence : `${sentence}.`, {
    hint: hint === '' ? 'See --help.' : hint,
  });
}
