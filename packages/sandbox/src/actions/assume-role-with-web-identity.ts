import { arnOf, oidcArn } from '../account/arn.ts';
import type { Role } from '../account/entities.ts';
import { heldPolicy } from '../account/held-policies.ts';
import type { Call } from '../authorization.ts';
import { evaluateHeld } from '../authorize-by-policies.ts';
import { refuse } from '../aws-error.ts';
import { showTrust } from '../documents/trust.ts';
import { requestContext, resourceTagContext } from '../request-context.ts';
import type { StsInputs, StsOutputs } from '../wire/sts-api.gen.ts';
import { openSession } from './open-session.ts';
import { readWebIdentity, type WebIdentity } from './web-identity-token.ts';

type Input = StsInputs['AssumeRoleWithWebIdentity'];

const action = 'sts:AssumeRoleWithWebIdentity';

/** Credentials of a session, once the token is right and the role's trust lets its holder in. */
export function assumeRoleWithWebIdentity(
  call: Call,
  input: Input,
): StsOutputs['AssumeRoleWithWebIdentity'] {
  const { account } = call;
  const identity = readWebIdentity(account, input.WebIdentityToken);
  const role = [...account.roles.values()].find((one) => arnOf(account, one) === input.RoleArn);
  // AWS does not tell a role that is not there from one that does not trust.
  if (role === undefined || !isTrusted(call, { role, input, identity })) {
    return refuse('AccessDenied', `Not authorized to perform ${action}`);
  }
  return {
    ...openSession(call, { role, input, tags: [], mfa: false }),
    SubjectFromWebIdentityToken: identity.subject,
    Provider: oidcArn(account, identity.provider),
    Audience: identity.audience,
  };
}

function isTrusted(
  call: Call,
  { role, input, identity }: { readonly role: Role; readonly input: Input; identity: WebIdentity },
): boolean {
  const { account } = call;
  const resourcePolicy = showTrust(account, role.trust);
  const request = {
    // Evaluated as a principal that its provider vouches for.
    caller: oidcArn(account, identity.provider),
    action,
    resource: input.RoleArn,
    context: {
      ...requestContext(call),
      ...resourceTagContext(role.tags),
      ...identity.context,
      'sts:RoleSessionName': [input.RoleSessionName],
    },
    resourcePolicy,
  };
  const overruled = call.overrule(request);
  if (overruled !== undefined) return overruled === 'allowed';
  const trust = heldPolicy({ id: 'ResourcePolicy', type: 'resource' }, resourcePolicy);
  return evaluateHeld(account, request, { identity: [], resource: trust }).decision === 'allowed';
}
