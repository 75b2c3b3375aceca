import { RolecallError } from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { nobodyToAsk } from '../applying/confirm-plan.ts';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';

/** Several accounts at once are too much to mean by leaving something out. */
export function requireAnswer({ environment, options }: Invocation<ApplyOptions>): void {
  const { kind } = parseAccountChoice(options.account);
  const chosen = options.all === true || options.accounts !== undefined;
  if (!chosen && !['account', 'named'].includes(kind)) {
    throw new RolecallError('USAGE', 'This manifest is for several accounts: say which.', {
      hint: 'Name them with --accounts, or say --all; or apply a plan that was reviewed.',
    });
  }
  const { stdin, stderr } = environment;
  if (options.yes !== true && !(stdin.isTTY && stderr.isTTY)) throw nobodyToAsk();
}
