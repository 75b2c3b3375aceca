import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openSecretsStage,
  orphansAfterDeath,
  type SecretsStage,
} from './testing/secrets-stage.fixture.ts';

let stage: SecretsStage;
beforeAll(async () => {
  stage = await openSecretsStage();
}, 120_000);
afterAll(() => stage?.close());

test('whatever step is the last of a process, nothing is live that nobody has', async () => {
  const broken: unknown[] = [];
  let at = 1;
  for (; ; at += 1) {
    const outcome = await orphansAfterDeath(stage, at);
    if (outcome.whole) break;
    const asLast = await orphansAfterDeath(stage, at, true);
    for (const one of [outcome, asLast]) if (one.orphans.length > 0) broken.push([at, one]);
    if (outcome.state !== 'succeeded') broken.push([at, outcome]);
  }
  console.log(`${2 * (at - 1)} deaths of the process`);
  expect(at).toBeGreaterThan(20);
  expect(broken).toEqual([]);
}, 600_000);
