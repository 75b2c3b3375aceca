import { matchesPattern } from '@rolecall/policy';
import { type ManifestAccount, makeAccount } from './manifest-account.ts';
import type { DiscoveryRule, ManifestSet } from './read-manifest-set.ts';

/** An account as Organizations lists it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  /** `ACTIVE`, `SUSPENDED` … */
  readonly status: string;
  readonly isManagement: boolean;
  /** Ids of the units it lies in, asked for one after the other, with those above them. */
  readonly units: readonly string[];
}

/**
 * The accounts of the organization that the manifest's rules mean, but not those it names itself.
 * The management account has to be named: no pattern should reach what all others hang on. What is
 * closed or suspended cannot be signed in to.
 */
export function discoveredAccounts(
  { discovery, accounts, defaults, partition }: ManifestSet,
  listed: readonly ListedAccount[],
): readonly ManifestAccount[] {
  const named = new Set(accounts.map(({ id }) => id));
  const found = listed.flatMap((one) => {
    if (named.has(one.id) || one.isManagement || one.status !== 'ACTIVE') return [];
    const rule = discovery.find((each) => fits(each, one));
    return rule === undefined ? [] : [{ one, rule }];
  });
  const slugs = found.map(({ one }) => slugOf(one));
  const taken = new Set(accounts.map(({ name }) => name));
  return found
    .map(({ one, rule }) => {
      const slug = slugOf(one);
      const isUnique = slugs.filter((each) => each === slug).length === 1 && !taken.has(slug);
      const { id } = one;
      const name = isUnique ? slug : `${slug}-${id}`;
      const { position } = rule;
      return makeAccount({ name, id, partition, discovered: true, position }, rule, defaults);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fits({ units, include, exclude }: DiscoveryRule, one: ListedAccount): boolean {
  if (units !== undefined && !units.some((unit) => one.units.includes(unit))) return false;
  const matches = (pattern: string) =>
    pattern === one.id || matchesPattern(pattern.toLowerCase(), one.name.toLowerCase());
  return include.some(matches) && !exclude.some(matches);
}

/** Names of AWS hold any text; ours go into placeholders, options and tables. */
function slugOf({ name, id }: ListedAccount): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? id : slug;
}
