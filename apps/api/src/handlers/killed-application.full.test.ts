import { afterAll, beforeAll, expect, test } from 'vitest';
import { killApplication } from './testing/killed-application.fixture.ts';
import { openSecretsStage, type SecretsStage } from './testing/secrets-stage.fixture.ts';

let stage: SecretsStage;
beforeAll(async () => {
  stage = await openSecretsStage();
}, 120_000);
afterAll(() => stage?.close());

test('killed at any step, an application is brought to its end by another job', async () => {
  const broken: unknown[] = [];
  let at = 1;
  for (; ; at += 1) {
    const killed = await killApplication(stage, at);
    if (killed.last === undefined) break;
    if (killed.broken.length > 0) broken.push([at, killed]);
  }
  console.log(`an application was killed at ${at - 1} steps`);
  expect(at).toBeGreaterThan(40);
  expect(broken).toEqual([]);
}, 900_000);
