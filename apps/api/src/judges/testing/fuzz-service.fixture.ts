import fc from 'fast-check';
import type { Operation } from '../../http/read-operations.ts';
import { arbitraryRequest, type FuzzedRequest } from '../../http/testing/request.arbitrary.ts';
import type { KnownTexts } from './known-texts.fixture.ts';
import { type FuzzedAnswer, sendFuzzed } from './send-fuzzed.fixture.ts';

export interface Exchange {
  readonly operation: Operation;
  readonly request: FuzzedRequest;
  readonly answer: FuzzedAnswer;
}

const chunkSize = 400;
const atOnce = 8;

/**
 * Sends made-up requests to these operations, and calls back with each answer. Which texts are known is read anew from
 * time to time: what was there may be gone.
 */
export async function fuzzService(
  operations: readonly Operation[],
  options: {
    readonly url: string;
    readonly token: string | undefined;
    readonly numRuns: number;
    readonly seed: number;
    /** How often an operation is chosen, among the others. */
    readonly weightOf: (operation: Operation) => number;
    readonly known: () => Promise<KnownTexts>;
    /** Takes out what the way to the service cannot carry. */
    readonly prepare?: (request: FuzzedRequest) => FuzzedRequest;
    readonly judge: (exchange: Exchange) => void;
  },
): Promise<void> {
  const { url, token, numRuns, seed, weightOf, known, judge, prepare = asItIs } = options;
  for (let sent = 0; sent < numRuns; sent += chunkSize) {
    const texts = await known();
    const requests = fc.sample(
      fc.oneof(
        ...operations.map((operation) => ({
          weight: weightOf(operation),
          arbitrary: arbitraryRequest(operation, textsFor(operation, texts)).map((request) => ({
            operation,
            request,
          })),
        })),
      ),
      { numRuns: Math.min(chunkSize, numRuns - sent), seed: seed + sent },
    );
    const waiting = requests.values();
    const send = async (): Promise<void> => {
      for (const { operation, request: made } of waiting) {
        const request = prepare(made);
        judge({ operation, request, answer: await sendFuzzed(url, request, token) });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, send));
  }
}

const asItIs = (request: FuzzedRequest): FuzzedRequest => request;

function textsFor({ path }: Operation, { general, ofCollection }: KnownTexts): readonly string[] {
  const names = path === '/v1/applications' ? ['plans'] : path.split('/');
  return [...general, ...names.flatMap((name) => ofCollection.get(name) ?? [])];
}

/** What is wrong with an answer whatever was asked; undefined if nothing is. */
export function faultOf({ request, answer }: Exchange): string | undefined {
  const { status, type, body } = answer;
  const asked = `${request.method} ${request.url} ${String(request.payload)}`;
  if (status >= 500) return `${status} to ${asked}: ${body}`;
  if (status >= 400 && !type.startsWith('application/problem+json'))
    return `${type} to ${asked}: ${body}`;
  return undefined;
}
