import type {
  ClaimOutcome,
  IdempotencyClaim,
  IdempotencyStore,
  IdempotencyTransaction,
  IdempotentRequest,
  StoredAnswer,
} from '../../http/idempotency.ts';
import { type AnswerSealing, aboutOf, type Resealed } from './answer-sealing.ts';
import type { Reading, Writing } from './repository.ts';
import { resealAnswers } from './reseal-answers.ts';

export interface IdempotencyOptions {
  readonly now: () => Date;
  /** A text that was never used before. */
  readonly newFence: () => string;
  /** How long an answer is kept; a day without it. */
  readonly keepSeconds?: number;
}

/** Outside the effect's transaction; each call commits by itself. */
export interface IdempotencyKeys extends IdempotencyStore {
  /** Forgets at most so many; answers how many. */
  deleteExpired(limit: number): Promise<number>;
  /** Seals anew what was sealed with an older key; without sealing, nothing. */
  reseal(): Promise<Resealed>;
}

export function idempotencyKeys(
  db: Reading,
  { now, newFence, keepSeconds = 86_400 }: IdempotencyOptions,
  sealing: AnswerSealing | undefined,
): IdempotencyKeys {
  return {
    async claim(request, leaseSeconds) {
      const at = now();
      const claim = { ...requestOf(request), fence: newFence() };
      const { caller, key, ...renewed } = {
        ...claim,
        leaseUntil: later(at, leaseSeconds),
        expiresAt: later(at, leaseSeconds + keepSeconds),
        status: null,
        headers: null,
        body: null,
      };
      const taken = await db
        .insertInto('idempotency_keys')
        .values({ ...renewed, caller, key })
        .onConflict((conflict) =>
          conflict
            .columns(['caller', 'key'])
            .doUpdateSet(renewed)
            .where((eb) =>
              eb.or([
                eb('idempotency_keys.expiresAt', '<=', at.toISOString()),
                eb.and([
                  eb('idempotency_keys.status', 'is', null),
                  eb('idempotency_keys.leaseUntil', '<=', at.toISOString()),
                ]),
              ]),
            ),
        )
        .returning('fence')
        .executeTakeFirst();
      if (taken !== undefined) return { kind: 'claimed', claim };
      const row = await db
        .selectFrom('idempotency_keys')
        .selectAll()
        .where('caller', '=', caller)
        .where('key', '=', key)
        .executeTakeFirst();
      // Given back between the two statements: the next try finds it free.
      return row === undefined ? { kind: 'running', request } : outcomeOf(row, sealing);
    },
    async answer(claim, answer) {
      await store(db, claim, sealed(answer, claim, sealing));
    },
    async release(claim) {
      await db
        .deleteFrom('idempotency_keys')
        .where('caller', '=', claim.caller)
        .where('key', '=', claim.key)
        .where('fence', '=', claim.fence)
        .where('status', 'is', null)
        .execute();
    },
    async deleteExpired(limit) {
      const expired = db
        .selectFrom('idempotency_keys')
        .select(['caller', 'key'])
        .where('expiresAt', '<=', now().toISOString())
        .orderBy('expiresAt')
        .limit(limit);
      const { numDeletedRows } = await db
        .deleteFrom('idempotency_keys')
        .where((eb) => eb(eb.refTuple('caller', 'key'), 'in', expired.$asTuple('caller', 'key')))
        // One that was taken anew meanwhile is somebody's.
        .where('expiresAt', '<=', now().toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    reseal: () => resealAnswers(db, { sealing, now: now().toISOString() }),
  };
}

export function idempotencyIn(
  trx: Writing,
  sealing: AnswerSealing | undefined,
): IdempotencyTransaction {
  return {
    async storeAnswer(claim, answer) {
      if ((await store(trx, claim, sealed(answer, claim, sealing))) === 'lost') {
        throw new Error('the claim on the idempotency key has run out');
      }
    },
  };
}

async function store(
  db: Reading,
  { caller, key, fence }: IdempotencyClaim,
  answer: StoredAnswer,
): Promise<'stored' | 'lost'> {
  const row = await db
    .updateTable('idempotency_keys')
    .set({ status: answer.status, headers: answer.headers, body: answer.body })
    .where('caller', '=', caller)
    .where('key', '=', key)
    .where('fence', '=', fence)
    .where('status', 'is', null)
    .returning('key')
    .executeTakeFirst();
  return row === undefined ? 'lost' : 'stored';
}

function sealed(
  answer: StoredAnswer,
  claim: IdempotentRequest,
  sealing: AnswerSealing | undefined,
): StoredAnswer {
  const { body } = answer;
  if (body === null || sealing === undefined) return answer;
  return { ...answer, body: sealing.seal(body, aboutOf(claim)) };
}

function outcomeOf(row: StoredRow, sealing: AnswerSealing | undefined): ClaimOutcome {
  const { status, headers } = row;
  const body =
    row.body === null || sealing === undefined ? row.body : sealing.open(row.body, aboutOf(row));
  const request = requestOf(row);
  if (status === null) return { kind: 'running', request };
  return { kind: 'answered', request, answer: { status, headers: headers ?? {}, body } };
}

type StoredRow = IdempotentRequest & {
  readonly status: number | null;
  readonly headers: StoredAnswer['headers'] | null;
  readonly body: string | null;
};

function requestOf({ caller, key, method, path, bodyHash }: IdempotentRequest): IdempotentRequest {
  return { caller, key, method, path, bodyHash };
}

function later(at: Date, seconds: number): string {
  return new Date(at.getTime() + seconds * 1000).toISOString();
}
