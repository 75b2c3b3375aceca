import type { PrincipalElement, Statement } from '../language/policy.ts';
import { entryName, type PrincipalCandidate } from './principal-candidates.ts';

/** Whom `NotPrincipal` spares in a Deny: see `evaluateRequest`. */
export type NotPrincipalReading = 'documented' | 'lenient';

/** The candidates a statement speaks of, by their place in the list. */
export function principalsOf(
  { principal, effect }: Pick<Statement, 'principal' | 'effect'>,
  candidates: readonly PrincipalCandidate[],
  reading: NotPrincipalReading,
): bigint {
  let set = 0n;
  const listed = new Set(principal?.principals.map(entryName));
  for (const [at, candidate] of candidates.entries()) {
    const applies =
      principal === undefined || speaksOf(principal, listed, candidate, effect, reading);
    if (applies) set |= 1n << BigInt(at);
  }
  return set;
}

function speaksOf(
  { negated }: PrincipalElement,
  listed: ReadonlySet<string>,
  candidate: PrincipalCandidate,
  effect: Statement['effect'],
  reading: NotPrincipalReading,
): boolean {
  const named = listed.has('*') || [...candidate.names].some((name) => listed.has(name));
  if (!negated) return named;
  if (effect === 'Allow' || reading === 'lenient' || !named) return !named;
  if (listed.has('*') || candidate.mustBeListed.length === 0) return false;
  return !candidate.mustBeListed.every((names) => names.some((name) => listed.has(name)));
}
