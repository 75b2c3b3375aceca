import type { LiveOf } from '../../model/resource.ts';
import type { Facets } from '../plan.ts';

type Assigned = Pick<
  LiveOf<'account-assignment'>,
  'account' | 'permissionSet' | 'principalType' | 'principal'
>;

/** All that an assignment is. */
export function assignmentFacets(assigned: Assigned): Facets {
  const { account, permissionSet, principalType, principal } = assigned;
  return { account, permissionSet, principalType, principal };
}
