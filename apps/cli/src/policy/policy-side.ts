import type { PolicySide } from '@rolecall/core';
import { printJson } from '@rolecall/policy';
import { nameOf, type PlacedPolicy } from './policy-files.ts';

/** A side whose policies are in files, with their texts. */
export interface FileSide extends PolicySide {
  /** Each policy by itself, as JSON. */
  readonly texts: readonly string[];
}

export function sideOfFiles(policies: readonly PlacedPolicy[]): FileSide {
  return {
    texts: policies.map(({ tree }) => (tree === undefined ? '' : printJson(tree.root))),
    names: policies.map(nameOf),
    sources: policies.map(({ policy }) => policy),
    versionOf: (index) => policies[index]?.policy.version ?? '2012-10-17',
    placeOf: ({ policy, statement }) => {
      const { file, line } = policies[policy]?.placeOf(statement) ?? { file: '?', line: 0 };
      return `${file}:${line}`;
    },
  };
}
