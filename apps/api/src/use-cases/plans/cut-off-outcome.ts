import { z } from 'zod';
import type { ApplicationRecord, AuditEvent } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import { readPlan } from './stored-plan.ts';

const pageSize = 500;

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

/**
 * What is known of an application that was cut off while it ran: what it had told of by then. Whether
 * the operation after that was carried out, nobody knows.
 */
export async function cutOffOutcome(
  { plans, auditEvents }: Pick<Readers, 'plans' | 'auditEvents'>,
  { id, planId, accountId }: Pick<ApplicationRecord, 'id' | 'planId' | 'accountId'>,
): Promise<Pick<ApplicationRecord, 'state' | 'report' | 'failure'>> {
  const record = await plans.get(planId);
  if (record === undefined) throw new Error(`Plan ${planId} is not there.`);
  const { scope, changes } = readPlan(record);
  const events = await eventsOf(auditEvents, id);
  // Of one that was tried twice the last word counts.
  const told = new Map(
    events
      .filter(({ type }) => type === 'application.operation')
      .map(({ data }) => operation.parse(data))
      .map(({ message, ...result }) => [
        result.id,
        message === null ? result : { ...result, message },
      ]),
  );
  const results = [...told.values()];
  const warnings = events
    .filter(({ type }) => type === 'application.warning')
    .map(({ data }) => warning.parse(data).message);
  const done = results.filter(({ status }) => status === 'done' || status === 'already').length;
  const all = changes.reduce((sum, { operations }) => sum + operations.length, 0);
  const failure = [
    'It was cut off while it ran.',
    `${done} of ${all} operations are known to be carried out, and another one may be.`,
    'A new plan shows what is there.',
  ].join(' ');
  const about = { planId, scope, account: accountId, results, warnings };
  return { state: 'failed', report: { ...about, interrupted: true, complete: false }, failure };
}

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
