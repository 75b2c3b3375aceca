import { type Diagnostic, refuse } from '../model/errors.ts';
import type { Caller } from '../model/snapshot.ts';
import type { IamCall, Tag } from '../plan/calls.ts';
import type { Change, Plan } from '../plan/plan.ts';
import type { AccountPort, Denial, SimulationRequest } from './account-port.ts';

/**
 * Asks IAM's simulator whether the caller may do what the plan needs, and fails with a list of what
 * it may not. Returns a warning where the simulator cannot be asked.
 */
export async function preflight(
  plan: Plan,
  caller: Caller,
  port: Pick<AccountPort, 'simulate'>,
): Promise<readonly string[]> {
  const requests = plan.changes.flatMap(requestsOf);
  if (requests.length === 0) return [];
  const answer = await port.simulate(caller, requests);
  if (answer.status === 'unknown') {
    return [`Whether the caller may do all this could not be asked: ${answer.reason.message}`];
  }
  if (answer.value.length > 0) {
    return refuse(`${caller.arn} may not do what the plan needs.`, answer.value.map(denied));
  }
  return [];
}

function requestsOf({ arn, operations }: Change): readonly SimulationRequest[] {
  return operations.map((operation) => ({
    action: operation.action,
    resource: arn,
    context: contextOf(operation),
  }));
}

/** The condition keys that IAM sets for the call, as far as its input tells. */
function contextOf({ input }: IamCall): SimulationRequest['context'] {
  const tags: readonly Tag[] = 'Tags' in input ? input.Tags : [];
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [Value]])),
    ...(tags.length > 0 ? { 'aws:TagKeys': tags.map(({ Key }) => Key) } : {}),
    ...('TagKeys' in input ? { 'aws:TagKeys': input.TagKeys } : {}),
    ...('PermissionsBoundary' in input && input.PermissionsBoundary !== undefined
      ? { 'iam:PermissionsBoundary': [input.PermissionsBoundary] }
      : {}),
    ...('PolicyArn' in input ? { 'iam:PolicyARN': [input.PolicyArn] } : {}),
    ...('AWSServiceName' in input ? { 'iam:AWSServiceName': [input.AWSServiceName] } : {}),
  };
}

function denied({ action, resource, decision }: Denial): Diagnostic {
  return {
    code: 'ACCESS_DENIED',
    message: `${action} on ${resource}: ${decision === 'explicitDeny' ? 'a policy denies it' : 'no policy allows it'}.`,
  };
}
