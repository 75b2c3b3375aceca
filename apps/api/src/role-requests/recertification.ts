import type { GrantRecord } from '../model/records.ts';

export interface RecertificationTerms {
  /** Seconds after which somebody has to say again that a grant is needed. */
  readonly everySeconds: number;
  /** Seconds that they have for it; then the grant is revoked. */
  readonly graceSeconds: number;
}

export type Recertification =
  /** Nothing to ask: it is ending or has ended, or ends by itself before anybody would be asked. */
  | { readonly kind: 'not-needed' }
  | {
      readonly kind: 'not-due' | 'due' | 'overdue';
      readonly dueAt: string;
      readonly endsAt: string;
    };

/** Whether it has to be said again that a grant is needed, counted from when that was last said. */
export function recertificationOf(
  grant: Pick<GrantRecord, 'state' | 'startsAt' | 'recertifiedAt' | 'expiresAt'>,
  { everySeconds, graceSeconds }: RecertificationTerms,
  now: Date,
): Recertification {
  if (grant.state !== 'active' && grant.state !== 'expiring') return { kind: 'not-needed' };
  const due = Date.parse(grant.recertifiedAt ?? grant.startsAt) + everySeconds * 1000;
  if (due >= Date.parse(grant.expiresAt)) return { kind: 'not-needed' };
  const ends = due + graceSeconds * 1000;
  const times = { dueAt: new Date(due).toISOString(), endsAt: new Date(ends).toISOString() };
  if (now.getTime() < due) return { kind: 'not-due', ...times };
  return { kind: now.getTime() < ends ? 'due' : 'overdue', ...times };
}
