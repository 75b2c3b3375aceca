/** What goes wrong. Every member can be changed while the sandbox is in use. */
export interface Faults {
  /** Actions that the caller may not do: `iam:CreateRole`, `iam:Get*`. */
  deny: string[];
  /** Every n-th call is answered with Throttling. */
  throttleEvery?: number | undefined;
  /** So many calls after its creation a principal is still unknown to trust policies. */
  propagationCalls?: number | undefined;
  /** So long after its creation, by the caller's clock, a principal is unknown to them. */
  propagationMs?: number | undefined;
  /** So many reads by name of a new entity give NoSuchEntity. */
  propagationReads?: number | undefined;
  /**
   * So many calls, and so long by the caller's clock, after its creation an entity cannot be used by
   * others: a policy attached or made a boundary, a user, group or role attached to, a user or
   * group joined, a role or profile put together. All give NoSuchEntity.
   */
  propagationReferences?: Propagation | undefined;
  /** Calls that fail. `times` counts down. */
  failCalls: FailingCall[];
  /** So many calls pass before Identity Center is done with a request. One unless given. */
  asyncCalls?: number | undefined;
  /** Requests that Identity Center accepts and then fails. `times` counts down. */
  asyncFailures?: AsyncFailure[] | undefined;
  /** Actions answered with status 200 and a page of HTML, as by a proxy. */
  htmlOn: string[];
  /** Every call is refused for its credentials, but those that take a token instead. */
  credentials?: 'expired' | 'invalid' | 'missing' | 'badSignature' | undefined;
  /** The most items on one page, whatever is asked for. */
  pageSize?: number | undefined;
  /** Counts down with each write; at 0 every call ends in a connection error. */
  stopAfterWrites?: number | undefined;
  /** What happens to one call alone, whichever it is. */
  atCall?: CallFault | undefined;
}

export interface CallFault {
  /** Calls that come before it; counts down. */
  in: number;
  readonly fault: (typeof callFaults)[number];
}

/**
 * - `throttled`, `concurrent`, `failure`: refused with Throttling, ConcurrentModification or
 *   ServiceFailure, and not carried out
 * - `denied`: refused by a service control policy
 * - `unseen`: what it names is not there yet (NoSuchEntity; each service says it in its own words)
 * - `lost`: no answer comes, and it was not carried out
 * - `unanswered`: it is carried out, and no answer comes
 * - `dead`, `dead-after`: the caller is gone from before, or after, this call on: no later one does
 *   anything either
 */
export const callFaults = [
  'throttled',
  'concurrent',
  'failure',
  'denied',
  'unseen',
  'lost',
  'unanswered',
  'dead',
  'dead-after',
] as const;

export interface Propagation {
  readonly calls?: number | undefined;
  readonly ms?: number | undefined;
}

export interface AsyncFailure {
  /** `sso:CreateAccountAssignment`; wildcards allowed. */
  action: string;
  reason: string;
  times: number;
}

export interface FailingCall {
  /** `iam:CreateRole`; wildcards allowed. */
  action: string;
  code: string;
  status: number;
  message: string;
  times: number;
  /** Only requests in whose body this stands. */
  about?: string | undefined;
}

export function noFaults(): Faults {
  return { deny: [], failCalls: [], htmlOn: [] };
}

/** Whether an action matches a pattern with `*` and `?`, ignoring case. */
export function matchesAction(pattern: string, action: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(action);
}
