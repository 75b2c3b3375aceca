import type { GrantRecord } from '../../../model/records.ts';
import {
  type RecertificationTerms,
  recertificationOf,
} from '../../../role-requests/recertification.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import { serviceActor } from '../../../work/service-actor.ts';
import { isTurn, takeTurn } from '../../take-turn.ts';
import { byService } from '../by-service.ts';
import { collectAll } from '../collect-all.ts';
import type { RoleRequestDeps } from '../deps.ts';
import { moveGrant } from '../move-grant.ts';
import { recordGrantEvent } from '../record-event.ts';

type RecertificationDeps = Pick<RoleRequestDeps, 'store' | 'now' | 'terms'>;

/** So often, at most, is the same grant asked about: once a day for as long as one may last. */
const mostAskings = 400;
const askedType = 'grant.recertification-due';

/**
 * Asks whether grants are still needed when it is time, and revokes those of which nobody said so.
 * One replica looks, every now and then; each grant in a transaction of its own.
 */
export async function sweepRecertification(
  { store, now, terms }: RecertificationDeps,
  attempt: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { recertify } = terms;
  const turn = { key: 'grants.recertified', everySeconds: terms.resumeEvery, now: now() };
  if (recertify === null || !(await isTurn(store, turn))) return;
  const living = await collectAll((query) =>
    store.grants.list({ ...query, filter: { states: ['active', 'expiring'] } }),
  );
  if ((await store.transaction((tx) => takeTurn(tx, turn))) === 'not-ours') return;
  const due = living.filter(
    (grant) => recertificationOf(grant, recertify, { now: turn.now, askedAt: null }).kind === 'due',
  );
  for (const { id } of due)
    await attempt(() => store.transaction((tx) => askOrEnd(tx, now(), { id, recertify })));
}

async function askOrEnd(
  tx: Transaction,
  now: Date,
  { id, recertify }: { readonly id: string; readonly recertify: RecertificationTerms },
): Promise<void> {
  const grant = await tx.grants.getForUpdate(id);
  if (grant === undefined) return;
  const askedAt = await lastAsked(tx, grant);
  const found = recertificationOf(grant, recertify, { now, askedAt });
  switch (found.kind) {
    case 'not-needed':
    case 'not-due':
    case 'asked':
      return;
    case 'due': {
      const { dueAt, endsAt } = found;
      const data = { dueAt, endsAt };
      recordGrantEvent(tx, grant, { now, actor: serviceActor, type: askedType, data });
      return;
    }
    case 'overdue': {
      const endReason = 'Nobody said in time that it is still needed.';
      await moveGrant(tx, now, {
        grant,
        event: { kind: 'revoke' },
        by: byService,
        type: 'grant.revoking',
        changes: { endedBy: serviceActor, endReason },
        data: { reason: endReason, askedAt },
      });
      return;
    }
    default:
      found satisfies never;
  }
}

/** The audit log knows it, and is written with the notice. */
async function lastAsked(
  { auditEvents }: Pick<Transaction, 'auditEvents'>,
  { id }: GrantRecord,
): Promise<string | null> {
  const filter = { subject: `grants/${id}`, type: askedType };
  const events = await auditEvents.list({ after: 0, limit: mostAskings, filter });
  return events.at(-1)?.at ?? null;
}
