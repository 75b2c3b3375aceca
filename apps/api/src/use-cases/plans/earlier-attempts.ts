import { type OperationResult, runsOf } from '@rolecall/core';
import { z } from 'zod';
import type { ApplicationRecord, AuditEvent } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import { readEntries } from './application-journal.ts';

/** What is known of the attempts at an application that did not come to their end. */
export interface Earlier {
  /** How many were begun. */
  readonly attempts: number;
  /** What they told of, by the id of the operation; of what was told twice, the last word. */
  readonly results: ReadonlyMap<string, OperationResult>;
  readonly warnings: readonly string[];
  /** Whether they began to change anything. */
  readonly hasBegun: boolean;
  /** Ids of the operations that were carried out, as they told or wrote into their journal. */
  readonly done: ReadonlySet<string>;
}

/** As `createProgress` writes it. */
const operation = z.object({
  id: z.string(),
  action: z.string(),
  resource: z.string(),
  facet: z.string(),
  status: z.enum(['done', 'already', 'failed', 'skipped', 'not-started']),
  message: z.string().nullable(),
});
const warning = z.object({ message: z.string() });

/** Whether the operation after the last one that was told of was carried out, nobody knows. */
export async function readEarlier(
  { auditEvents, journal }: Pick<Readers, 'auditEvents' | 'journal'>,
  {
    id,
    accountId,
    scope,
  }: Pick<ApplicationRecord, 'id' | 'accountId'> & { readonly scope: string },
): Promise<Earlier> {
  const events = await eventsOf(auditEvents, id);
  const of = (type: string) => events.filter((event) => event.type === `application.${type}`);
  const results = new Map(
    of('operation')
      .map(({ data }) => operation.parse(data))
      .map(({ message, ...result }) => [
        result.id,
        message === null ? result : { ...result, message },
      ]),
  );
  const entries = await readEntries(journal, { accountId, scope, applicationId: id });
  const runs = runsOf(entries).filter(({ begun }) => begun.door === `applications/${id}`);
  const settled = runs.flatMap((run) => [...run.settled]);
  const done = [...results.values()].map(({ id: told, status }) => [told, status] as const);
  return {
    attempts: of('started').length,
    results,
    hasBegun: results.size > 0 || runs.some(({ changes }) => changes.length > 0),
    warnings: of('warning').map(({ data }) => warning.parse(data).message),
    done: new Set(
      [...settled, ...done].flatMap(([told, status]) => (isDone(status) ? [told] : [])),
    ),
  };
}

export function isDone(status: OperationResult['status']): boolean {
  return status === 'done' || status === 'already';
}

const pageSize = 500;

async function eventsOf(
  auditEvents: Readers['auditEvents'],
  id: string,
): Promise<readonly AuditEvent[]> {
  const filter = { subject: `applications/${id}` };
  const all: AuditEvent[] = [];
  for (;;) {
    const after = all.at(-1)?.sequence ?? 0;
    const page = await auditEvents.list({ after, limit: pageSize, filter });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
