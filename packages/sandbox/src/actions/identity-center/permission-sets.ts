import type { PermissionSet } from '../../account/identity-center.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  IdentityCenterInputs,
  IdentityCenterOutputs,
  PermissionsBoundary,
  PermissionSet as ShownPermissionSet,
} from '../../wire/identity-center-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { findInstance, findPermissionSet } from './instance.ts';

export const permissionSetActions = {
  ListPermissionSets: (call, { InstanceArn, NextToken, MaxResults }) => {
    const arns = [...findInstance(call, InstanceArn).permissionSets.keys()];
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults }, arns);
    return { PermissionSets: items, NextToken: next };
  },
  /** A permission set is provisioned in the accounts that it is assigned in. */
  ListPermissionSetsProvisionedToAccount: (call, input) => {
    const { assignments } = findInstance(call, input.InstanceArn);
    const here = assignments.filter(({ account }) => account === input.AccountId);
    const arns = [...new Set(here.map(({ permissionSetArn }) => permissionSetArn))];
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, arns);
    return { PermissionSets: items, NextToken: next };
  },
  DescribePermissionSet: (call, input) => {
    return { PermissionSet: showPermissionSet(findPermissionSet(call, input)) };
  },
  ListManagedPoliciesInPermissionSet: (call, input) => {
    const { managed } = findPermissionSet(call, input);
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, managed);
    return {
      AttachedManagedPolicies: items.map((Arn) => ({
        Name: Arn.slice(Arn.lastIndexOf('/') + 1),
        Arn,
      })),
      NextToken: next,
    };
  },
  ListCustomerManagedPolicyReferencesInPermissionSet: (call, input) => {
    const { customer } = findPermissionSet(call, input);
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, customer);
    return {
      CustomerManagedPolicyReferences: items.map(({ name, path }) => ({ Name: name, Path: path })),
      NextToken: next,
    };
  },
  /** Empty where there is none. */
  GetInlinePolicyForPermissionSet: (call, input) => ({
    InlinePolicy: findPermissionSet(call, input).inline ?? '',
  }),
  GetPermissionsBoundaryForPermissionSet: (call, input) => ({
    PermissionsBoundary: showBoundary(findPermissionSet(call, input)),
  }),
} satisfies Handlers<IdentityCenterInputs, IdentityCenterOutputs>;

export function showPermissionSet(set: PermissionSet): ShownPermissionSet {
  return {
    Name: set.name,
    PermissionSetArn: set.arn,
    Description: set.description,
    CreatedDate: epoch(set.createdAt),
    SessionDuration: set.sessionDuration,
    RelayState: set.relayState,
  };
}

/** Unlike for inline policies, AWS refuses where there is none. */
function showBoundary({ boundary, arn }: PermissionSet): PermissionsBoundary {
  if (boundary === undefined) {
    return refuse(
      'ResourceNotFoundException',
      `PermissionsBoundary for ${arn} could not be found.`,
    );
  }
  if (typeof boundary === 'string') return { ManagedPolicyArn: boundary };
  const { name, path } = boundary;
  return { CustomerManagedPolicyReference: { Name: name, Path: path } };
}
