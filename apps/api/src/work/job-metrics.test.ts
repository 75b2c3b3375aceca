import { Registry } from '@platformatic/prom-client';
import { expect, it } from 'vitest';
import { measureQueues } from './job-metrics.ts';

it('shows how many jobs wait and how long in one reading, of one question', async () => {
  const registry = new Registry();
  let asked = 0;
  measureQueues(registry, {
    backlog: async () => {
      asked += 1;
      return asked > 2 ? [] : [{ queue: 'apply', waiting: asked, oldestSeconds: asked * 10 }];
    },
    countDeadLetters: async () => [],
  });
  const values = async () =>
    (await registry.metrics())
      .split('\n')
      .filter((line) => line.startsWith('rolecall_jobs_'))
      .toSorted();
  const reading = (waiting: number) => [
    `rolecall_jobs_oldest_seconds{queue="apply"} ${waiting * 10}`,
    `rolecall_jobs_waiting{queue="apply"} ${waiting}`,
  ];
  expect(await values()).toEqual(reading(1));
  expect(await values()).toEqual(reading(2));
  expect(await values()).toEqual([]);
  expect(asked).toBe(3);
});
