import { z } from 'zod';
import { accountOrSelf, days, region } from './common.ts';

const texts = z.array(z.string()).optional();

const fieldSelector = z.strictObject({
  field: z.string(),
  equals: texts,
  notEquals: texts,
  startsWith: texts,
  notStartsWith: texts,
  endsWith: texts,
  notEndsWith: texts,
});

export const trails = z
  .array(
    z.strictObject({
      name: z.string(),
      /** The home Region. */
      region,
      /** Another than this one where the organization's trail is somebody else's. */
      ownerAccount: accountOrSelf.default('self'),
      multiRegion: z.boolean().default(true),
      organization: z.boolean().default(false),
      globalEvents: z.boolean().default(true),
      logFileValidation: z.boolean().default(false),
      bucket: z.string().default('trail-logs'),
      kmsKey: z.string().optional(),
      /** Name of the log group that it sends to. */
      logGroup: z.string().optional(),
      logging: z.boolean().default(true),
      startedDaysAgo: days.default(0),
      deliveryError: z.string().optional(),
      selectors: z
        .array(
          z.strictObject({
            readWrite: z.enum(['All', 'ReadOnly', 'WriteOnly']).default('All'),
            management: z.boolean().default(true),
            exclude: z.array(z.string()).default([]),
          }),
        )
        .prefault([{}]),
      /** In the place of `selectors`. */
      advancedSelectors: z
        .array(z.strictObject({ name: z.string().optional(), fields: z.array(fieldSelector) }))
        .default([]),
    }),
  )
  .default([]);
