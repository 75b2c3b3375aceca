import { policyDocumentSchema } from '../../model/policy-schema.ts';
import type { CallOf } from '../calls.ts';
import { durationSeconds } from './duration.ts';
import { noDetails, type Setup, type SetupPermissionSet } from './setup.ts';

export type IdentityCenterCall = CallOf<'sso'> | CallOf<'identitystore'>;

/** The set-up as the call leaves it. */
export function projectSetup(setup: Setup, call: IdentityCenterCall): Setup {
  switch (call.action) {
    case 'sso:CreatePermissionSet': {
      const { Name: name, Description, SessionDuration, RelayState, Tags } = call.input;
      const made: SetupPermissionSet = {
        arn: '',
        name,
        description: Description,
        sessionSeconds: durationSeconds(SessionDuration),
        relayState: RelayState,
        tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
        managedPolicies: [],
        details: noDetails,
      };
      return { ...setup, permissionSets: [...setup.permissionSets, made] };
    }
    case 'sso:DeletePermissionSet':
      return {
        ...setup,
        permissionSets: setup.permissionSets.filter(
          ({ name }) => name !== call.input.PermissionSetName,
        ),
      };
    case 'sso:UpdatePermissionSet': {
      const { Description, SessionDuration, RelayState } = call.input;
      return changeSet(setup, call.input, (set) => ({
        ...set,
        description: Description ?? set.description,
        sessionSeconds: durationSeconds(SessionDuration),
        relayState: RelayState ?? set.relayState,
      }));
    }
    case 'sso:AttachManagedPolicyToPermissionSet':
      return changeSet(setup, call.input, (set) => ({
        ...set,
        managedPolicies: [...set.managedPolicies, call.input.ManagedPolicyArn],
      }));
    case 'sso:DetachManagedPolicyFromPermissionSet':
      return changeSet(setup, call.input, (set) => ({
        ...set,
        managedPolicies: set.managedPolicies.filter((arn) => arn !== call.input.ManagedPolicyArn),
      }));
    case 'sso:AttachCustomerManagedPolicyReferenceToPermissionSet':
      return changeDetails(setup, call.input, (details) => ({
        ...details,
        customerPolicies: [...details.customerPolicies, referenceIn(call.input)],
      }));
    case 'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet':
      return changeDetails(setup, call.input, (details) => ({
        ...details,
        customerPolicies: details.customerPolicies.filter((one) => one !== referenceIn(call.input)),
      }));
    case 'sso:PutInlinePolicyToPermissionSet':
      return changeDetails(setup, call.input, (details) => ({
        ...details,
        inlinePolicy: policyDocumentSchema.parse(JSON.parse(call.input.InlinePolicy)),
      }));
    case 'sso:DeleteInlinePolicyFromPermissionSet':
      return changeDetails(setup, call.input, (details) => ({
        ...details,
        inlinePolicy: undefined,
      }));
    case 'sso:PutPermissionsBoundaryToPermissionSet': {
      const { PermissionsBoundary: given } = call.input;
      const permissionsBoundary =
        'ManagedPolicyArn' in given ? given.ManagedPolicyArn : referenceIn(given);
      return changeDetails(setup, call.input, (details) => ({ ...details, permissionsBoundary }));
    }
    case 'sso:DeletePermissionsBoundaryFromPermissionSet':
      return changeDetails(setup, call.input, (details) => ({
        ...details,
        permissionsBoundary: undefined,
      }));
    case 'sso:ProvisionPermissionSet':
      return changeDetails(setup, call.input, (details) => ({ ...details, outdated: [] }));
    case 'sso:CreateAccountAssignment':
      return { ...setup, assignments: [...setup.assignments, assignmentIn(call.input)] };
    case 'sso:DeleteAccountAssignment': {
      const gone = JSON.stringify(assignmentIn(call.input));
      return {
        ...setup,
        assignments: setup.assignments.filter(
          ({ account, permissionSet, principalType, principal }) =>
            JSON.stringify({ account, permissionSet, principalType, principal }) !== gone,
        ),
      };
    }
    case 'identitystore:CreateGroup': {
      const { GroupName: name, Description: description } = call.input;
      const made = { id: '', name, description, external: false, members: [] };
      return { ...setup, groups: [...setup.groups, made] };
    }
    case 'identitystore:DeleteGroup':
      return {
        ...setup,
        groups: setup.groups.filter(({ name }) => name !== call.input.GroupName),
      };
    case 'identitystore:CreateGroupMembership':
      return changeMembers(setup, call.input.GroupName, (members) => [
        ...members,
        call.input.UserName,
      ]);
    case 'identitystore:DeleteGroupMembership':
      return changeMembers(setup, call.input.GroupName, (members) =>
        members.filter((name) => name !== call.input.UserName),
      );
    case 'identitystore:CreateUser': {
      const { UserName: name, DisplayName, GivenName, FamilyName, Email } = call.input;
      const made = {
        id: '',
        name,
        displayName: DisplayName,
        givenName: GivenName,
        familyName: FamilyName,
        email: Email,
        external: false,
        enabled: true,
      };
      return { ...setup, users: [...setup.users, made] };
    }
    // Nobody's access hangs on these.
    case 'identitystore:UpdateGroup':
    case 'identitystore:UpdateUser':
    case 'sso:TagResource':
    case 'sso:UntagResource':
      return setup;
    default:
      return call satisfies never;
  }
}

type Named = { readonly PermissionSetName: string };
type Details = NonNullable<SetupPermissionSet['details']>;

function changeSet(
  setup: Setup,
  { PermissionSetName }: Named,
  change: (set: SetupPermissionSet) => SetupPermissionSet,
): Setup {
  return {
    ...setup,
    permissionSets: setup.permissionSets.map((set) =>
      set.name === PermissionSetName ? change(set) : set,
    ),
  };
}

function changeDetails(setup: Setup, named: Named, change: (details: Details) => Details): Setup {
  return changeSet(setup, named, (set) => ({ ...set, details: change(set.details ?? noDetails) }));
}

function changeMembers(
  setup: Setup,
  group: string,
  change: (members: readonly string[]) => readonly string[],
): Setup {
  return {
    ...setup,
    groups: setup.groups.map((one) =>
      one.name === group ? { ...one, members: change(one.members ?? []) } : one,
    ),
  };
}

function referenceIn({
  CustomerManagedPolicyReference: { Name, Path },
}: {
  readonly CustomerManagedPolicyReference: { readonly Name: string; readonly Path: string };
}): string {
  return `${Path}${Name}`;
}

function assignmentIn(
  input: Extract<IdentityCenterCall, { readonly action: 'sso:CreateAccountAssignment' }>['input'],
): Setup['assignments'][number] {
  return {
    account: input.TargetId,
    permissionSet: input.PermissionSetName,
    principalType: input.PrincipalType,
    principal: input.PrincipalName,
  };
}
