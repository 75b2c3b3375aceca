import { matchesPattern } from '@rolecall/policy';
import type { ManifestAccount } from './manifest-account.ts';

/** What selectors go by. */
export type KnownAccount = Pick<ManifestAccount, 'name' | 'id' | 'tags'>;

/** Whether NAME, its pattern with * and ?, an id, or `tag:TAG` means the account. */
export function matchesAccount(selector: string, { name, id, tags }: KnownAccount): boolean {
  const tag = /^tag:(.+)$/.exec(selector)?.[1];
  if (tag !== undefined) return tags.includes(tag);
  return matchesPattern(selector.toLowerCase(), name) || selector === id;
}

/** Selectors that mean none of the accounts; a pattern may. */
export function strangers(
  selectors: readonly string[],
  accounts: readonly KnownAccount[],
): readonly string[] {
  return selectors.filter(
    (selector) =>
      !/[*?]/.test(selector) && !accounts.some((account) => matchesAccount(selector, account)),
  );
}

/** All that could have been meant. */
export function selectorsOf(accounts: readonly KnownAccount[]): readonly string[] {
  const tags = new Set(accounts.flatMap((account) => account.tags));
  return [...accounts.map(({ name }) => name), ...[...tags].map((tag) => `tag:${tag}`)];
}
