import type { PolicySide } from '@rolecall/core';
import { type PolicySource, readPolicy } from '@rolecall/policy';

/** The policies of one side of a comparison, named by their place in the body: `next[0]`. */
export function givenSide(name: 'old' | 'next', sources: readonly PolicySource[]): PolicySide {
  const names = sources.map((_, index) => `${name}[${index}]`);
  return {
    names,
    sources,
    versionOf: (index) => {
      const source = sources[index];
      return source === undefined ? '2012-10-17' : readPolicy(source).version;
    },
    placeOf: ({ policy }) => names[policy] ?? '?',
  };
}
