import { z } from 'zod';
import data from '../data/lifecycle.json' with { type: 'json' };

const lifecycleSchema = z.strictObject({
  /** Day of the facts that the file was written from; AWS may have said more since. */
  asOf: z.iso.date(),
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
      /** Service principals of the service's own, as trust policies and linked roles name them. */
      principals: z.array(z.string()).min(1),
    }),
  ),
});

/** Services that AWS has closed, and since when. */
export const lifecycle = lifecycleSchema.parse(data);
export type ServiceLifecycle = (typeof lifecycle.services)[string];

/** The closed service that a service principal belongs to, such as `sync.proton.amazonaws.com`. */
export function retiredService(principal: string): ServiceLifecycle | undefined {
  const wanted = principal.toLowerCase();
  return Object.values(lifecycle.services).find(({ principals }) => principals.includes(wanted));
}

const maxAgeDays = 90;

/** A warning where the facts about closed services are older than 90 days on the day `now`. */
export function staleLifecycle(now: Date): string | undefined {
  const days = Math.floor((now.getTime() - Date.parse(lifecycle.asOf)) / 86_400_000);
  if (days <= maxAgeDays) return undefined;
  return `What Rolecall knows of services that AWS has closed is of ${lifecycle.asOf}, ${days} days old: others may have closed since. Update Rolecall, or look at AWS's pages.`;
}
