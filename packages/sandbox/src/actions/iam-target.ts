import type { Account } from '../account/account.ts';
import { iamArn, oidcArn, samlArn } from '../account/arn.ts';
import type { Tag } from '../account/entities.ts';
import { customerPolicy } from '../account/find.ts';
import type { Call } from '../authorization.ts';
import { callerEntity } from '../caller-entity.ts';
import { iamOperations, iamShapes } from '../wire/iam-api.gen.ts';

export type Input = Readonly<Record<string, unknown>>;

/** The resource that a call is about, as policies see it. */
export interface Target {
  readonly arn: string;
  readonly tags?: readonly Tag[] | undefined;
  readonly boundary?: string | undefined;
}

/** The member that names the resource, tried in this order: an instance profile before its role. */
const named = [
  ['InstanceProfileName', 'instance-profile', 'instanceProfiles'],
  ['ServerCertificateName', 'server-certificate', 'serverCertificates'],
  ['GroupName', 'group', 'groups'],
  ['RoleName', 'role', 'roles'],
  ['UserName', 'user', 'users'],
] as const;

/** The resource that IAM authorises the action on: what the input names, or the caller itself. */
export function targetOf(call: Call, action: string, input: Input): Target {
  const { account } = call;
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
    text(input, 'SAMLProviderArn') ??
    text(input, 'PolicySourceArn') ??
    text(input, 'Arn');
  if (arn !== undefined) return { arn, tags: tagsOf(account, arn) };
  return callersOwn(call, action) ?? unnamedTarget(account, action, input);
}

function tagsOf(account: Account, arn: string): readonly Tag[] | undefined {
  const providers = [
    ...[...account.oidcProviders.values()].map((one) => ({ arn: oidcArn(account, one), ...one })),
    ...[...account.samlProviders.values()].map((one) => ({ arn: samlArn(account, one), ...one })),
  ];
  const policy = customerPolicy(account, arn);
  return policy?.tags ?? providers.find((one) => one.arn === arn)?.tags;
}

/** Calls about a user that need not name one are about the caller. */
function callersOwn({ account, caller }: Call, action: string): Target | undefined {
  if (action !== 'ChangePassword' && !takesUserName(action)) return undefined;
  const entity = callerEntity(account, caller);
  if (entity?.kind !== 'user') return undefined;
  const { tags, boundary } = entity.user;
  return { arn: caller, tags, boundary };
}

function takesUserName(action: string): boolean {
  const operation = Object.entries(iamOperations).find(([name]) => name === action)?.[1];
  const shape = iamShapes[operation ?? ''];
  return shape?.type === 'structure' && 'UserName' in shape.members;
}

function unnamedTarget(account: Account, action: string, input: Input): Target {
  const path = text(input, 'Path') ?? '/';
  const policyName = text(input, 'PolicyName');
  if (action === 'CreatePolicy' && policyName !== undefined) {
    return { arn: iamArn(account, `policy${path}${policyName}`) };
  }
  const device = text(input, 'VirtualMFADeviceName');
  if (device !== undefined) return { arn: iamArn(account, `mfa${path}${device}`) };
  const url = text(input, 'Url');
  if (url !== undefined) {
    return { arn: iamArn(account, `oidc-provider/${url.replace(/^https:\/\//, '')}`) };
  }
  const provider = action === 'CreateSAMLProvider' ? text(input, 'Name') : undefined;
  if (provider !== undefined) return { arn: iamArn(account, `saml-provider/${provider}`) };
  const service = text(input, 'AWSServiceName');
  if (service !== undefined) return { arn: iamArn(account, `role/aws-service-role/${service}/*`) };
  const serial = text(input, 'SerialNumber');
  if (serial !== undefined) return { arn: serial, tags: account.virtualMfa.get(serial)?.tags };
  const list = /^List(User|Role|Group)s$/.exec(action)?.[1]?.toLowerCase();
  if (list === undefined) return { arn: '*' };
  return { arn: iamArn(account, `${list}${text(input, 'PathPrefix') ?? '/'}`) };
}

/** A member of the input that is a text. */
export function text(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}
