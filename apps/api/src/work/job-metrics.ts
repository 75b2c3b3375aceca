import { Gauge, Histogram, type Registry } from '@platformatic/prom-client';
import type { Queue } from '../storage/queue/queue.ts';
import type { WorkerOptions } from './register-workers.ts';

/** Measures jobs by queue and by what came of them. */
export function measureJobs(registry: Registry): WorkerOptions['onJob'] {
  const duration = new Histogram({
    name: 'rolecall_job_duration_seconds',
    help: 'How long jobs took, by queue and outcome (done, failed, given-up, postponed).',
    labelNames: ['queue', 'outcome'],
    buckets: [0.02, 0.1, 0.5, 2, 10, 60, 300, 1800],
    registers: [registry],
  });
  return (queue, outcome, seconds) => duration.observe({ queue, outcome }, seconds);
}

/** What lies in the queues, asked when it is read. */
export function measureQueues(
  registry: Registry,
  queue: Pick<Queue, 'backlog' | 'countDeadLetters'>,
): void {
  measureBacklog(registry, queue);
  measureDeadLetters(registry, queue);
}

/** Says of each queue how many jobs wait, and the first of them how long. */
function measureBacklog(registry: Registry, { backlog }: Pick<Queue, 'backlog'>): void {
  // Both are read together, and show the same moment.
  let asked: ReturnType<typeof backlog> | undefined;
  const ask = (): ReturnType<typeof backlog> => {
    asked ??= backlog().finally(() => {
      asked = undefined;
    });
    return asked;
  };
  new Gauge({
    name: 'rolecall_jobs_oldest_seconds',
    help: 'How long the job that has waited longest could have been worked, by queue.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const jobs = await ask();
      this.reset();
      for (const { queue, oldestSeconds } of jobs) this.set({ queue }, oldestSeconds);
    },
  });
  new Gauge({
    name: 'rolecall_jobs_waiting',
    help: 'Jobs that wait to be worked now, by queue.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const jobs = await ask();
      this.reset();
      for (const { queue, waiting } of jobs) this.set({ queue }, waiting);
    },
  });
}

function measureDeadLetters(
  registry: Registry,
  { countDeadLetters }: Pick<Queue, 'countDeadLetters'>,
): void {
  new Gauge({
    name: 'rolecall_jobs_dead_letters',
    help: 'Jobs that failed in their last attempt and wait for an operator, by queue.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const letters = await countDeadLetters();
      this.reset();
      for (const { queue, count } of letters) this.set({ queue }, count);
    },
  });
}
