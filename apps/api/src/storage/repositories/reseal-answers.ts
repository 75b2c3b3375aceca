import { type AnswerSealing, aboutOf, type Resealed, sealedAnew } from './answer-sealing.ts';
import type { Reading } from './repository.ts';

const pageSize = 100;

/** Each row by itself: one that its call changes meanwhile is sealed with the key of now anyway. */
export async function resealAnswers(
  db: Reading,
  { sealing, now }: { readonly sealing: AnswerSealing | undefined; readonly now: string },
): Promise<Resealed> {
  let resealed = 0;
  let unreadable = 0;
  let after = { caller: '', key: '' };
  for (;;) {
    if (sealing === undefined) return { resealed, unreadable };
    const rows = await sealedOtherwise(db, { prefix: sealing.prefix, now, after });
    for (const { caller, key, body } of rows) {
      const about = aboutOf({ caller, key });
      const to = sealedAnew(sealing, body ?? '', about);
      if (to === undefined) {
        unreadable += 1;
        continue;
      }
      await db
        .updateTable('idempotency_keys')
        .set({ body: to })
        .where('caller', '=', caller)
        .where('key', '=', key)
        .where('body', '=', body)
        .execute();
      resealed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return { resealed, unreadable };
    after = { caller: last.caller, key: last.key };
  }
}

function sealedOtherwise(
  db: Reading,
  {
    prefix,
    now,
    after,
  }: {
    readonly prefix: string;
    readonly now: string;
    readonly after: { readonly caller: string; readonly key: string };
  },
) {
  return db
    .selectFrom('idempotency_keys')
    .select(['caller', 'key', 'body'])
    .where('body', 'not like', `${prefix}%`)
    .where('expiresAt', '>', now)
    .where((eb) =>
      eb.or([
        eb('caller', '>', after.caller),
        eb.and([eb('caller', '=', after.caller), eb('key', '>', after.key)]),
      ]),
    )
    .orderBy('caller')
    .orderBy('key')
    .limit(pageSize)
    .execute();
}
