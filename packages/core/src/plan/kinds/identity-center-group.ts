import type { LiveOf } from '../../model/resource.ts';
import { goneAs } from '../gone-from.ts';
import { assignmentKeys } from '../identity-center/assignment-keys.ts';
import { diffIdentityCenterGroup } from '../identity-center/diff-group.ts';
import { groupFacets } from '../identity-center/group-facets.ts';
import { readMark } from '../identity-center/group-mark.ts';
import { noInstance } from '../identity-center/no-instance.ts';
import { projectInto } from '../identity-center/project-into.ts';
import { identityCenterTypes, type SetupGroup } from '../identity-center/setup.ts';
import { stayingAssignments, stillAssigned } from '../identity-center/staying-assignments.ts';
import { storeOf } from '../identity-center/store.ts';
import { notRead, unreadAssignments } from '../identity-center/unread-assignments.ts';
import type { KindSpec } from './kind-spec.ts';

/** Groups of Identity Center; our mark stands in their descriptions. */
export const identityCenterGroupSpec: KindSpec<'identity-center-group'> = {
  parts: ['identityCenterSetup'],
  live: (part) => (part('identityCenterSetup')?.groups ?? []).map(liveGroup),
  diff: diffIdentityCenterGroup,
  faults: noInstance,
  dependencies: ({ members }) =>
    members.map((name) => `identity-center-user/${name}`.toLowerCase()),
  removal: {
    beside: identityCenterTypes,
    isOurs: ({ description, external }, scope) => {
      const mark = readMark(description);
      return !external && mark.scope === scope && !mark.isAdopted;
    },
    isOursByWord: ({ description, external }, scope) =>
      !external && readMark(description).scope === scope,
    drafts: (live, context, leaving) => {
      const { name, id } = live;
      const assigned = stayingAssignments(
        context,
        leaving,
        ({ principalType, principal }) => principalType === 'GROUP' && principal === name,
      );
      if (assigned.length > 0) return stillAssigned(`Group ${name}`, assigned);
      const unread = notRead(unreadAssignments(context.parts));
      if (unread !== undefined) return unread;
      const { IdentityStoreId, region } = storeOf(context);
      return [
        {
          call: {
            action: 'identitystore:DeleteGroup',
            region,
            input: { IdentityStoreId, GroupName: name },
          },
          facet: '',
          ...goneAs(groupFacets(live), { id }),
        },
      ];
    },
    // What becomes of them, and of their roles, without the group, AWS does not say.
    after: ({ name }, context) =>
      assignmentKeys(
        context,
        ({ principalType, principal }) => principalType === 'GROUP' && principal === name,
      ),
  },
  project: projectInto,
};

function liveGroup(group: SetupGroup): LiveOf<'identity-center-group'> {
  const { name, id, description, external, members } = group;
  return { type: 'identity-center-group', name, id, description, external, members };
}
