export interface FetchJsonOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Fetches a JSON document from where it is meant to be: not further than that, and not too much. */
export async function fetchJson(url: string, options: FetchJsonOptions): Promise<unknown> {
  const { fetch, timeoutMs, maxBytes } = options;
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}.`);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) throw new Error(`${url} answered with more than ${maxBytes} bytes.`);
    pieces.push(piece);
  }
  const parsed: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return parsed;
}
