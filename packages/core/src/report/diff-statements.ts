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
  /** What differs beside the statements, e.g. the Version. */
  readonly remarks: readonly string[];
}

/** Compares two documents statement by statement, in canonical form; `null` is no document. */
export function diffStatements(before: Json, after: Json, partition: string): StatementDiff {
  const old = read(before, partition);
  const now = read(after, partition);
  return {
    added: now.statements.flatMap(({ key, statement }) => (has(old, key) ? [] : [statement])),
    removed: old.statements.flatMap(({ key, statement }) => (has(now, key) ? [] : [statement])),
    kept: now.statements.filter(({ key }) => has(old, key)).length,
    remarks: [
      ...(before !== null && after !== null && old.version !== now.version
        ? [`Version ${old.version} → ${now.version}`]
        : []),
      ...old.remarks,
      ...now.remarks,
    ],
  };
}

interface ReadDocument {
  readonly version: string;
  readonly statements: readonly { readonly key: string; readonly statement: PolicyStatement }[];
  readonly remarks: readonly string[];
}

function read(document: Json, partition: string): ReadDocument {
  if (document === null) return { version: '', statements: [], remarks: [] };
  const parsed = policyDocumentSchema.safeParse(document);
  // A reviewer sees what we cannot read as it is, rather than nothing.
  if (!parsed.success) return { version: '', statements: [], remarks: [JSON.stringify(document)] };
  return {
    version: parsed.data.Version ?? '2008-10-17',
    statements: statementsOf(parsed.data).map((statement) => ({
      key: canonicalJson(canonicalPolicy({ Statement: statement }, { partition })),
      statement,
    })),
    remarks: [],
  };
}

function has({ statements }: ReadDocument, key: string): boolean {
  return statements.some((each) => each.key === key);
}
