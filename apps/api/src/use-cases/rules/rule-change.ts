import { z } from 'zod';
import { ruleEdit } from './rule-edit.ts';

const actor = z.object({
  kind: z.enum(['person', 'machine', 'service']),
  id: z.string(),
  name: z.string(),
});

const state = z.enum(['pending', 'applied', 'rejected', 'superseded']);

/** A change of the rules that waits, or waited, for a second person. */
export const ruleChange = z.object({
  id: z.string(),
  edit: ruleEdit,
  /** Revision of what it changes when it was proposed; `null`: there was nothing. */
  base: z.number().nullable(),
  proposedBy: actor,
  state,
  decidedBy: actor.nullable(),
  comment: z.string(),
  revision: z.int(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
});
export type RuleChange = z.output<typeof ruleChange>;

export const ruleChangeIndex = z.array(z.object({ id: z.string(), createdAt: z.string(), state }));
export type RuleChangeIndex = z.output<typeof ruleChangeIndex>;
