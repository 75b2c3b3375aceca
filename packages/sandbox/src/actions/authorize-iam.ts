import type { Account } from '../account/account.ts';
import { arnOf, iamArn } from '../account/arn.ts';
import type { Tag } from '../account/entities.ts';
import { customerPolicy } from '../account/find.ts';
import { type Call, requireAllowed } from '../authorization.ts';
import { isObject, isText } from '../documents/json.ts';

type Input = Readonly<Record<string, unknown>>;

/** Asks whether the caller may do the IAM action on the resource that its input names. */
export function authorizeIam(call: Call, action: string, input: Input): void {
  const { account } = call;
  const target = targetOf(account, action, input);
  requireAllowed(call, {
    action: `iam:${action}`,
    resource: target.arn,
    context: contextOf(input, target),
  });
  const passed = action === 'AddRoleToInstanceProfile' ? text(input, 'RoleName') : undefined;
  const role = passed === undefined ? undefined : account.roles.get(passed.toLowerCase());
  if (role === undefined) return;
  requireAllowed(call, {
    action: 'iam:PassRole',
    resource: arnOf(account, role),
    context: { 'iam:PassedToService': ['ec2.amazonaws.com'] },
  });
}

interface Target {
  readonly arn: string;
  readonly tags?: readonly Tag[] | undefined;
  readonly boundary?: string | undefined;
}

/** The member that names the resource, tried in this order: an instance profile before its role. */
const named = [
  ['InstanceProfileName', 'instance-profile', 'instanceProfiles'],
  ['GroupName', 'group', 'groups'],
  ['RoleName', 'role', 'roles'],
  ['UserName', 'user', 'users'],
] as const;

function targetOf(account: Account, action: string, input: Input): Target {
  for (const [member, kind, table] of named) {
    const name = text(input, member);
    if (name === undefined) continue;
    const found = account[table].get(name.toLowerCase());
    const arn = iamArn(
      account,
      `${kind}${found?.path ?? text(input, 'Path') ?? '/'}${found?.name ?? name}`,
    );
    const boundary = found !== undefined && 'boundary' in found ? found.boundary : undefined;
    return { arn, tags: found?.tags, boundary };
  }
  const arn =
    text(input, 'PolicyArn') ??
    text(input, 'OpenIDConnectProviderArn') ??
    text(input, 'SAMLProviderArn');
  if (arn !== undefined) return { arn, tags: customerPolicy(account, arn)?.tags };
  return { arn: unnamedTarget(account, action, input) };
}

function unnamedTarget(account: Account, action: string, input: Input): string {
  const policyName = text(input, 'PolicyName');
  if (action === 'CreatePolicy' && policyName !== undefined) {
    return iamArn(account, `policy${text(input, 'Path') ?? '/'}${policyName}`);
  }
  const url = text(input, 'Url');
  if (url !== undefined) return iamArn(account, `oidc-provider/${url.replace(/^https:\/\//, '')}`);
  const service = text(input, 'AWSServiceName');
  if (service !== undefined) return iamArn(account, `role/aws-service-role/${service}/*`);
  const serial = text(input, 'SerialNumber');
  if (serial !== undefined) return serial;
  const list = /^List(User|Role|Group)s$/.exec(action)?.[1]?.toLowerCase();
  return list === undefined ? '*' : iamArn(account, `${list}/`);
}

function contextOf(input: Input, target: Target): Readonly<Record<string, readonly string[]>> {
  const tags = (Array.isArray(input['Tags']) ? input['Tags'] : []).filter(isObject);
  const keys = [
    ...tags.map(({ Key }) => Key),
    ...(Array.isArray(input['TagKeys']) ? input['TagKeys'] : []),
  ].filter(isText);
  const policyArn = text(input, 'PolicyArn');
  const service = text(input, 'AWSServiceName');
  const boundary = text(input, 'PermissionsBoundary') ?? target.boundary;
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [String(Value)]])),
    ...Object.fromEntries(
      (target.tags ?? []).flatMap(({ Key, Value }) => [
        [`aws:ResourceTag/${Key}`, [Value]],
        [`iam:ResourceTag/${Key}`, [Value]],
      ]),
    ),
    ...(keys.length === 0 ? {} : { 'aws:TagKeys': keys }),
    ...(policyArn === undefined ? {} : { 'iam:PolicyARN': [policyArn] }),
    ...(service === undefined ? {} : { 'iam:AWSServiceName': [service] }),
    ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': [boundary] }),
  };
}

function text(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}
