import type { Policy, PrincipalKind } from '../language/policy.ts';
import { BudgetExceeded } from './budget.ts';
import type { Pattern } from './pattern.ts';
import { compileEntry, hasWildcard } from './principal-pattern.ts';
import { type TextSet, textSet } from './text-set.ts';

/** What policies write in `Principal` and `NotPrincipal`, `"*"` for everyone left out. */
export type EntryTexts = Readonly<Record<PrincipalKind, EntriesOfKind>>;

export interface EntriesOfKind {
  readonly literals: readonly string[];
  /** Those with wildcards. */
  readonly patterns: readonly Pattern[];
}

/** More than policies of IAM can name. */
const maxPrincipals = 1500;

/** @throws BudgetExceeded */
export function entryTexts(policies: readonly Policy[]): EntryTexts {
  const values = {
    AWS: new Set<string>(),
    Service: new Set<string>(),
    Federated: new Set<string>(),
    CanonicalUser: new Set<string>(),
  };
  for (const { statements } of policies)
    for (const { principal } of statements)
      for (const entry of principal?.principals ?? [])
        if (!entry.everyone) values[entry.kind].add(entry.value);
  if (values.AWS.size > maxPrincipals)
    throw new BudgetExceeded('The policies name too many principals to be compared.');
  return {
    AWS: sorted(values.AWS),
    Service: sorted(values.Service),
    Federated: sorted(values.Federated),
    CanonicalUser: sorted(values.CanonicalUser),
  };
}

function sorted(values: ReadonlySet<string>): EntriesOfKind {
  const all = [...values];
  return {
    literals: all.filter((value) => !hasWildcard(value)),
    patterns: all.filter(hasWildcard).map(compileEntry),
  };
}

/** These texts and no others. */
export function literalSet(texts: readonly string[]): TextSet {
  return textSet('literal', texts.map(compileEntry));
}

/** Each pattern by itself. */
export function ofNames(patterns: readonly Pattern[]): readonly TextSet[] {
  return patterns.map((pattern) => textSet('entry', [pattern]));
}
