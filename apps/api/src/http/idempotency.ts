import { createHash } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';
import { problem } from './problem.ts';

/** A request that a client may send again without its being done again. */
export interface IdempotentRequest {
  /** Id of the actor; keys of different callers have nothing to do with each other. */
  readonly caller: string;
  readonly key: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** SHA-256 of the body as canonical JSON, in hexadecimal digits. */
  readonly bodyHash: string;
}

/** The right to carry out a request, until `expiresAt`. */
export interface IdempotencyClaim extends IdempotentRequest {
  /** Tells this claim from an earlier one that ran out. */
  readonly fence: string;
}

/** An answer as it was sent. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: IdempotencyClaim }
  /** Another request holds the key; `request` is what it asked for. */
  | { readonly kind: 'running'; readonly request: IdempotentRequest }
  | {
      readonly kind: 'answered';
      readonly request: IdempotentRequest;
      readonly answer: StoredAnswer;
    };

/** Keeps claims and answers, at least a day long; each call is a transaction of its own. */
export interface IdempotencyStore {
  /** Takes the key, or says who has it. A claim lapses after `leaseSeconds` without an answer. */
  claim(request: IdempotentRequest, leaseSeconds: number): Promise<ClaimOutcome>;
  /** Stores an answer that had no effect. */
  answer(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void>;
  /** Gives the key back, unless it has its answer, so that the request can be sent again. */
  release(claim: IdempotencyClaim): Promise<void>;
}

/** The part of a handler's transaction that stores the answer with its effect. */
export interface IdempotencyTransaction {
  /** Fails, so that the effect is rolled back too, when the claim is no longer the one held. */
  storeAnswer(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void>;
}

/**
 * Reads an Idempotency-Key: a quoted string as the draft of the IETF has it, or bare.
 *
 * @throws Problem `parameter-invalid`
 */
export function readIdempotencyKey(header: string): string {
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (/^[\x21\x23-\x5b\x5d-\x7e]{8,255}$/.test(key)) return key;
  throw problem('parameter-invalid', {
    errors: [
      {
        pointer: 'Idempotency-Key',
        message: 'must be 8 to 255 visible ASCII characters without quotes and backslashes',
      },
    ],
  });
}

export function hashBody(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(body ?? null))
    .digest('hex');
}

/** What to do about a request with a key: carry it out under a claim, or repeat an answer. */
export type Turn =
  | { readonly kind: 'run'; readonly claim: IdempotencyClaim }
  | { readonly kind: 'replay'; readonly answer: StoredAnswer };

/**
 * Claims a request.
 *
 * @throws Problem `idempotency-key-reused` for another request under the key,
 *   `idempotency-key-in-use` while the first still runs
 */
export async function takeTurn(
  store: IdempotencyStore,
  { request, leaseSeconds }: { request: IdempotentRequest; leaseSeconds: number },
): Promise<Turn> {
  const outcome = await store.claim(request, leaseSeconds);
  if (outcome.kind === 'claimed') return { kind: 'run', claim: outcome.claim };
  if (!isSame(outcome.request, request)) throw problem('idempotency-key-reused');
  switch (outcome.kind) {
    case 'running':
      throw problem('idempotency-key-in-use', { headers: { 'retry-after': '2' } });
    case 'answered':
      return { kind: 'replay', answer: outcome.answer };
    default:
      return outcome satisfies never;
  }
}

/** Whether a refusal would be the same if it were asked again; only then it is kept. */
export function isLasting(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);
}

function isSame(a: IdempotentRequest, b: IdempotentRequest): boolean {
  return a.method === b.method && a.path === b.path && a.bodyHash === b.bodyHash;
}
