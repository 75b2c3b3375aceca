import type { AuthorizedRequest } from '../authorized-request.ts';
import { type Call, isCallOf } from '../calls.ts';

/**
 * What AWS authorises a call to Identity Center on: the instance, the permission set and, of an
 * assignment, the account; each by itself. Source: Service Authorization Reference, "AWS IAM Identity
 * Center". `arn` is the resource's own.
 */
export function centerRequests(
  call: Call,
  { arn }: { readonly arn: string },
): readonly AuthorizedRequest[] {
  const { action } = call;
  if (!isCallOf('sso', call)) return [{ action, resource: arn, context: {} }];
  const { input } = call;
  const [, partition = 'aws'] = arn.split(':');
  const set = `arn:${partition}:sso:::permissionSet/*/*`;
  const resources =
    action === 'sso:CreatePermissionSet'
      ? [input.InstanceArn]
      : [input.InstanceArn, ...('TargetId' in input ? [set, arn] : [arn])];
  return resources.map((resource) => ({ action, resource, context: tagsIn(call) }));
}

/** Our mark of the resource is left out: no policy tests it. */
function tagsIn({ input }: Call): AuthorizedRequest['context'] {
  const tags = 'Tags' in input ? input.Tags : [];
  const told = tags.filter(({ Key }) => Key !== 'rolecall:resource');
  return {
    ...Object.fromEntries(told.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [Value]])),
    ...(tags.length > 0 ? { 'aws:TagKeys': tags.map(({ Key }) => Key) } : {}),
    ...('TagKeys' in input ? { 'aws:TagKeys': input.TagKeys } : {}),
  };
}
