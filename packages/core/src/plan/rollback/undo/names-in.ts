import type { Json } from '@rolecall/policy';
import type { Facets } from '../../plan.ts';

/** Names that facets `kind/NAME` have. */
export function namesIn(kind: string, facets: Facets): readonly string[] {
  return Object.keys(membersIn(kind, facets));
}

/** Name → value of facets `kind/NAME`. */
export function membersIn(kind: string, facets: Facets): { readonly [name: string]: Json } {
  const members = Object.entries(facets).flatMap(([facet, value]) =>
    facet.startsWith(`${kind}/`) && value !== null ? [[facet.slice(kind.length + 1), value]] : [],
  );
  return Object.fromEntries(members);
}
