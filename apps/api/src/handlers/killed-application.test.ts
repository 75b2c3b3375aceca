import { afterAll, beforeAll, expect, test } from 'vitest';
import { killApplication } from './testing/killed-application.fixture.ts';
import { openSecretsStage, type SecretsStage } from './testing/secrets-stage.fixture.ts';

let stage: SecretsStage;
beforeAll(async () => {
  stage = await openSecretsStage();
}, 120_000);
afterAll(() => stage?.close());

// Every step: killed-application.full.test.ts.
test.each([30, 60, 90])('killed at step %i, an application is brought to its end', async (at) => {
  const { last, broken, kinds } = await killApplication(stage, at);
  expect(last).toBeDefined();
  expect(broken).toEqual([]);
  expect([...kinds].sort()).toEqual(['create', 'delete', 'replace', 'update']);
});
