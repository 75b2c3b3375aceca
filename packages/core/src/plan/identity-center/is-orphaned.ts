import type { LiveOf } from '../../model/resource.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';
import { setupOf } from './setup.ts';

/** As AWS writes ids of people and groups; source: IAM Identity Center API Reference, PrincipalId. */
const idPattern = /^(?:[0-9a-f]{10}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it is written as the id of a person or a group, which a name may be too. */
export function isPrincipalId(text: string): boolean {
  return idPattern.test(text);
}

/**
 * Whether the person or group of an assignment has been deleted since: then its id stands in the
 * place of the name, and nobody gets in by it.
 */
export function isOrphaned(
  { principalType, principal }: Pick<LiveOf<'account-assignment'>, 'principalType' | 'principal'>,
  parts: SnapshotParts,
): boolean {
  const setup = setupOf(parts);
  if (setup === undefined || !isPrincipalId(principal)) return false;
  const there = principalType === 'GROUP' ? setup.groups : setup.users;
  return !there.some(({ name }) => name === principal);
}
