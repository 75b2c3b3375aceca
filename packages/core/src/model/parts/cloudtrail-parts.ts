import { z } from 'zod';
import { part } from './part-schema.ts';

export const cloudtrailParts = {
  /** Trails of every region, each once, of the organization too. */
  trails: z
    .array(
      z.object({
        name: z.string(),
        arn: z.string(),
        homeRegion: z.string(),
        multiRegion: z.boolean(),
        organization: z.boolean(),
        logFileValidation: z.boolean(),
        bucket: z.string().optional(),
        kmsKey: z.string().optional(),
        logGroupArn: z.string().optional(),
        status: part(z.object({ logging: z.boolean(), deliveryError: z.string().optional() })),
        /** Which management events it records, by basic or advanced selectors. */
        managementEvents: part(
          z.object({
            read: z.boolean(),
            write: z.boolean(),
            excludedSources: z.array(z.string()).readonly(),
          }),
        ),
      }),
    )
    .readonly(),
} as const;
