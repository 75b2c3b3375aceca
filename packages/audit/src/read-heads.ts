import { z } from 'zod';
import { parseJson } from './parse-json.ts';
import type { SignedHead } from './sign-head.ts';
import { signedHeadSchema } from './signed-head-schema.ts';

/** The ways in which the service hands a head outside, each with more around it. */
const headed = z.union([
  signedHeadSchema,
  z.looseObject({ auditHead: signedHeadSchema }).transform(({ auditHead }) => auditHead),
  z.looseObject({ signedHead: signedHeadSchema }).transform(({ signedHead }) => signedHead),
  z.looseObject({ head: signedHeadSchema }).transform(({ head }) => head),
  z
    .looseObject({ data: z.looseObject({ head: signedHeadSchema }) })
    .transform(({ data }) => data.head),
]);

/**
 * The signed heads in a text that somebody kept: one JSON value, or one a line with anything else
 * between, as in a log. Takes a bare head, a line of the service's log (`auditHead`), the last line
 * of an export (`signedHead`), the answer of `/v1/audit-events/verification` (`head`) and the body
 * of a webhook (`data.head`).
 */
export function readHeads(text: string): readonly SignedHead[] {
  const whole = headed.safeParse(parseJson(text));
  if (whole.success) return [whole.data];
  return text.split('\n').flatMap((line) => {
    const head = headed.safeParse(parseJson(line));
    return head.success ? [head.data] : [];
  });
}
