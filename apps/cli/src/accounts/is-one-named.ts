import { parseAccountChoice } from '../account/account-choice.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';

/** Whether an account is asked for that only a manifest for several can know. */
export function isOneNamed({
  account,
  accounts,
}: Pick<SeveralOptions, 'accounts'> & { readonly account?: string }): boolean {
  return accounts !== undefined || parseAccountChoice(account).kind === 'named';
}
