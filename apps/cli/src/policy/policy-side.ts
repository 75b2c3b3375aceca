import { visibleText } from '@rolecall/core';
import { type Policy, type PolicySource, printJson } from '@rolecall/policy';
import { nameOf, type PlacedPolicy } from './policy-files.ts';

/** A statement by number, as the engine counts: documents and statements from 0. */
export interface StatementNumber {
  readonly policy: number;
  readonly statement: number;
  readonly sid: string | undefined;
}

/** The policies of one side of a question, and how to name their parts. */
export interface PolicySide {
  readonly names: readonly string[];
  readonly sources: readonly PolicySource[];
  versionOf(policy: number): Policy['version'];
  /** `app.json:12`, or the name where there is no file. */
  placeOf(statement: StatementNumber): string;
}

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

/** `app.json:12, statement 2 "Logs"`. */
export function describePlace(side: PolicySide, number: StatementNumber): string {
  const { statement, sid } = number;
  const named = sid === undefined || sid === '' ? '' : ` "${sid}"`;
  return visibleText(`${side.placeOf(number)}, statement ${statement + 1}${named}`);
}
