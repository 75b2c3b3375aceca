import type { Actor, GrantRecord, GrantState } from '../model/records.ts';
import { next, problem, type Transition } from './transition.ts';

export type GrantEvent =
  | {
      readonly kind:
        | 'activate'
        | 'warn'
        | 'extend'
        | 'revoke'
        | 'removed'
        | 'fail-removal'
        | 'retry-removal'
        | 'recertify'
        | 'review';
    }
  | { readonly kind: 'expire'; readonly at: string };

export interface GrantStep {
  readonly grant: GrantRecord;
  readonly event: GrantEvent;
  readonly by: {
    readonly actor: Actor;
    readonly isAdministrator: boolean;
    /** Whether the rule of the request names them as one who approves. */
    readonly isApprover: boolean;
  };
}

type Party = 'holder' | 'approver' | 'administrator' | 'service';

interface Row {
  readonly from: readonly GrantState[];
  readonly by: readonly Party[];
  /** `ending`: as it was ended, by somebody or by time. */
  readonly to: GrantState | 'same' | 'ending' | 'ended';
  /** What the holder may not do to their own grant. */
  readonly notByHolder?: true;
}

const living: readonly GrantState[] = ['active', 'expiring'];

/** All that may happen to a grant. What stands nowhere here is a `state-conflict`. */
const table: { readonly [E in GrantEvent['kind']]: Row } = {
  activate: { from: ['provisioning'], by: ['service'], to: 'active' },
  warn: { from: ['active'], by: ['service'], to: 'expiring' },
  // By the service: an extension that people approved.
  extend: { from: living, by: ['holder', 'service'], to: 'active' },
  expire: { from: living, by: ['service'], to: 'removing' },
  // Also of what is half made, and of what could not be removed: each takes away what is there.
  revoke: {
    from: ['provisioning', ...living, 'removal-failed'],
    by: ['holder', 'approver', 'administrator', 'service'],
    to: 'revoking',
  },
  removed: { from: ['removing', 'revoking'], by: ['service'], to: 'ended' },
  'fail-removal': { from: ['removing', 'revoking'], by: ['service'], to: 'removal-failed' },
  'retry-removal': { from: ['removal-failed'], by: ['administrator', 'service'], to: 'ending' },
  recertify: { from: living, by: ['approver', 'administrator'], to: 'same', notByHolder: true },
  review: {
    from: [
      'provisioning',
      ...living,
      'removing',
      'expired',
      'revoking',
      'revoked',
      'removal-failed',
    ],
    by: ['approver', 'administrator'],
    to: 'same',
    notByHolder: true,
  },
};

/** States that nothing leads out of. */
export const finalGrantStates = ['expired', 'revoked'] as const satisfies readonly GrantState[];

/** The state that an event leads to, or why it may not happen. Who may comes before when. */
export function nextGrantState(step: GrantStep): Transition<GrantState> {
  const { grant, event } = step;
  const row = table[event.kind];
  const parties = partiesOf(step);
  if (row.notByHolder && parties.has('holder')) return problem('self-approval');
  if (!row.by.some((party) => parties.has(party))) return problem('not-allowed');
  if (!row.from.includes(grant.state)) return problem('state-conflict');
  if (event.kind === 'expire' && Date.parse(event.at) < Date.parse(grant.expiresAt))
    return problem('not-due');
  if (event.kind === 'review' && (!grant.needsReview || grant.review !== null))
    return problem('state-conflict');
  switch (row.to) {
    case 'same':
      return next(grant.state);
    case 'ended':
      return next(grant.state === 'removing' ? 'expired' : 'revoked');
    case 'ending':
      return next(grant.endedBy === null ? 'removing' : 'revoking');
    default:
      return next(row.to);
  }
}

function partiesOf({ grant, by }: GrantStep): ReadonlySet<Party> {
  const { actor, isAdministrator, isApprover } = by;
  return new Set<Party>([
    ...(actor.id === grant.holder.id ? ['holder' as const] : []),
    ...(isApprover ? ['approver' as const] : []),
    ...(isAdministrator ? ['administrator' as const] : []),
    ...(actor.kind === 'service' ? ['service' as const] : []),
  ]);
}
