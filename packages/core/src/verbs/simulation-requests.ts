import { iamArn } from '@rolecall/policy';
import { isSpecified } from '../model/resource.ts';
import { type IamCall, isCallOf, type Tag } from '../plan/calls.ts';
import { specOf } from '../plan/kinds/kinds.ts';
import type { Operation } from '../plan/operation.ts';
import type { Change, Plan } from '../plan/plan.ts';
import type { SimulationRequest } from './account-port.ts';

/** Resource key → ARN of what the plan is about; names it does not know are taken at the root path. */
type Arns = ReadonlyMap<string, string>;

/** What the simulator is asked for a plan: every call on the resource that IAM authorises it on. */
export function simulationRequests(plan: Plan, arns: Arns): readonly SimulationRequest[] {
  return plan.changes.flatMap((change) =>
    change.operations.flatMap((operation) => operationRequests(operation, change, { plan, arns })),
  );
}

interface Account {
  readonly plan: Pick<Plan, 'account' | 'partition'>;
  readonly arns: Arns;
}

function operationRequests(
  operation: Operation,
  change: Change,
  account: Account,
): readonly SimulationRequest[] {
  const { authorized } = isSpecified(change) ? specOf(change.type) : {};
  if (authorized !== undefined) return authorized(operation, change);
  if (isCallOf('iam', operation)) return requestsOf(operation, change.arn, account);
  return [{ action: operation.action, resource: change.arn, context: {} }];
}

function requestsOf(call: IamCall, arn: string, account: Account): readonly SimulationRequest[] {
  const resource = resourceOf(call, account) ?? arn;
  const context = contextOf(call);
  return [
    { action: call.action, resource, context },
    ...taggingOnCreate(call).map((action) => ({ action, resource, context })),
    ...passedRoles(call, account),
  ];
}

/** IAM wants the permission to tag as well where a call that creates brings tags. */
function taggingOnCreate({ action, input }: IamCall): readonly string[] {
  if (!action.startsWith('iam:Create') || !('Tags' in input)) return [];
  return [action.replace('iam:Create', 'iam:Tag')];
}

function passedRoles({ action, input }: IamCall, account: Account): readonly SimulationRequest[] {
  if (action !== 'iam:AddRoleToInstanceProfile') return [];
  const context = { 'iam:PassedToService': ['ec2.amazonaws.com'] };
  return [
    { action: 'iam:PassRole', resource: arnOfName('role', input.RoleName, account), context },
  ];
}

function resourceOf({ action, input }: IamCall, account: Account): string | undefined {
  switch (action) {
    case 'iam:CreateAccountAlias':
    case 'iam:UpdateAccountPasswordPolicy':
      return '*';
    case 'iam:AddUserToGroup':
    case 'iam:RemoveUserFromGroup':
      return arnOfName('group', input.GroupName, account);
    case 'iam:AddRoleToInstanceProfile':
    case 'iam:RemoveRoleFromInstanceProfile':
      return arnOfName('instance-profile', input.InstanceProfileName, account);
    case 'iam:AttachRolePolicy':
    case 'iam:DetachRolePolicy':
      return arnOfName('role', input.RoleName, account);
    case 'iam:AttachUserPolicy':
    case 'iam:DetachUserPolicy':
      return arnOfName('user', input.UserName, account);
    case 'iam:AttachGroupPolicy':
    case 'iam:DetachGroupPolicy':
      return arnOfName('group', input.GroupName, account);
    default:
      return undefined;
  }
}

function arnOfName(type: string, name: string, { plan, arns }: Account): string {
  const { account, partition } = plan;
  const known = arns.get(`${type}/${name.toLowerCase()}`);
  return known ?? iamArn({ partition, account, type, name });
}

/**
 * The condition keys that IAM sets for the call, as far as its input tells. Our own mark of the
 * resource is left out: no policy tests it, and with it each call would be asked for by itself.
 */
function contextOf({ input }: IamCall): SimulationRequest['context'] {
  const tags: readonly Tag[] = 'Tags' in input ? input.Tags : [];
  const told = tags.filter(({ Key }) => Key !== 'rolecall:resource');
  return {
    ...Object.fromEntries(told.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [Value]])),
    ...(tags.length > 0 ? { 'aws:TagKeys': tags.map(({ Key }) => Key) } : {}),
    ...('TagKeys' in input ? { 'aws:TagKeys': input.TagKeys } : {}),
    ...('PermissionsBoundary' in input && input.PermissionsBoundary !== undefined
      ? { 'iam:PermissionsBoundary': [input.PermissionsBoundary] }
      : {}),
    ...('PolicyArn' in input ? { 'iam:PolicyARN': [input.PolicyArn] } : {}),
    ...('AWSServiceName' in input ? { 'iam:AWSServiceName': [input.AWSServiceName] } : {}),
  };
}
