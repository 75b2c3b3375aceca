import { z } from 'zod';

const text = z.string({
  error: ({ input }) =>
    typeof input === 'number' ? 'must be text: put the number in quotes' : undefined,
});

const said = text.trim().min(1, 'must not be empty');
const checkId = text.regex(/^(\*|[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be the id of a check, or "*"');

const exception = z
  .strictObject({
    check: z
      .union([checkId, z.array(checkId).min(1)])
      .describe('The id of a check, a list of them, or "*" for every check.'),
    subject: text
      .regex(/^(\*|arn:\S+)$/, 'must be an ARN (with * and ?), or "*" for every subject')
      .optional()
      .describe('ARN of what is excepted, with * and ? as wildcards.'),
    tag: text
      .regex(/^[^=]+=/, 'must be KEY=VALUE')
      .max(385)
      .optional()
      .describe('KEY=VALUE: users, roles, policies and providers that carry the tag.'),
    key: said.optional().describe('Only what the finding says of one part, such as key-1.'),
    reason: said.max(1000).describe('Why this may be; shown in every report.'),
    owner: said.max(200).describe('Who answers for it.'),
    expires: z.iso
      .date('must be a date, as 2027-01-31')
      .describe('The last day on which it holds (UTC); at most a year ahead.'),
    evenUnknown: z
      .boolean()
      .default(false)
      .describe('Whether it also holds for what could not be read.'),
  })
  .refine(({ subject, tag }) => (subject === undefined) !== (tag === undefined), {
    error: 'needs either "subject" or "tag"',
  })
  .refine(({ check, subject }) => !isEverything(check, subject), {
    error: 'excepts every check of every subject: name a check, or narrow the subject',
  })
  .meta({ id: 'Exception' });

/** `.rolecall/exceptions.yaml`: findings that a team lives with, for a while. */
export const exceptionsSchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  exceptions: z.array(exception).default([]),
});

function isEverything(check: string | readonly string[], subject: string | undefined): boolean {
  return [check].flat().includes('*') && subject !== undefined && /^(arn:)?[*:]+$/.test(subject);
}

/** JSON Schema of the file as people write it, for editors. */
export function exceptionsJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(exceptionsSchema, { io: 'input' });
  return { $schema, $id: 'urn:rolecall:exceptions:1', title: 'Rolecall exceptions', ...rest };
}
