import { type Diagnostic, refuse } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { type KnownAccount, matchesAccount, selectorsOf, strangers } from './matches-account.ts';

/**
 * Those of the accounts that some selector means: names, patterns, ids, `tag:TAG`. Fails (`USAGE`)
 * with every selector that means none, so that a slip is not taken for nothing to do.
 */
export function chooseAccounts<Account extends KnownAccount>(
  accounts: readonly Account[],
  selectors: readonly string[],
): readonly Account[] {
  const chosen = accounts.filter((account) =>
    selectors.some((selector) => matchesAccount(selector, account)),
  );
  const unknown = [
    ...strangers(selectors, accounts),
    ...selectors.filter(
      (selector) => /[*?]/.test(selector) && !chosen.some((one) => matchesAccount(selector, one)),
    ),
  ];
  if (unknown.length === 0) return chosen;
  const known = selectorsOf(accounts);
  return refuse(
    'Not all accounts that were asked for are in the manifest.',
    unknown.map((selector): Diagnostic => {
      const near = nearestName(selector, known);
      return {
        code: 'USAGE',
        message: `No account is "${selector}".`,
        hint: near === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${near}"?`,
      };
    }),
  );
}
