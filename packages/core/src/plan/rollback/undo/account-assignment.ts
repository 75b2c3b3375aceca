import { z } from 'zod';
import { assignmentName } from '../../../model/kinds/account-assignment.ts';
import { assignmentFacets } from '../../identity-center/assignment-facets.ts';
import { madeSteps, type Undo } from './undo.ts';

const assigned = z.object({
  account: z.string(),
  permissionSet: z.string(),
  principalType: z.enum(['GROUP', 'USER']),
  principal: z.string(),
});
const shown = z.object({
  account: z.string(),
  permissionSet: z.string(),
  group: z.string().optional(),
  user: z.string().optional(),
});

/** An assignment is there or not: nothing of it changes. */
export const undoAccountAssignment: Undo<'account-assignment'> = {
  facets: assignmentFacets,
  steps: ({ after }) => {
    const { account, permissionSet, group, user = '' } = shown.parse(after);
    const principalType = group === undefined ? 'USER' : 'GROUP';
    return madeSteps(
      assignmentFacets({ account, permissionSet, principalType, principal: group ?? user }),
    );
  },
  desired: ({ address }, facets) => {
    const one = assigned.parse(facets);
    const name = assignmentName(one);
    return { type: 'account-assignment', name, address, position: undefined, ...one };
  },
};
