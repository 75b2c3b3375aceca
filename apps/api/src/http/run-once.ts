import type { FastifyRequest } from 'fastify';
import type { Answer, LooseCtx, LooseHandlers, RequestContext } from './handler.ts';
import {
  hashBody,
  type IdempotencyClaim,
  type IdempotencyStore,
  isLasting,
  readIdempotencyKey,
  type StoredAnswer,
  takeTurn,
} from './idempotency.ts';
import { problemBody, problemHeaders } from './problem.ts';
import { logOf } from './request-log.ts';
import { toProblem } from './to-problem.ts';

/** A request that came with an Idempotency-Key. */
export interface KeyedRun {
  readonly key: string;
  readonly callerId: string;
  readonly body: unknown;
  readonly request: FastifyRequest;
  readonly store: IdempotencyStore;
  /** Longer than any handler is waited for. */
  readonly leaseSeconds: number;
  readonly handle: LooseHandlers[string];
  readonly openContext: (remember: RequestContext['remember']) => LooseCtx;
  readonly write: (answer: Answer) => StoredAnswer;
}

/** Carries a request out, unless it was before: then its answer is repeated. */
export async function runOnce(run: KeyedRun): Promise<StoredAnswer> {
  const { store, leaseSeconds, request } = run;
  const turn = await takeTurn(store, {
    leaseSeconds,
    request: {
      caller: run.callerId,
      key: readIdempotencyKey(run.key),
      method: request.method,
      path: request.url,
      bodyHash: hashBody(run.body),
    },
  });
  switch (turn.kind) {
    case 'replay':
      return {
        ...turn.answer,
        headers: { ...turn.answer.headers, 'idempotency-replayed': 'true' },
      };
    case 'run':
      return carryOut(run, turn.claim);
    default:
      return turn satisfies never;
  }
}

/** The claim is settled when the handler is through, even if the client was answered before. */
async function carryOut(run: KeyedRun, claim: IdempotencyClaim): Promise<StoredAnswer> {
  let remembered: Answer | undefined;
  const ctx = run.openContext(async (tx, answer) => {
    await tx.storeAnswer(claim, run.write(answer));
    remembered = answer;
    return answer;
  });
  try {
    const answer = await run.handle(ctx);
    const written = run.write(answer);
    if (remembered !== answer) await run.store.answer(claim, written);
    return written;
  } catch (error) {
    await settle(run, claim, error);
    throw error;
  }
}

/** Keeps a refusal that would be the same again; gives the key back after any other failure. */
async function settle(
  { store, request }: KeyedRun,
  claim: IdempotencyClaim,
  error: unknown,
): Promise<void> {
  const refusal = toProblem(error);
  try {
    if (!isLasting(refusal.status)) return await store.release(claim);
    await store.answer(claim, {
      status: refusal.status,
      headers: problemHeaders(refusal),
      body: JSON.stringify(problemBody(refusal, request.id)),
    });
  } catch (failure) {
    // The first error is the one to tell; the claim lapses by itself.
    logOf(request).error({ err: failure }, 'an idempotency claim could not be settled');
  }
}
