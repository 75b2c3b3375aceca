import type { GrantRecord } from '../../../model/records.ts';
import { resumeStuck } from '../../resume-stuck.ts';
import { advanceRequest } from '../advance-request.ts';
import { byService } from '../by-service.ts';
import type { RoleRequestDeps } from '../deps.ts';
import { moveGrant } from '../move-grant.ts';
import { sweepRecertification } from './sweep-recertification.ts';

export type SweepDeps = Pick<RoleRequestDeps, 'store' | 'now' | 'terms'>;

/** So many at a time; what is left comes in the same sweep. */
const batch = 100;

/**
 * What time does: warns of an end, ends what is over, lets requests lapse, asks whether grants are
 * still needed, and begins again what was begun and is nobody's any more. Each in a transaction of its own; what fails does not keep the
 * others, and is thrown in the end.
 */
export async function sweepRoleRequests(deps: SweepDeps): Promise<void> {
  const failures: unknown[] = [];
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
  };
  await sweepDue(deps, attempt);
  await sweepLapsed(deps, attempt);
  await attempt(() => sweepRecertification(deps, attempt));
  await attempt(() => resumeStuck(deps));
  if (failures.length > 0) throw new AggregateError(failures, 'some of the sweep failed');
}

type AttemptWork = (work: () => Promise<void>) => Promise<void>;

async function sweepDue(deps: SweepDeps, attempt: AttemptWork): Promise<void> {
  const { store, now, terms } = deps;
  const tried = new Set<string>();
  for (;;) {
    const at = now();
    const warnUntil = new Date(at.getTime() + terms.warnBefore * 1000).toISOString();
    const query = { now: at.toISOString(), warnUntil, limit: batch };
    const due = await store.grants.listDue(query);
    const fresh = due.filter(({ grant }) => !tried.has(grant.id));
    for (const { due: what, grant } of fresh) {
      tried.add(grant.id);
      await attempt(() => endOrWarn(deps, grant, what));
    }
    if (fresh.length === 0 || due.length < batch) return;
  }
}

async function endOrWarn(
  { store, now }: SweepDeps,
  { id }: GrantRecord,
  what: 'expire' | 'warn',
): Promise<void> {
  await store.transaction(async (tx) => {
    const at = now();
    const grant = await tx.grants.getForUpdate(id);
    // Extended, revoked or warned meanwhile.
    if (grant === undefined || !isDue(grant, what, at)) return;
    const by = byService;
    if (what === 'warn') {
      await moveGrant(tx, at, { grant, event: { kind: 'warn' }, by, type: 'grant.expiring' });
      return;
    }
    const event = { kind: 'expire', at: at.toISOString() } as const;
    const changes = { endReason: 'Its time is over.' };
    await moveGrant(tx, at, { grant, event, by, type: 'grant.removing', changes });
  });
}

function isDue({ state, expiresAt }: GrantRecord, what: 'expire' | 'warn', now: Date): boolean {
  if (what === 'warn') return state === 'active';
  const isLiving = state === 'active' || state === 'expiring';
  return isLiving && Date.parse(expiresAt) <= now.getTime();
}

async function sweepLapsed(deps: SweepDeps, attempt: AttemptWork): Promise<void> {
  const { store, now } = deps;
  const tried = new Set<string>();
  for (;;) {
    const lapsed = await store.roleRequests.listLapsed(now().toISOString(), batch);
    const fresh = lapsed.filter(({ id }) => !tried.has(id));
    for (const { id } of fresh) {
      tried.add(id);
      await attempt(() => lapse(deps, id));
    }
    if (fresh.length === 0 || lapsed.length < batch) return;
  }
}

async function lapse({ store, now }: SweepDeps, id: string): Promise<void> {
  await store.transaction(async (tx) => {
    const at = now();
    const request = await tx.roleRequests.getForUpdate(id);
    if (request?.state !== 'pending-approval') return;
    const event = { kind: 'lapse', at: at.toISOString() } as const;
    const type = 'role-request.lapsed';
    await advanceRequest(tx, at, { request, event, by: byService, type });
  });
}
