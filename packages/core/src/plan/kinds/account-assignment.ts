import { assignmentName } from '../../model/kinds/account-assignment.ts';
import { type DesiredOf, type LiveOf, resourceKey } from '../../model/resource.ts';
import type { Call } from '../calls.ts';
import type { DiffContext } from '../diff-context.ts';
import { centerRequests } from '../identity-center/center-requests.ts';
import { noInstance } from '../identity-center/no-instance.ts';
import { projectInto } from '../identity-center/project-into.ts';
import { isMadeByUs } from '../identity-center/removal.ts';
import { identityCenterTypes, type Setup, setupOf } from '../identity-center/setup.ts';
import type { OperationDraft } from '../operation.ts';
import type { KindSpec } from './kind-spec.ts';

/** Who may use which permission set in which account. One is ours if we made its permission set. */
export const accountAssignmentSpec: KindSpec<'account-assignment'> = {
  parts: ['identityCenterSetup'],
  live: (part) => {
    const setup = part('identityCenterSetup');
    return setup ? setup.assignments.map((one) => liveAssignment(one, setup)) : [];
  },
  diff: (desired, live, context) =>
    live === undefined
      ? { kind: 'create', drafts: [assignDraft(desired, context)] }
      : { kind: 'none' },
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
    drafts: (live, context) => [
      {
        call: assignmentCall('sso:DeleteAccountAssignment', live, context),
        facet: '',
        before: shown(live),
        after: null,
      },
    ],
  },
  authorized: centerRequests,
  project: projectInto,
};

type Assigned = Omit<DesiredOf<'account-assignment'>, 'address' | 'position'>;

function assignDraft(desired: Assigned, context: DiffContext): OperationDraft {
  return {
    call: assignmentCall('sso:CreateAccountAssignment', desired, context),
    facet: '',
    before: null,
    after: shown(desired),
  };
}

function assignmentCall(
  action: 'sso:CreateAccountAssignment' | 'sso:DeleteAccountAssignment',
  { account, permissionSet, principalType, principal }: Omit<Assigned, 'type' | 'name'>,
  { parts }: DiffContext,
): Call {
  const { arn: InstanceArn = '', region = '' } = setupOf(parts)?.instance ?? {};
  return {
    action,
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
