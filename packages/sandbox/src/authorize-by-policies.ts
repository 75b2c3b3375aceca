import { type Evaluation, evaluateRequest, type Layer, parseArn } from '@rolecall/policy';
import type { Account } from './account/account.ts';
import type { Group, Role, Session, User } from './account/entities.ts';
import {
  boundaryPolicy,
  emptyPolicy,
  type HeldPolicy,
  heldPolicy,
  identityPolicies,
  managedPolicy,
} from './account/held-policies.ts';
import type {
  AuthorizationDecision,
  AuthorizationDenial,
  AuthorizationRequest,
  Authorize,
} from './authorization.ts';
import { type CallerEntity, callerEntity, principalOf } from './caller-entity.ts';

/** Whose policies decide. */
export interface AuthorizationSetting {
  readonly account: Account;
  readonly session?: Session | undefined;
  /** ARN of the sandbox's own caller, who need not be anybody of the account. */
  readonly fallback?: string | undefined;
}

/**
 * Decides as AWS does, by the policies that the account has at this moment: those of the caller and
 * of a user's groups, the boundary, the policies of the session, and a role's trust. The sandbox's
 * own caller has administrator rights where it is nobody of the account.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function authorizeByPolicies({
  account,
  session,
  fallback,
}: AuthorizationSetting): Authorize {
  return (request) => {
    const { caller, resourcePolicy } = request;
    const resource =
      resourcePolicy === undefined
        ? undefined
        : heldPolicy({ id: 'ResourcePolicy', type: 'resource' }, resourcePolicy);
    const entity = callerEntity(account, caller);
    if (entity !== undefined) {
      const held = { ...heldByCaller(account, entity, session), resource };
      return decisionOf(evaluateHeld(account, request, held));
    }
    if (caller !== fallback) return { kind: 'implicit', by: 'identity-based policy' };
    // From another account it would need a resource policy, which nothing here has but roles.
    if (resource === undefined) return 'allowed';
    return decisionOf(evaluateHeld(account, request, { identity: [administrator()], resource }));
  };
}

/** The policies in force for a request. */
export interface HeldPolicies {
  readonly identity: readonly HeldPolicy[];
  readonly boundary?: HeldPolicy | undefined;
  readonly session?: readonly HeldPolicy[] | undefined;
  readonly resource?: HeldPolicy | undefined;
  /** Account of the resource, where that is not told by its ARN. */
  readonly resourceOwner?: string | undefined;
}

/** What decides about the requests of a user, group or role. */
export function heldBy(account: Account, holder: User | Group | Role): HeldPolicies {
  return {
    identity: identityPolicies(account, holder),
    boundary: holder.kind === 'group' ? undefined : boundaryPolicy(account, holder),
  };
}

/** What the policies decide about the caller's request; without a caller (`''`), about anybody's. */
export function evaluateHeld(
  account: Account,
  { caller, action, resource, context }: Omit<AuthorizationRequest, 'resourcePolicy'>,
  held: HeldPolicies,
): Evaluation {
  const entity = callerEntity(account, caller);
  const principal = entity === undefined ? caller : principalOf(account, entity);
  const policyOf = ({ policy }: HeldPolicy) => policy;
  return evaluateRequest(
    { principal: principal === '' ? undefined : principal, action, resource, context },
    {
      identity: held.identity.map(policyOf),
      boundary: held.boundary?.policy,
      session: held.session?.map(policyOf),
      resource: held.resource?.policy,
      resourceKind: held.resource !== undefined && /^sts:/i.test(action) ? 'trust' : 'other',
      // Without a resource policy the caller's own policies are all that is asked about.
      resourceAccount: held.resource === undefined ? parseArn(caller)?.account : held.resourceOwner,
    },
  );
}

function heldByCaller(
  account: Account,
  entity: CallerEntity,
  session: Session | undefined,
): HeldPolicies {
  switch (entity.kind) {
    case 'root':
      // The policies of AssumeRoot's tasks only deny: root needs none that allows.
      return { identity: session === undefined ? [] : passedTo(account, session) };
    case 'user':
      return heldBy(account, entity.user);
    case 'session':
      return {
        ...heldBy(account, entity.role),
        session: session && passedTo(account, session),
      };
    default:
      return entity satisfies never;
  }
}

/** The policies passed to AssumeRole; one that is gone allows nothing. */
function passedTo(account: Account, { policy, policyArns }: Session): readonly HeldPolicy[] {
  return [
    ...(policy === undefined ? [] : [heldPolicy({ id: 'session', type: 'none' }, policy)]),
    ...policyArns.map((arn) => managedPolicy(account, arn) ?? emptyPolicy()),
  ];
}

const layerNames: Readonly<Record<Layer, AuthorizationDenial['by']>> = {
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  resource: 'resource-based policy',
  serviceControl: 'service control policy',
  resourceControl: 'resource control policy',
  vpcEndpoint: 'VPC endpoint policy',
};

function decisionOf(evaluation: Evaluation): AuthorizationDecision {
  switch (evaluation.decision) {
    case 'allowed':
      return 'allowed';
    case 'explicitDeny':
      return { kind: 'explicit', by: layerNames[evaluation.decidedBy.layer] };
    case 'implicitDeny':
      return { kind: 'implicit', by: layerNames[evaluation.decidedBy.layer] };
    default:
      return evaluation satisfies never;
  }
}

function administrator(): HeldPolicy {
  return heldPolicy(
    { id: 'none', type: 'none' },
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  );
}
