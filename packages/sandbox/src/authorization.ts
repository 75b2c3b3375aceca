import type { Account } from './account/account.ts';
import { AwsError } from './aws-error.ts';
import { type Faults, matchesAction } from './faults.ts';

/** What somebody wants to do, as a policy engine needs it to decide. */
export interface AuthorizationRequest {
  /** ARN of the user, or of the session of a role. */
  readonly caller: string;
  /** `iam:CreateRole`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request: key → values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
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
    | 'session policy';
}

export type Authorize = (request: AuthorizationRequest) => 'allowed' | AuthorizationDenial;

/** The decision with the faults of the sandbox taken first. */
export function decide(
  { faults, authorize }: { readonly faults: Faults; readonly authorize: Authorize },
  request: AuthorizationRequest,
): 'allowed' | AuthorizationDenial {
  return faults.deny.some((pattern) => matchesAction(pattern, request.action))
    ? { kind: 'implicit', by: 'identity-based policy' }
    : authorize(request);
}

/** AccessDenied in AWS's words. */
export function accessDenied(
  { caller, action, resource }: AuthorizationRequest,
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
  readonly region: string;
  /** Decides without refusing; for simulation. */
  readonly decide: (request: AuthorizationRequest) => 'allowed' | AuthorizationDenial;
}

/** Refuses unless the caller may do it. */
export function requireAllowed(call: Call, request: Omit<AuthorizationRequest, 'caller'>): void {
  const full = { ...request, caller: call.caller };
  const decision = call.decide(full);
  if (decision !== 'allowed') throw accessDenied(full, decision);
}
