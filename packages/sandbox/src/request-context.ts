import { parseArn } from '@rolecall/policy';
import { type Account, now } from './account/account.ts';
import { arnOf } from './account/arn.ts';
import type { Session, Tag } from './account/entities.ts';
import type { Call } from './authorization.ts';
import { callerEntity, callerId } from './caller-entity.ts';

/** Condition keys: key → values. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

/**
 * The keys that every call has.
 * Source: IAM User Guide, "AWS global condition context keys".
 */
export function callContext(call: Call): RequestContext {
  const { account, caller, session } = call;
  return {
    ...callerContext(account, caller, session),
    // Only temporary credentials tell whether there was MFA.
    ...(session && { 'aws:MultiFactorAuthPresent': [String(session.mfa)] }),
    ...requestContext(call),
  };
}

/** The keys of every call that do not tell who calls. */
export function requestContext({
  account,
  region,
}: Pick<Call, 'account' | 'region'>): RequestContext {
  return {
    'aws:CurrentTime': [now(account)],
    'aws:EpochTime': [String(Math.floor(account.clock().getTime() / 1000))],
    'aws:RequestedRegion': [region],
    'aws:SecureTransport': ['true'],
    'aws:PrincipalIsAWSService': ['false'],
    'aws:ViaAWSService': ['false'],
  };
}

/** The keys that tell who calls; the tags of a session hide those of its role. */
export function callerContext(
  account: Account,
  caller: string,
  session?: Session | undefined,
): RequestContext {
  const entity = callerEntity(account, caller);
  const shared = {
    'aws:userid': [callerId(account, caller)],
    'aws:PrincipalAccount': [parseArn(caller)?.account ?? account.id],
    ...(account.organization && { 'aws:PrincipalOrgID': [account.organization.id] }),
  };
  switch (entity?.kind) {
    case 'root':
      return { ...shared, 'aws:PrincipalArn': [caller], 'aws:PrincipalType': ['Account'] };
    case 'user':
      return {
        ...shared,
        ...tagKeys('aws:PrincipalTag', entity.user.tags),
        'aws:PrincipalArn': [caller],
        'aws:PrincipalType': ['User'],
        'aws:username': [entity.user.name],
      };
    case 'session':
      return {
        ...shared,
        ...tagKeys('aws:PrincipalTag', tagsOfSession(entity.role.tags, session)),
        'aws:PrincipalArn': [arnOf(account, entity.role)],
        'aws:PrincipalType': ['AssumedRole'],
      };
    case undefined:
      return { ...shared, 'aws:PrincipalArn': [caller] };
    default:
      return entity satisfies never;
  }
}

/** The keys of tags that a request brings, and of those it removes. */
export function requestTagContext(
  tags: readonly Tag[],
  removed: readonly string[] = [],
): RequestContext {
  const keys = [...tags.map(({ Key }) => Key), ...removed];
  return {
    ...tagKeys('aws:RequestTag', tags),
    ...(keys.length === 0 ? {} : { 'aws:TagKeys': keys }),
  };
}

/** The keys of the tags of the IAM resource that a request is about. */
export function resourceTagContext(tags: readonly Tag[]): RequestContext {
  return { ...tagKeys('aws:ResourceTag', tags), ...tagKeys('iam:ResourceTag', tags) };
}

function tagKeys(prefix: string, tags: readonly Tag[]): RequestContext {
  return Object.fromEntries(tags.map(({ Key, Value }) => [`${prefix}/${Key}`, [Value]]));
}

function tagsOfSession(ofRole: readonly Tag[], session: Session | undefined): readonly Tag[] {
  const passed = session?.tags ?? [];
  const hidden = new Set(passed.map(({ Key }) => Key.toLowerCase()));
  return [...ofRole.filter(({ Key }) => !hidden.has(Key.toLowerCase())), ...passed];
}
