import {
  type AccessAnalyzerClient,
  CheckAccessNotGrantedCommand,
  CheckNoNewAccessCommand,
  CheckNoPublicAccessCommand,
  type ReasonSummary,
} from '@aws-sdk/client-accessanalyzer';
import type {
  AccessChange,
  AccessCheck,
  ForbiddenAccess,
  PaidAnalyzerAction,
  PaidCalls,
  PossiblyPublic,
} from '@rolecall/core';
import { badResponse, required } from '../ask.ts';
import { askAnalyzer } from './ask-analyzer.ts';
import { checkAccessLists, checkPolicyText } from './policy-limits.ts';

/** Every call here is charged for: each is taken from `paidCalls` just before it is sent. */
export interface PaidAccess {
  readonly client: AccessAnalyzerClient;
  readonly paidCalls: PaidCalls;
  readonly signal?: AbortSignal | undefined;
}

export async function checkNoNewAccess(
  access: PaidAccess,
  { newPolicy, existingPolicy, policyType }: AccessChange,
): Promise<AccessCheck> {
  const action = 'access-analyzer:CheckNoNewAccess';
  checkPolicyText(newPolicy, { action, of: 'the new policy' });
  checkPolicyText(existingPolicy, { action, of: 'the existing policy' });
  const command = new CheckNoNewAccessCommand({
    newPolicyDocument: newPolicy,
    existingPolicyDocument: existingPolicy,
    policyType,
  });
  return pay(access, action, (options) => access.client.send(command, options));
}

export async function checkAccessNotGranted(
  access: PaidAccess,
  { policy, policyType, actions, resources }: ForbiddenAccess,
): Promise<AccessCheck> {
  const action = 'access-analyzer:CheckAccessNotGranted';
  checkPolicyText(policy, { action, of: 'the policy' });
  checkAccessLists({ actions, resources }, action);
  const command = new CheckAccessNotGrantedCommand({
    policyDocument: policy,
    policyType,
    access: [
      {
        ...(actions.length > 0 && { actions: [...actions] }),
        ...(resources.length > 0 && { resources: [...resources] }),
      },
    ],
  });
  return pay(access, action, (options) => access.client.send(command, options));
}

export async function checkNoPublicAccess(
  access: PaidAccess,
  { policy, resourceType }: PossiblyPublic,
): Promise<AccessCheck> {
  const action = 'access-analyzer:CheckNoPublicAccess';
  checkPolicyText(policy, { action, of: 'the policy' });
  const command = new CheckNoPublicAccessCommand({ policyDocument: policy, resourceType });
  return pay(access, action, (options) => access.client.send(command, options));
}

interface Answer {
  readonly result?: string | undefined;
  readonly message?: string | undefined;
  readonly reasons?: readonly ReasonSummary[] | undefined;
}

async function pay(
  { paidCalls, signal }: PaidAccess,
  action: PaidAnalyzerAction,
  send: (options: { readonly abortSignal?: AbortSignal }) => Promise<Answer>,
): Promise<AccessCheck> {
  paidCalls.take(action);
  const answer = await askAnalyzer(action, () => send({ ...(signal && { abortSignal: signal }) }));
  return {
    result: readResult(required(answer.result, action, 'a result'), action),
    message: answer.message ?? '',
    reasons: (answer.reasons ?? []).map(readReason),
  };
}

/** A verdict that is not known must not be taken for a PASS. */
function readResult(result: string, action: string): AccessCheck['result'] {
  if (result === 'PASS' || result === 'FAIL') return result;
  throw badResponse(action, `with the result ${result}`);
}

function readReason({
  description,
  statementIndex,
  statementId,
}: ReasonSummary): AccessCheck['reasons'][number] {
  return {
    description: description ?? '',
    ...(statementIndex !== undefined && { statementIndex }),
    ...(statementId !== undefined && { statementId }),
  };
}
