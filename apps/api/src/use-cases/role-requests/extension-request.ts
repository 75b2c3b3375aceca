import type { RoleRequestRecord } from '../../model/records.ts';

/**
 * The grant that a request wants to last longer. A grant bears the id of the request that it came
 * of, so that no second one can come of it; a request with another grant asks for more time.
 */
export function extendedGrantOf({
  id,
  grantId,
}: Pick<RoleRequestRecord, 'id' | 'grantId'>): string | null {
  return grantId === id ? null : grantId;
}
