import { type DesiredResource, isEndingType } from '../model/resource.ts';
import type { Departure } from './departure.ts';

/** What is still declared at that instant, and what has expired; without an instant all is. */
export function splitExpired(
  resources: readonly DesiredResource[],
  asOf: string | undefined,
): { readonly lasting: readonly DesiredResource[]; readonly expired: readonly Departure[] } {
  const hasExpired = ({ expiresAt }: DesiredResource) =>
    asOf !== undefined && expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(asOf);
  return {
    lasting: resources.filter((resource) => !hasExpired(resource)),
    expired: resources.filter(hasExpired).flatMap((resource): Departure[] => {
      const { type, name, address, position, expiresAt: at } = resource;
      if (at === undefined || !isEndingType(type)) return [];
      return [{ type, name, address, position, why: { kind: 'expired', at } }];
    }),
  };
}
