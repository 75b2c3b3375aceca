import type { Account } from './account/account.ts';
import type { Session } from './account/entities.ts';
import { authorizeByPolicies } from './authorize-by-policies.ts';
import { AwsError } from './aws-error.ts';
import { type Faults, matchesAction } from './faults.ts';
import { callContext, type RequestContext } from './request-context.ts';

/** What somebody wants to do, as a policy engine needs it to decide. */
export interface AuthorizationRequest {
  /** ARN of the user, or of the session of a role. */
  readonly caller: string;
  /** `iam:CreateRole`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request: key → values. */
  readonly context: RequestContext;
  /** The resource's own policy where there is one: a role's trust for sts:AssumeRole. */
  readonly resourcePolicy?: string;
}

/** Why something may not be done; AWS's message names the kind of policy. */
export interface AuthorizationDenial {
  readonly kind: 'implicit' | 'explicit';
  readonly by:
    | 'identity-based policy'
    | 'permissions boundary'
    | 'resource-based policy'
    | 'service control policy'
    | 'resource control policy'
    | 'session policy'
    | 'VPC endpoint policy';
}

export type AuthorizationDecision = 'allowed' | AuthorizationDenial;

export type Authorize = (request: AuthorizationRequest) => AuthorizationDecision;

/** What is decided whatever the policies say: by the faults, then by the sandbox's `authorize`. */
export function overrule(
  { faults, authorize }: { readonly faults: Faults; readonly authorize: Authorize | undefined },
  request: AuthorizationRequest,
): AuthorizationDecision | undefined {
  return faults.deny.some((pattern) => matchesAction(pattern, request.action))
    ? { kind: 'implicit', by: 'identity-based policy' }
    : authorize?.(request);
}

/** AccessDenied in AWS's words. */
export function accessDenied(
  { caller, action, resource }: Pick<AuthorizationRequest, 'caller' | 'action' | 'resource'>,
  { kind, by }: AuthorizationDenial,
): AwsError {
  const article = /^[aeiou]/.test(by) ? 'an' : 'a';
  const reason =
    kind === 'explicit'
      ? `with an explicit deny in ${article} ${by}`
      : `because no ${by} allows the ${action} action`;
  return new AwsError(
    'AccessDenied',
    403,
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
  );
}

/** What a handler gets besides its input. */
export interface Call {
  readonly account: Account;
  /** ARN of who calls. */
  readonly caller: string;
  /** Where the caller's credentials come from AssumeRole. */
  readonly session: Session | undefined;
  /** ARN of who calls with credentials that the account did not issue. */
  readonly fallback: string;
  readonly region: string;
  /** What is decided without asking the policies. */
  readonly overrule: (request: AuthorizationRequest) => AuthorizationDecision | undefined;
}

/** Refuses unless the caller may do it. Keys that every call has are added to the context. */
export function requireAllowed(call: Call, request: Omit<AuthorizationRequest, 'caller'>): void {
  const context = { ...callContext(call), ...request.context };
  const full = { ...request, context, caller: call.caller };
  const decision = call.overrule(full) ?? authorizeByPolicies(call)(full);
  if (decision !== 'allowed') throw accessDenied(full, decision);
}
