import { z } from 'zod';

const unknownPart = z.object({
  status: z.literal('unknown'),
  reason: z.object({
    code: z.string(),
    message: z.string(),
    permission: z.string().optional(),
  }),
});

/** A part of a snapshot as JSON has it: `Part`. */
export function part<S extends z.ZodType>(value: S) {
  return z.union([z.object({ status: z.literal('known'), value }), unknownPart]);
}

/** Region → what it showed, or why it did not: a failure in one says nothing of the others. */
export function regional<S extends z.ZodType>(value: S) {
  return z.record(z.string(), part(value));
}
