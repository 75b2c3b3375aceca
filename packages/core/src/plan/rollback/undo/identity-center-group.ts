import type { Json } from '@rolecall/policy';
import { groupFacets } from '../../identity-center/group-facets.ts';
import { readMark } from '../../identity-center/group-mark.ts';
import { membersOf } from '../members-of.ts';
import { namesIn } from './names-in.ts';
import { madeSteps, shownSteps, type Undo } from './undo.ts';

export const undoIdentityCenterGroup: Undo<'identity-center-group'> = {
  facets: groupFacets,
  steps: (operation) => {
    const { facet, before, after } = operation;
    if (facet === '') return madeSteps({ description: textOf(membersOf(after).description) });
    // Taking over writes the description, for our mark stands in it.
    if (facet !== 'description' && facet !== 'ownership') return shownSteps(operation);
    return [{ facet: 'description', before: textOf(before), after: textOf(after) }];
  },
  desired: ({ name, address }, facets) => ({
    type: 'identity-center-group',
    name,
    address,
    position: undefined,
    description: textOf(facets.description) || undefined,
    members: namesIn('members', facets),
    exclusive: true,
    adopt: false,
  }),
};

/** Without our mark. */
function textOf(description: Json | undefined): string {
  return readMark(typeof description === 'string' ? description : '').text;
}
