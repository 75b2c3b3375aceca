import { z } from 'zod';
import data from '../data/lifecycle.json' with { type: 'json' };

const lifecycleSchema = z.strictObject({
  /** Day on which the whole file was last held against AWS's pages. */
  verified: z.iso.date(),
  services: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      /** `ended`: gone for all. `closed`: existing customers go on, new ones are turned away. */
      state: z.enum(['ended', 'closed']),
      since: z.iso.date(),
      source: z.url(),
      /** Blueprint that does the same today. */
      successor: z.string().optional(),
      advice: z.string(),
      /** A service-linked role of these services shows that the account is a customer. */
      customerEvidence: z.array(z.string()).default([]),
    }),
  ),
});

/** Services that AWS has closed, and since when. */
export const lifecycle = lifecycleSchema.parse(data);
export type ServiceLifecycle = (typeof lifecycle.services)[string];
