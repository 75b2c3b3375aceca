import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openSecretsStage,
  orphansAfter,
  type SecretsStage,
} from './testing/secrets-stage.fixture.ts';

let stage: SecretsStage;
beforeAll(async () => {
  stage = await openSecretsStage();
}, 120_000);
afterAll(() => stage?.close());

const accidents = [
  { mishap: 'dies', wasLast: false },
  { mishap: 'dies', wasLast: true },
  { mishap: 'loses-answer', wasLast: false },
] as const;

test.each(accidents)(
  'nothing is live that nobody has: $mishap, $wasLast',
  async (accident) => {
    const broken: unknown[] = [];
    let at = 1;
    for (; ; at += 1) {
      const outcome = await orphansAfter(stage, { ...accident, at });
      if (outcome.last === undefined) break;
      const goesOn = accident.mishap === 'dies';
      const ended = outcome.state === 'succeeded' || !goesOn;
      if (outcome.orphans.length > 0 || !ended) broken.push([at, outcome]);
    }
    console.log(`${accident.mishap}: ${at - 1} steps`);
    expect(at).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  },
  600_000,
);
