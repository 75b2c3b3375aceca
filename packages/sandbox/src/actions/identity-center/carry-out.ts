import type { Assignment, CenterRequest, IdentityCenter } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { provisionRole, withdrawRole } from './provisioned-role.ts';

/** Does what a request asked for; a text is why it failed. */
export function carryOut(call: Call, request: CenterRequest): string | undefined {
  const { identityCenter } = call.account;
  if (identityCenter === undefined) return 'The instance is gone.';
  switch (request.kind) {
    case 'create':
      return assign(call, identityCenter, request);
    case 'delete':
      return unassign(call, identityCenter, request);
    case 'provision':
      return provision(call, identityCenter, request);
    default:
      return request.kind satisfies never;
  }
}

function assign(call: Call, center: IdentityCenter, request: CenterRequest): string | undefined {
  const wanted = assignmentOf(request);
  const failure = provisionRole(call, center, request.permissionSetArn, wanted.account);
  if (failure !== undefined) return failure;
  // Who is assigned already stays so.
  if (!center.assignments.some(same(wanted))) {
    center.assignments = [...center.assignments, wanted];
  }
  return undefined;
}

/** With the last assignment in an account the role goes as well. */
function unassign(call: Call, center: IdentityCenter, request: CenterRequest): undefined {
  const gone = assignmentOf(request);
  center.assignments = center.assignments.filter((one) => !same(gone)(one));
  const stays = center.assignments.some(
    ({ account, permissionSetArn }) =>
      account === gone.account && permissionSetArn === gone.permissionSetArn,
  );
  if (!stays) withdrawRole(call, center, gone.permissionSetArn, gone.account);
  return undefined;
}

function provision(call: Call, center: IdentityCenter, request: CenterRequest): string | undefined {
  for (const account of provisionedAccounts(center, request.permissionSetArn)) {
    if (request.account !== undefined && request.account !== account) continue;
    const failure = provisionRole(call, center, request.permissionSetArn, account);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Accounts in which the permission set is assigned to somebody. */
export function provisionedAccounts(
  { assignments }: IdentityCenter,
  arn: string,
): readonly string[] {
  const here = assignments.filter(({ permissionSetArn }) => permissionSetArn === arn);
  return [...new Set(here.map(({ account }) => account))];
}

function assignmentOf(request: CenterRequest): Assignment {
  const { account = '', permissionSetArn, principalType = 'USER', principalId = '' } = request;
  return { account, permissionSetArn, principalType, principalId };
}

function same(wanted: Assignment): (one: Assignment) => boolean {
  return ({ account, permissionSetArn, principalType, principalId }) =>
    account === wanted.account &&
    permissionSetArn === wanted.permissionSetArn &&
    principalType === wanted.principalType &&
    principalId === wanted.principalId;
}
