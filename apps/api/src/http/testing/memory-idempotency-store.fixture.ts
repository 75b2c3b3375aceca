import type {
  IdempotencyClaim,
  IdempotencyStore,
  IdempotencyTransaction,
  IdempotentRequest,
  StoredAnswer,
} from '../idempotency.ts';

interface Row {
  readonly claim: IdempotencyClaim;
  answer: StoredAnswer | undefined;
}

/** Keeps claims in memory; leases never lapse. */
export function createMemoryIdempotencyStore(): IdempotencyStore &
  IdempotencyTransaction & { readonly rows: ReadonlyMap<string, Row> } {
  const rows = new Map<string, Row>();
  let fence = 0;
  const store = async (claim: IdempotencyClaim, answer: StoredAnswer) => {
    const row = rows.get(nameOf(claim));
    if (row === undefined || row.claim.fence !== claim.fence) throw new Error('not held');
    row.answer ??= answer;
  };
  return {
    rows,
    async claim(request) {
      const row = rows.get(nameOf(request));
      if (row === undefined) {
        fence += 1;
        const claim = { ...request, fence: String(fence) };
        rows.set(nameOf(request), { claim, answer: undefined });
        return { kind: 'claimed', claim };
      }
      return row.answer === undefined
        ? { kind: 'running', request: row.claim }
        : { kind: 'answered', request: row.claim, answer: row.answer };
    },
    answer: store,
    storeAnswer: store,
    async release(claim) {
      const row = rows.get(nameOf(claim));
      if (row?.answer === undefined) rows.delete(nameOf(claim));
    },
  };
}

function nameOf({ caller, key }: IdempotentRequest): string {
  return `${caller} ${key}`;
}
