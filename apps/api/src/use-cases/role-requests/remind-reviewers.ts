import type { GrantRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { isTurn, takeTurn } from '../take-turn.ts';
import { collectAll } from './collect-all.ts';
import type { RoleRequestDeps } from './deps.ts';
import { recordGrantEvent } from './record-event.ts';

const quarterHour = 900;
const dayMs = 86_400_000;
const pageSize = 400;
const remindedType = 'emergency.review-due';

/**
 * Reminds once a day of emergencies that nobody has reviewed, also of those that have ended by now.
 * One replica looks, every now and then; each grant in a transaction of its own.
 */
export async function remindReviewers({
  store,
  now,
}: Pick<RoleRequestDeps, 'store' | 'now'>): Promise<void> {
  const turn = { key: 'emergencies.reminded', everySeconds: quarterHour, now: now() };
  if (!(await isTurn(store, turn))) return;
  const filter = { needsReview: true };
  const unreviewed = await collectAll((query) => store.grants.list({ ...query, filter }));
  if ((await store.transaction((tx) => takeTurn(tx, turn))) === 'not-ours') return;
  for (const { id } of unreviewed) await store.transaction((tx) => remind(tx, now(), id));
}

async function remind(tx: Transaction, now: Date, id: string): Promise<void> {
  const grant = await tx.grants.getForUpdate(id);
  if (grant === undefined || !waitsForReview(grant)) return;
  const last = (await lastReminded(tx, grant)) ?? grant.createdAt;
  if (now.getTime() - Date.parse(last) < dayMs) return;
  recordGrantEvent(tx, grant, { now, actor: serviceActor, type: remindedType });
}

/** One that gave nobody anything is nothing to look at. */
function waitsForReview({ needsReview, review, manifest, state }: GrantRecord): boolean {
  return needsReview && review === null && manifest !== null && state !== 'provisioning';
}

/** The audit log knows it, and is written with the notice. */
async function lastReminded(
  { auditEvents }: Pick<Readers, 'auditEvents'>,
  { id }: Pick<GrantRecord, 'id'>,
): Promise<string | undefined> {
  const filter = { subject: `grants/${id}`, type: remindedType };
  let after = 0;
  let last: string | undefined;
  for (;;) {
    const page = await auditEvents.list({ after, limit: pageSize, filter });
    last = page.at(-1)?.at ?? last;
    if (page.length < pageSize) return last;
    after = page.at(-1)?.sequence ?? after;
  }
}
