import { arnOf } from '../account/arn.ts';
import type { Tag } from '../account/entities.ts';
import { type Call, requireAllowed } from '../authorization.ts';
import { isObject, isText } from '../documents/json.ts';
import { type RequestContext, requestTagContext, resourceTagContext } from '../request-context.ts';
import { type Input, type Target, targetOf, text } from './iam-target.ts';

/**
 * Asks whether the caller may do the IAM action on the resource that its input names, may tag what is
 * created with tags, and may pass the role that goes into an instance profile.
 */
export function authorizeIam(call: Call, action: string, input: Input): void {
  const { account } = call;
  const target = targetOf(call, action, input);
  const context = contextOf(action, input, target);
  requireAllowed(call, { action: `iam:${action}`, resource: target.arn, context });
  const tagging = taggingOf(action, input);
  if (tagging !== undefined)
    requireAllowed(call, { action: tagging, resource: target.arn, context });
  const passed = action === 'AddRoleToInstanceProfile' ? text(input, 'RoleName') : undefined;
  const role = passed === undefined ? undefined : account.roles.get(passed.toLowerCase());
  if (role === undefined) return;
  requireAllowed(call, {
    action: 'iam:PassRole',
    resource: arnOf(account, role),
    context: { ...resourceTagContext(role.tags), 'iam:PassedToService': ['ec2.amazonaws.com'] },
  });
}

/** The action that IAM wants besides one that creates something with tags. */
function taggingOf(action: string, input: Input): string | undefined {
  if (!Array.isArray(input['Tags']) || input['Tags'].length === 0) return undefined;
  const created = /^(?:Create|Upload)(?:Virtual)?(.+)$/.exec(action)?.[1];
  return created === undefined ? undefined : `iam:Tag${created}`;
}

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS IAM". */
function contextOf(action: string, input: Input, target: Target): RequestContext {
  const attaching = /^(Attach|Detach)(User|Role|Group)Policy$/.test(action);
  const bounded = /^(Create|Put|Delete|Attach|Detach)(User|Role)/.test(action);
  const policyArn = attaching ? text(input, 'PolicyArn') : undefined;
  const service = text(input, 'AWSServiceName');
  const boundary = bounded ? (text(input, 'PermissionsBoundary') ?? target.boundary) : undefined;
  return {
    ...requestTagContext(tagsIn(input), listIn(input, 'TagKeys').filter(isText)),
    ...resourceTagContext(target.tags ?? []),
    ...(policyArn === undefined ? {} : { 'iam:PolicyARN': [policyArn] }),
    ...(service === undefined ? {} : { 'iam:AWSServiceName': [service] }),
    ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': [boundary] }),
  };
}

function tagsIn(input: Input): readonly Tag[] {
  return listIn(input, 'Tags')
    .filter(isObject)
    .map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) }));
}

function listIn(input: Input, name: string): readonly unknown[] {
  return Array.isArray(input[name]) ? input[name] : [];
}
