import type { GrantRecord } from '../model/records.ts';

export interface RecertificationTerms {
  /** Seconds after which somebody has to say again that a grant is needed. */
  readonly everySeconds: number;
  /** Seconds that they have for it, from when they were asked; then the grant is revoked. */
  readonly graceSeconds: number;
}

export type Recertification =
  /** Nothing to ask: it is ending or has ended, or ends by itself before anybody would be asked. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'not-due'; readonly dueAt: string }
  /** Somebody has to be asked; with no answer it is revoked at `endsAt`. */
  | { readonly kind: 'due'; readonly dueAt: string; readonly endsAt: string }
  /** Asked; `overdue`: nobody has answered in time. */
  | { readonly kind: 'asked' | 'overdue'; readonly dueAt: string; readonly endsAt: string };

/**
 * Whether it has to be said again that a grant is needed, counted from when that was last said.
 *
 * @param askedAt When somebody was last asked, ISO 8601. Nothing is overdue that nobody was asked
 *   about, as after an outage.
 */
export function recertificationOf(
  grant: Pick<GrantRecord, 'state' | 'startsAt' | 'recertifiedAt' | 'expiresAt'>,
  { everySeconds, graceSeconds }: RecertificationTerms,
  { now, askedAt }: { readonly now: Date; readonly askedAt: string | null },
): Recertification {
  if (grant.state !== 'active' && grant.state !== 'expiring') return { kind: 'not-needed' };
  const due = Date.parse(grant.recertifiedAt ?? grant.startsAt) + everySeconds * 1000;
  if (due >= Date.parse(grant.expiresAt)) return { kind: 'not-needed' };
  const dueAt = new Date(due).toISOString();
  if (now.getTime() < due) return { kind: 'not-due', dueAt };
  // What was asked before it was due was about an earlier time.
  const asked = askedAt === null ? Number.NaN : Date.parse(askedAt);
  const isAsked = asked >= due;
  const ends = (isAsked ? asked : now.getTime()) + graceSeconds * 1000;
  const endsAt = new Date(ends).toISOString();
  if (!isAsked) return { kind: 'due', dueAt, endsAt };
  return { kind: now.getTime() < ends ? 'asked' : 'overdue', dueAt, endsAt };
}
