import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import type { AuditEvent } from './audit-event.ts';
import { parseJson } from './parse-json.ts';
import type { SignedHead } from './sign-head.ts';
import { signedHeadSchema } from './signed-head-schema.ts';

export type ExportLine =
  | { readonly kind: 'event'; readonly event: AuditEvent }
  | { readonly kind: 'head'; readonly head: SignedHead };

/** Members that are not covered by a hash are not let in. */
const eventLine = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  actor: z.strictObject({
    kind: z.enum(['person', 'machine', 'service']),
    id: z.string(),
    name: z.string(),
  }),
  type: z.string(),
  subject: z.string(),
  accountId: z.string().nullable(),
  // Whatever JSON.parse gave, as it is: the hash says whether it is right.
  data: z.custom<Json>((value) => value !== undefined),
  hash: z.string(),
  previousHash: z.string(),
});

const headLine = z.strictObject({ signedHead: signedHeadSchema });

/** Undefined for what is neither an event nor a head. */
export function readExportLine(text: string): ExportLine | undefined {
  const value = parseJson(text);
  const head = headLine.safeParse(value);
  if (head.success) return { kind: 'head', head: head.data.signedHead };
  const event = eventLine.safeParse(value);
  return event.success ? { kind: 'event', event: event.data } : undefined;
}
