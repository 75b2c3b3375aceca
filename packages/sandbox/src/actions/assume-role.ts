import { arnOf, rootArn } from '../account/arn.ts';
import type { Role } from '../account/entities.ts';
import { newTags } from '../account/tags.ts';
import { accessDenied, type Call, requireAllowed } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import { callerEntity } from '../caller-entity.ts';
import { showTrust } from '../documents/trust.ts';
import { type RequestContext, requestTagContext, resourceTagContext } from '../request-context.ts';
import type { StsInputs, StsOutputs } from '../wire/sts-api.gen.ts';
import { openSession } from './open-session.ts';

type Input = StsInputs['AssumeRole'];

/** Credentials of a session, once the role's trust and the caller's policies let it. */
export function assumeRole(call: Call, input: Input): StsOutputs['AssumeRole'] {
  const { account } = call;
  const { RoleArn } = input;
  if (call.caller === rootArn(account)) {
    refuse('AccessDenied', 'Roles may not be assumed by root accounts.');
  }
  const role = [...account.roles.values()].find((one) => arnOf(account, one) === RoleArn);
  if (role === undefined) {
    const asked = { caller: call.caller, action: 'sts:AssumeRole', resource: RoleArn };
    throw accessDenied(asked, { kind: 'implicit', by: 'resource-based policy' });
  }
  const tags = newTags(input.Tags);
  const mfa = hasMfa(call, input);
  authorizeSession(call, { role, input, mfa });
  return openSession(call, { role, input, tags, mfa });
}

/** Tags and a source identity need permissions of their own, in the trust as well. */
function authorizeSession(
  call: Call,
  { role, input, mfa }: { readonly role: Role; readonly input: Input; readonly mfa: boolean },
): void {
  const { Tags = [], TransitiveTagKeys = [], ExternalId, RoleSessionName, SourceIdentity } = input;
  const context: RequestContext = {
    ...requestTagContext(Tags),
    ...resourceTagContext(role.tags),
    'sts:RoleSessionName': [RoleSessionName],
    ...(TransitiveTagKeys.length > 0 && { 'sts:TransitiveTagKeys': TransitiveTagKeys }),
    ...(ExternalId !== undefined && { 'sts:ExternalId': [ExternalId] }),
    ...(SourceIdentity !== undefined && { 'sts:SourceIdentity': [SourceIdentity] }),
    ...(mfa && { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['0'] }),
  };
  const actions = [
    'sts:AssumeRole',
    ...(Tags.length > 0 ? ['sts:TagSession'] : []),
    ...(SourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
  const resourcePolicy = showTrust(call.account, role.trust);
  for (const action of actions) {
    requireAllowed(call, { action, resource: input.RoleArn, context, resourcePolicy });
  }
}

/** A code is taken when it has six digits that are not all zero; the device must be the caller's. */
function hasMfa({ account, caller }: Call, { SerialNumber, TokenCode }: Input): boolean {
  if (SerialNumber === undefined) return false;
  const entity = callerEntity(account, caller);
  const devices = entity?.kind === 'user' ? entity.user.mfa : [];
  // Of another account's devices nothing is known.
  const owned = entity === undefined || devices.some(({ serial }) => serial === SerialNumber);
  if (owned && TokenCode !== undefined && TokenCode !== '000000') return true;
  return refuse(
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code.',
  );
}
