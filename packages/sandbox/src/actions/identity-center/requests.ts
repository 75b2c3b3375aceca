import { type Account, now } from '../../account/account.ts';
import { uuid } from '../../account/identifiers.ts';
import type { Assignment, CenterRequest } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { matchesAction } from '../../faults.ts';
import { carryOut } from './carry-out.ts';

/** Source: IAM Identity Center User Guide, "Quotas": outstanding asynchronous calls. */
const mostOutstanding = 10;

const actions = {
  create: 'sso:CreateAccountAssignment',
  delete: 'sso:DeleteAccountAssignment',
  provision: 'sso:ProvisionPermissionSet',
} as const;

type Asked = Pick<CenterRequest, 'kind' | 'permissionSetArn' | 'account'> &
  Partial<Pick<Assignment, 'principalType' | 'principalId'>>;

/** Accepts a request, to be done some calls later. One at a time for each permission set. */
export function startRequest(call: Call, asked: Asked): CenterRequest {
  const { account } = call;
  const { calls, centerRequests } = account.passing;
  refuseBusy(call, asked.permissionSetArn);
  if (requestsUnderWay(account).length >= mostOutstanding) {
    refuse('Throttling', 'Too many asynchronous requests are outstanding.');
  }
  const { asyncCalls = 1, asyncFailures = [] } = account.faults;
  const failing = asyncFailures.find(
    ({ action, times }) => times > 0 && matchesAction(action, actions[asked.kind]),
  );
  if (failing !== undefined) failing.times -= 1;
  const request: CenterRequest = {
    ...asked,
    id: uuid(`center-request/${account.id}/${centerRequests.size}`),
    createdAt: now(account),
    dueCall: calls + asyncCalls,
    fault: failing?.reason,
    status: 'IN_PROGRESS',
  };
  centerRequests.set(request.id, request);
  return request;
}

/** What was accepted and is not done. */
export function requestsUnderWay({ passing }: Account): readonly CenterRequest[] {
  return [...passing.centerRequests.values()].filter(({ status }) => status === 'IN_PROGRESS');
}

/** Does what is due. Runs before every call to Identity Center. */
export function settleRequests(call: Call): void {
  const { passing } = call.account;
  for (const request of passing.centerRequests.values()) {
    if (request.status !== 'IN_PROGRESS' || request.dueCall > passing.calls) continue;
    request.failureReason = request.fault ?? carryOut(call, request);
    request.status = request.failureReason === undefined ? 'SUCCEEDED' : 'FAILED';
  }
}

/** What is under way on a permission set stands in the way of everything else on it. */
export function refuseBusy({ account }: Call, permissionSetArn: string): void {
  for (const request of account.passing.centerRequests.values()) {
    if (request.status !== 'IN_PROGRESS' || request.permissionSetArn !== permissionSetArn) continue;
    refuse('ConflictException', 'There is a conflicting operation in process.');
  }
}

export function findRequest(call: Call, id: string, kind: CenterRequest['kind']): CenterRequest {
  const request = call.account.passing.centerRequests.get(id);
  if (request?.kind === kind) return request;
  return refuse('ResourceNotFoundException', `No request ${id} could be found.`);
}
