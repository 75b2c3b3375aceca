import type { Policy, PolicySource } from '@rolecall/policy';
import { visibleText } from './visible-text.ts';

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
  /** Which of them is a permissions boundary: it allows nothing by itself. */
  readonly boundary?: number | undefined;
  versionOf(policy: number): Policy['version'];
  /** `app.json:12`, or the name where there is no file. */
  placeOf(statement: StatementNumber): string;
}

/** `app.json:12, statement 2 "Logs"`. */
export function describePlace(side: PolicySide, number: StatementNumber): string {
  const { statement, sid } = number;
  const named = sid === undefined || sid === '' ? '' : ` "${sid}"`;
  return visibleText(`${side.placeOf(number)}, statement ${statement + 1}${named}`);
}
