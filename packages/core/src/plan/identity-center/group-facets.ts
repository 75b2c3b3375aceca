import type { LiveOf } from '../../model/resource.ts';
import type { Facets } from '../plan.ts';
import { readMark } from './group-mark.ts';

/** All that a plan compares of a group, by the names that operations have for it; without our mark. */
export function groupFacets({
  description,
  members = [],
}: Pick<LiveOf<'identity-center-group'>, 'description' | 'members'>): Facets {
  return {
    description: readMark(description).text,
    ...Object.fromEntries([...members].sort().map((name) => [`members/${name}`, name])),
  };
}
