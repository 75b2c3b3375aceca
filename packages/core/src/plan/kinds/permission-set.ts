import { isOwned } from '../../model/ownership.ts';
import type { LiveOf } from '../../model/resource.ts';
import { goneAs } from '../gone-from.ts';
import { assignmentKeys } from '../identity-center/assignment-keys.ts';
import { centerRequests } from '../identity-center/center-requests.ts';
import { diffPermissionSet } from '../identity-center/diff-permission-set.ts';
import { noInstance } from '../identity-center/no-instance.ts';
import { permissionSetFacets } from '../identity-center/permission-set-facets.ts';
import { projectInto } from '../identity-center/project-into.ts';
import { isMadeByUs } from '../identity-center/removal.ts';
import {
  identityCenterTypes,
  noDetails,
  type SetupPermissionSet,
  setupOf,
} from '../identity-center/setup.ts';
import { stayingAssignments, stillAssigned } from '../identity-center/staying-assignments.ts';
import { notRead, unreadAssignments } from '../identity-center/unread-assignments.ts';
import type { KindSpec } from './kind-spec.ts';

/** Permission sets of the organization's instance of Identity Center. */
export const permissionSetSpec: KindSpec<'permission-set'> = {
  parts: ['identityCenterSetup'],
  live: (part) => (part('identityCenterSetup')?.permissionSets ?? []).map(livePermissionSet),
  diff: diffPermissionSet,
  faults: noInstance,
  dependencies: ({ customerPolicies }) =>
    customerPolicies.map((policy) =>
      `policy/${policy.slice(policy.lastIndexOf('/') + 1)}`.toLowerCase(),
    ),
  removal: {
    beside: identityCenterTypes,
    isOurs: isMadeByUs,
    isOursByWord: isOwned,
    drafts: (live, context, leaving) => {
      const { name, arn } = live;
      const { parts } = context;
      const assigned = stayingAssignments(
        context,
        leaving,
        ({ permissionSet }) => permissionSet === name,
      );
      if (assigned.length > 0) return stillAssigned(`Permission set ${name}`, assigned);
      const unread = notRead(
        unreadAssignments(parts).filter(({ permissionSet }) => permissionSet === name),
      );
      if (unread !== undefined) return unread;
      const InstanceArn = setupOf(parts)?.instance.arn ?? '';
      return [
        {
          call: {
            action: 'sso:DeletePermissionSet',
            region: setupOf(parts)?.instance.region ?? '',
            input: { InstanceArn, PermissionSetName: name },
          },
          facet: '',
          ...goneAs(permissionSetFacets(live), { arn }),
        },
      ];
    },
    after: ({ name }, context) =>
      assignmentKeys(context, ({ permissionSet }) => permissionSet === name),
  },
  authorized: centerRequests,
  project: projectInto,
};

function livePermissionSet(set: SetupPermissionSet): LiveOf<'permission-set'> {
  const details = set.details ?? noDetails;
  return {
    type: 'permission-set',
    name: set.name,
    arn: set.arn,
    description: set.description,
    sessionSeconds: set.sessionSeconds,
    relayState: set.relayState,
    managedPolicies: set.managedPolicies,
    customerPolicies: details.customerPolicies,
    inlinePolicy: 'inlinePolicy' in details ? details.inlinePolicy : undefined,
    permissionsBoundary: 'permissionsBoundary' in details ? details.permissionsBoundary : undefined,
    tags: set.tags,
    accounts: details.accounts,
    outdated: details.outdated,
  };
}
