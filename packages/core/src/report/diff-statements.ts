import {
  canonicalJson,
  canonicalPolicy,
  type Json,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';

export interface StatementDiff {
  readonly added: readonly PolicyStatement[];
  readonly removed: readonly PolicyStatement[];
  readonly kept: number;
}

/** Compares two documents statement by statement, in canonical form; `null` is no document. */
export function diffStatements(before: Json, after: Json, partition: string): StatementDiff {
  const old = keyed(before, partition);
  const now = keyed(after, partition);
  return {
    added: now.flatMap(({ key, statement }) => (has(old, key) ? [] : [statement])),
    removed: old.flatMap(({ key, statement }) => (has(now, key) ? [] : [statement])),
    kept: now.filter(({ key }) => has(old, key)).length,
  };
}

interface Keyed {
  readonly key: string;
  readonly statement: PolicyStatement;
}

function keyed(document: Json, partition: string): readonly Keyed[] {
  const parsed = policyDocumentSchema.safeParse(document);
  if (!parsed.success) return [];
  return statementsOf(parsed.data).map((statement) => ({
    key: canonicalJson(canonicalPolicy({ Statement: statement }, { partition })),
    statement,
  }));
}

function has(list: readonly Keyed[], key: string): boolean {
  return list.some((each) => each.key === key);
}
