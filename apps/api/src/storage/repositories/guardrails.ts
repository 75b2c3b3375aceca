import type { Actor, GuardrailsRecord } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

export interface GuardrailsReader {
  /** The version in force; undefined before the first. */
  current(): Promise<GuardrailsRecord | undefined>;
  get(version: number): Promise<GuardrailsRecord | undefined>;
}

export interface GuardrailsWriter extends GuardrailsReader {
  /** Adds a version behind the expected one; 0 expects that there is none. */
  publishIf(
    expectedVersion: number,
    guardrails: { readonly text: string; readonly changedBy: Actor; readonly createdAt: string },
  ): Promise<GuardrailsRecord | 'stale'>;
}

export function readGuardrails(db: Reading): GuardrailsReader {
  const all = () => db.selectFrom('guardrails').selectAll();
  return {
    current: () => all().orderBy('version', 'desc').limit(1).executeTakeFirst(),
    get: (version) => all().where('version', '=', version).executeTakeFirst(),
  };
}

export function writeGuardrails(trx: Writing): GuardrailsWriter {
  const reader = readGuardrails(trx);
  return {
    ...reader,
    async publishIf(expectedVersion, guardrails) {
      const current = await reader.current();
      if ((current?.version ?? 0) !== expectedVersion) return 'stale';
      // Two that saw the same version write the same key: one of them finds it taken.
      const row = await trx
        .insertInto('guardrails')
        .values({ ...guardrails, version: expectedVersion + 1 })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return row ?? 'stale';
    },
  };
}
