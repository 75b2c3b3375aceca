import type { CenterRequest, IdentityCenter } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  AccountAssignmentOperationStatus,
  CreateAccountAssignmentRequest,
  IdentityCenterInputs,
  IdentityCenterOutputs,
  PermissionSetProvisioningStatus,
} from '../../wire/identity-center-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { provisionedAccounts } from './carry-out.ts';
import { findInstance, findPermissionSet } from './instance.ts';
import { findRequest, startRequest } from './requests.ts';

/** Who is assigned what, and what Identity Center does about it in its own time. */
export const assignmentActions = {
  ListAccountAssignments: (call, input) => {
    const permissionSet = findPermissionSet(call, input);
    const assignments = findInstance(call, input.InstanceArn).assignments.filter(
      ({ account, permissionSetArn }) =>
        account === input.AccountId && permissionSetArn === permissionSet.arn,
    );
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, assignments);
    return {
      AccountAssignments: items.map(
        ({ account, permissionSetArn, principalType, principalId }) => ({
          AccountId: account,
          PermissionSetArn: permissionSetArn,
          PrincipalType: principalType,
          PrincipalId: principalId,
        }),
      ),
      NextToken: next,
    };
  },
  ListAccountsForProvisionedPermissionSet: (call, input) => {
    const { arn, outdated } = findPermissionSet(call, input);
    const all = provisionedAccounts(findInstance(call, input.InstanceArn), arn);
    const wanted = all.filter((account) => {
      if (input.ProvisioningStatus === undefined) return true;
      const isLatest = input.ProvisioningStatus === 'LATEST_PERMISSION_SET_PROVISIONED';
      return outdated.includes(account) !== isLatest;
    });
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, wanted);
    return { AccountIds: items, NextToken: next };
  },
  CreateAccountAssignment: (call, input) => ({
    AccountAssignmentCreationStatus: showRequest(start(call, 'create', input)),
  }),
  DeleteAccountAssignment: (call, input) => ({
    AccountAssignmentDeletionStatus: showRequest(start(call, 'delete', input)),
  }),
  DescribeAccountAssignmentCreationStatus: (call, input) => {
    findInstance(call, input.InstanceArn);
    const id = input.AccountAssignmentCreationRequestId;
    return { AccountAssignmentCreationStatus: showRequest(findRequest(call, id, 'create')) };
  },
  DescribeAccountAssignmentDeletionStatus: (call, input) => {
    findInstance(call, input.InstanceArn);
    const id = input.AccountAssignmentDeletionRequestId;
    return { AccountAssignmentDeletionStatus: showRequest(findRequest(call, id, 'delete')) };
  },
  ProvisionPermissionSet: (call, input) => {
    const { arn } = findPermissionSet(call, input);
    if (input.TargetType === 'AWS_ACCOUNT' && input.TargetId === undefined) {
      refuse('ValidationError', 'TargetId is required for the target type AWS_ACCOUNT.');
    }
    const account = input.TargetType === 'AWS_ACCOUNT' ? input.TargetId : undefined;
    const request = startRequest(call, { kind: 'provision', permissionSetArn: arn, account });
    return { PermissionSetProvisioningStatus: showProvisioning(request) };
  },
  DescribePermissionSetProvisioningStatus: (call, input) => {
    findInstance(call, input.InstanceArn);
    const request = findRequest(call, input.ProvisionPermissionSetRequestId, 'provision');
    return { PermissionSetProvisioningStatus: showProvisioning(request) };
  },
} satisfies Handlers<IdentityCenterInputs, IdentityCenterOutputs>;

function start(
  call: Call,
  kind: 'create' | 'delete',
  input: CreateAccountAssignmentRequest,
): CenterRequest {
  const center = findInstance(call, input.InstanceArn);
  const { arn } = findPermissionSet(call, input);
  checkPrincipal(center, kind, input);
  checkTarget(call, input.TargetId);
  return startRequest(call, {
    kind,
    permissionSetArn: arn,
    account: input.TargetId,
    principalType: input.PrincipalType,
    principalId: input.PrincipalId,
  });
}

/** What is left of somebody who was deleted can be taken away, by the id. */
function checkPrincipal(
  center: IdentityCenter,
  kind: 'create' | 'delete',
  input: CreateAccountAssignmentRequest,
): void {
  const { PrincipalType, PrincipalId } = input;
  const there = PrincipalType === 'USER' ? center.users : center.groups;
  if (there.has(PrincipalId)) return;
  const isLeft = center.assignments.some(({ principalId }) => principalId === PrincipalId);
  if (kind === 'delete' && isLeft) return;
  refuse('ResourceNotFoundException', `${PrincipalType} ${PrincipalId} does not exist.`);
}

/** Only the management account itself may give access to it; source: Identity Center User Guide. */
function checkTarget({ account }: Call, target: string): void {
  const { organization, id } = account;
  const known = organization === undefined ? target === id : organization.accounts.has(target);
  if (!known) refuse('ValidationError', `Account ${target} is not in the organization.`);
  if (target !== organization?.managementAccount || id === target) return;
  refuse('AccessDenied', 'Only the management account may assign access to itself.');
}

function showRequest(request: CenterRequest): AccountAssignmentOperationStatus {
  const isDone = request.status === 'SUCCEEDED';
  return {
    Status: request.status,
    RequestId: request.id,
    FailureReason: isDone ? undefined : request.failureReason,
    TargetId: request.account,
    TargetType: 'AWS_ACCOUNT',
    PermissionSetArn: request.permissionSetArn,
    PrincipalType: request.principalType,
    PrincipalId: request.principalId,
    CreatedDate: epoch(request.createdAt),
  };
}

function showProvisioning(request: CenterRequest): PermissionSetProvisioningStatus {
  return {
    Status: request.status,
    RequestId: request.id,
    AccountId: request.account,
    PermissionSetArn: request.permissionSetArn,
    FailureReason: request.failureReason,
    CreatedDate: epoch(request.createdAt),
  };
}
