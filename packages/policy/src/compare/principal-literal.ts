import type { PrincipalElement, PrincipalEntry, Statement } from '../language/policy.ts';
import type { BoxContext } from './box.ts';
import { entryName, type PrincipalCandidate } from './principal-candidates.ts';
import { compileEntry, hasWildcard, headOf } from './principal-pattern.ts';
import type { PrincipalReading } from './reading.ts';
import { matchesText } from './word-search.ts';

/** The candidates a statement speaks of, by their place in the list. */
export function principalsOf(statement: Statement, context: BoxContext): bigint {
  const { principal } = statement;
  let set = 0n;
  const isListed = listing(statement, context);
  for (const [at, candidate] of context.candidates.entries()) {
    const applies =
      principal === undefined ||
      speaksOf({ ...statement, principal }, candidate, { isListed, reading: context.reading });
    if (applies) set |= 1n << BigInt(at);
  }
  return set;
}

interface Listing {
  readonly isListed: (name: string) => boolean;
  readonly reading: PrincipalReading;
}

function speaksOf(
  { principal, effect }: Statement & { readonly principal: PrincipalElement },
  candidate: PrincipalCandidate,
  { isListed, reading }: Listing,
): boolean {
  const everyone = isListed('*');
  const named = everyone || [...candidate.names].some(isListed);
  if (!principal.negated) return named;
  if (effect === 'Allow' || reading.notPrincipal === 'lenient' || !named) return !named;
  if (everyone || candidate.mustBeListed.length === 0) return false;
  const groups =
    reading.notPrincipal === 'strict'
      ? (candidate.mustBeListedStrictly ?? candidate.mustBeListed)
      : candidate.mustBeListed;
  return !groups.every((names) => names.some(isListed));
}

/** Whether the statement lists a name, spelt as `entryName` does, by itself or by a pattern. */
function listing(statement: Statement, context: BoxContext): (name: string) => boolean {
  const entries = statement.principal?.principals ?? [];
  const literals = new Set(entries.map(entryName));
  const wild = entries.filter((entry) => isPattern(entry, statement, context));
  if (wild.length === 0) return (name) => literals.has(name);
  if (wild.some((entry) => /^AWS \*+$/.test(entryName(entry)))) literals.add('*');
  // The kind stands before the text, without wildcards: both can be matched as one.
  const patterns = wild.map((entry) => {
    const name = entryName(entry);
    return { head: headOf(name), pattern: compileEntry(name) };
  });
  const known = new Map<string, boolean>();
  return (name) => {
    const found =
      known.get(name) ??
      (literals.has(name) ||
        patterns.some(({ head, pattern }) => name.startsWith(head) && matchesText(pattern, name)));
    known.set(name, found);
    return found;
  };
}

/**
 * Whether the wildcards of an entry are read as such. An Allow of the old policies: always, as AWS
 * documents for reference policies. Otherwise the stricter readings take them as they limit the
 * answer "none" most, in each place by itself; an entry that both sides write is read alike in both.
 */
function isPattern(
  entry: PrincipalEntry,
  { effect, principal }: Statement,
  { reading, side, sharedEntries }: BoxContext,
): boolean {
  if (entry.everyone || !hasWildcard(entry.value)) return false;
  const negated = principal?.negated === true;
  if (reading.principalWildcards === 'patterns') return true;
  if (side === 'old' && effect === 'Allow' && !negated) return true;
  if (sharedEntries.has(entryName(entry))) return reading.principalWildcards === 'strict';
  const widens = (effect === 'Allow') !== negated;
  return widens === (side === 'new');
}
