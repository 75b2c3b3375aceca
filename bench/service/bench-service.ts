import { startPostgres } from '@rolecall/api';
import { benchDelay } from './bench-delay.ts';
import { benchHeap } from './bench-heap.ts';
import { benchMemory } from './bench-memory.ts';
import { benchPostgres } from './bench-postgres.ts';
import { benchStart } from './bench-start.ts';
import type { Pace } from './compare-sides.ts';

export interface ServicePlan {
  readonly memory: Pace;
  readonly postgres: Pace;
  readonly heap: { readonly requests: number; readonly looks: number };
  readonly delaySeconds: number;
  readonly starts: number;
}

export const wholePlan: ServicePlan = {
  memory: { rounds: 5, seconds: 2, connections: 50, warmUp: 20_000 },
  postgres: { rounds: 5, seconds: 2, connections: 50, warmUp: 1_000 },
  heap: { requests: 100_000, looks: 5 },
  delaySeconds: 4,
  starts: 3,
};

/** To see that it runs: too short to say anything. */
export const quickPlan: ServicePlan = {
  memory: { rounds: 1, seconds: 1, connections: 50, warmUp: 100 },
  postgres: { rounds: 1, seconds: 1, connections: 50, warmUp: 100 },
  heap: { requests: 5_000, looks: 5 },
  delaySeconds: 1,
  starts: 1,
};

/** Measures the service and prints each part as it is done. */
export async function benchService(
  print: (text: string) => void,
  plan: ServicePlan = wholePlan,
): Promise<void> {
  print(await benchMemory(plan.memory));
  const postgres = await startPostgres();
  try {
    const url = await postgres?.createDatabase();
    if (url === undefined) print('On PostgreSQL: left out, for the reason above');
    else print(await benchPostgres(url, plan.postgres));
    const source = url === undefined ? { kind: 'memory' } : { kind: 'postgres', url, poolSize: 10 };
    print(await benchHeap(source, plan.heap));
    print(await benchDelay(plan.delaySeconds));
    print(await benchStart(plan.starts, await postgres?.createDatabase()));
  } finally {
    await postgres?.stop();
  }
}
