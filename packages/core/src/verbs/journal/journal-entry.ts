import { z } from 'zod';
import { jsonSchema } from '../../model/policy-schema.ts';
import { operationStatuses } from '../../plan/apply-report.ts';
import { changeKinds } from '../../plan/plan.ts';

const said = {
  /** Random: tells one run from another. */
  run: z.string(),
  at: z.iso.datetime(),
};

const keptOperation = z.object({
  id: z.string(),
  action: z.string(),
  facet: z.string(),
  input: jsonSchema,
  before: jsonSchema,
  after: jsonSchema,
});

/** What runs write down, one JSON value a line, each before what it tells of or right after. */
export const journalEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run-begun'),
    ...said,
    version: z.literal(1),
    account: z.string(),
    partition: z.string(),
    scope: z.string(),
    planId: z.string(),
    /** Id of the plan that was reviewed, where one was. */
    reviewedPlanId: z.string().nullable(),
    caller: z.string(),
    door: z.string(),
  }),
  /** Its operations are about to be carried out. */
  z.object({
    kind: z.literal('change-begun'),
    ...said,
    change: z.enum(changeKinds),
    resource: z.string(),
    operations: z.array(keptOperation),
  }),
  z.object({
    kind: z.literal('operation-settled'),
    ...said,
    id: z.string(),
    status: z.enum(operationStatuses),
    message: z.string().optional(),
  }),
  z.object({ kind: z.literal('run-ended'), ...said, complete: z.boolean() }),
]);

export type JournalEntry = z.infer<typeof journalEntrySchema>;

/**
 * The journal of one scope in one account. A file, or a table of a database: all it has to be is
 * append-only.
 */
export interface JournalPort {
  /** Resolves once the entries are kept for good, in order. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** All entries, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
}
