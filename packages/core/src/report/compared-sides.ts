import { readPolicy } from '@rolecall/policy';
import type { PrincipalComparison } from '../access/compare-snapshots.ts';
import type { PolicySide } from './policy-side.ts';

/** The policies of a principal before and after, named by how it comes by them. */
export function comparedSides({
  labels,
  sources,
}: Pick<PrincipalComparison, 'labels' | 'sources'>): {
  readonly old: PolicySide;
  readonly next: PolicySide;
} {
  return { old: sideOf(labels.old, sources.old), next: sideOf(labels.new, sources.new) };
}

function sideOf(
  names: readonly string[],
  sources: PrincipalComparison['sources']['old'],
): PolicySide {
  // The last label, where it is one of a boundary whose document is known.
  const last = sources.length - 1;
  const boundary = names[last]?.startsWith('boundary ') === true ? last : undefined;
  return {
    names,
    sources,
    boundary,
    versionOf: (policy) => {
      const source = sources[policy];
      return source === undefined ? '2012-10-17' : readPolicy(source).version;
    },
    placeOf: ({ policy }) => names[policy] ?? '?',
  };
}
