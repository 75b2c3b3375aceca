import { assignmentName } from '../../model/kinds/account-assignment.ts';
import { type DesiredOf, type LiveOf, resourceKey } from '../../model/resource.ts';
import type { DiffContext } from '../diff-context.ts';
import { goneAs } from '../gone-from.ts';
import { assignmentFacets } from '../identity-center/assignment-facets.ts';
import { centerRequests } from '../identity-center/center-requests.ts';
import { isOrphaned } from '../identity-center/is-orphaned.ts';
import { noInstance } from '../identity-center/no-instance.ts';
import { projectInto } from '../identity-center/project-into.ts';
import { isMadeByUs } from '../identity-center/removal.ts';
import { identityCenterTypes, type Setup, setupOf } from '../identity-center/setup.ts';
import { notRead, unreadAssignments } from '../identity-center/unread-assignments.ts';
import type { OperationDraft } from '../operation.ts';
import type { KindSpec } from './kind-spec.ts';

/** Who may use which permission set in which account. One is ours if we made its permission set. */
export const accountAssignmentSpec: KindSpec<'account-assignment'> = {
  parts: ['identityCenterSetup'],
  live: (part) => {
    const setup = part('identityCenterSetup');
    return setup ? setup.assignments.map((one) => liveAssignment(one, setup)) : [];
  },
  diff: (desired, live, context) => {
    if (live !== undefined) return { kind: 'none' };
    const unread = notRead(unreadAssignments(context.parts).filter(isPlaceOf(desired)));
    if (unread !== undefined) return { kind: 'conflict', ...unread };
    return { kind: 'create', drafts: [assignDraft(desired, context)] };
  },
  faults: noInstance,
  dependencies: ({ permissionSet, principalType, principal }) => [
    resourceKey({ type: 'permission-set', name: permissionSet }),
    resourceKey({
      type: principalType === 'GROUP' ? 'identity-center-group' : 'identity-center-user',
      name: principal,
    }),
  ],
  removal: {
    beside: identityCenterTypes,
    isOurs: ({ permissionSet, tags }, scope) => isMadeByUs({ name: permissionSet, tags }, scope),
    // It has no mark, and its name says all that it is.
    isOursByWord: () => true,
    drafts: (live, context) => [unassignDraft(live, context)],
    warnings: (live, { parts }) =>
      isOrphaned(live, parts)
        ? ['Whom it is for was deleted: it goes by the id that is left.']
        : [],
  },
  authorized: centerRequests,
  project: projectInto,
};

type Assigned = Omit<DesiredOf<'account-assignment'>, 'address' | 'position'>;

function isPlaceOf({ account, permissionSet }: Pick<Assigned, 'account' | 'permissionSet'>) {
  return (place: Pick<Assigned, 'account' | 'permissionSet'>) =>
    place.account === account && place.permissionSet === permissionSet;
}

function assignDraft(desired: Assigned, context: DiffContext): OperationDraft {
  return {
    call: { action: 'sso:CreateAccountAssignment', ...assignmentCall(desired, context) },
    facet: '',
    before: null,
    after: shown(desired),
  };
}

/**
 * By id: a name may be another's by then. Of somebody who was deleted the assignment stays, and their
 * id is all that is left.
 */
function unassignDraft(live: LiveOf<'account-assignment'>, context: DiffContext): OperationDraft {
  const { region, input } = assignmentCall(live, context);
  const isGone = isOrphaned(live, context.parts);
  const PrincipalId = live.principalId ?? (isGone ? live.principal : undefined);
  return {
    call: {
      action: 'sso:DeleteAccountAssignment',
      region,
      input: PrincipalId === undefined ? input : { ...input, PrincipalId },
    },
    facet: '',
    // Whoever was deleted gets nothing back.
    ...(isGone
      ? { before: { ...shown(live), deleted: true }, after: null }
      : goneAs(assignmentFacets(live), shown(live))),
  };
}

function assignmentCall(
  { account, permissionSet, principalType, principal }: Omit<Assigned, 'type' | 'name'>,
  { parts }: DiffContext,
) {
  const { arn: InstanceArn = '', region = '' } = setupOf(parts)?.instance ?? {};
  return {
    region,
    input: {
      InstanceArn,
      PermissionSetName: permissionSet,
      TargetId: account,
      PrincipalType: principalType,
      PrincipalName: principal,
    },
  };
}

function shown({
  account,
  permissionSet,
  principalType,
  principal,
}: Omit<Assigned, 'type' | 'name'>) {
  return { account, permissionSet, [principalType.toLowerCase()]: principal };
}

function liveAssignment(
  assignment: Setup['assignments'][number],
  { permissionSets }: Pick<Setup, 'permissionSets'>,
): LiveOf<'account-assignment'> {
  const set = permissionSets.find(({ name }) => name === assignment.permissionSet);
  return {
    type: 'account-assignment',
    name: assignmentName(assignment),
    ...assignment,
    tags: set?.tags ?? {},
  };
}
