import { Registry } from '@platformatic/prom-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureEmergencies } from '../../work/emergency-metrics.ts';
import { asItIs } from './deps.ts';
import { remindReviewers } from './remind-reviewers.ts';
import { reviewEmergency } from './review-emergency.ts';
import { type LifeStage, openLifeStage, people } from './testing/life-stage.fixture.ts';

let stage: LifeStage;
beforeAll(async () => {
  stage = await openLifeStage();
}, 120_000);
afterAll(() => stage.close());

const hour = 3600;

it('reminds once a day of what nobody has reviewed, and tells how many there are', async () => {
  const { deps } = stage;
  const registry = new Registry();
  measureEmergencies(registry, deps.store.grants);
  const unreviewed = async () => (await registry.metrics()).match(/^rolecall_emer\S+ (\d+)$/m)?.[1];
  const { id } = await stage.ask(people.bob, { emergency: true, durationSeconds: hour });
  await stage.work();
  const reminded = async () => {
    await remindReviewers(deps);
    const types = await stage.types(`grants/${id}`);
    return types.filter((type) => type === 'emergency.review-due').length;
  };
  expect([await reminded(), await unreviewed()]).toEqual([0, '1']);
  stage.wait(23 * hour);
  expect(await reminded()).toBe(0);
  stage.wait(hour);
  expect(await reminded()).toBe(1);
  stage.wait(hour);
  expect(await reminded()).toBe(1);
  stage.wait(23 * hour);
  expect(await reminded()).toBe(2);
  expect(stage.jobs.filter(({ name }) => name === 'notify').length).toBeGreaterThan(2);
  const { revision } = (await deps.store.grants.get(id)) ?? { revision: 0 };
  const look = { id, ifMatch: `"${revision}"`, comment: 'It was one.' };
  await reviewEmergency(deps, people.carol, look, asItIs);
  stage.wait(48 * hour);
  expect([await reminded(), await unreviewed()]).toEqual([2, '0']);
});
