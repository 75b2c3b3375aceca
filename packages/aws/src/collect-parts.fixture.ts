import type { CollectRequest, PartName } from '@rolecall/core';
import { accountAnswers } from './account.fixture.ts';
import { collectSnapshot } from './collect-snapshot.ts';
import { type StubAnswers, stubClients } from './query-stub.fixture.ts';

/** Reads parts of the fixture's account, some of whose answers are others; waits take no time. */
export async function collectParts(answers: StubAnswers, request: CollectRequest) {
  const { clients, calls } = stubClients({ ...accountAnswers, ...answers });
  const waits: number[] = [];
  const sleep = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const options = { now: () => new Date(0), sleep };
  const { parts } = await collectSnapshot(clients, request, options);
  return { parts, calls: calls.slice(1), waits };
}

/** The same, of one part. */
export async function collectPart<N extends PartName>(part: N, answers: StubAnswers = {}) {
  const { parts, calls, waits } = await collectParts(answers, { parts: [part] });
  return { part: parts[part], calls, waits };
}

export const known = (value: unknown) => ({ status: 'known', value });
