import { compareSides, type Pace } from './compare-sides.ts';
import { describeComparisons } from './describe-comparison.ts';
import { readOf, type ServiceRequest } from './service-requests.ts';
import type { ServiceStarted } from './side-service.ts';
import { startSide } from './start-side.ts';

const hello: ServiceRequest = { method: 'GET', path: '/', headers: {}, keyed: false };

/** What all of the HTTP layer costs: a read with nothing behind it, beside the least there is. */
export async function benchMemory(pace: Pace): Promise<string> {
  const ours = await startSide<ServiceStarted>('side-service.ts', { kind: 'memory' });
  const base = await startSide<{ url: string }>('side-hello.ts');
  try {
    const comparison = await compareSides(
      {
        ours: { side: ours, request: readOf(ours.started) },
        base: { side: base, request: hello },
      },
      pace,
    );
    return [
      `Reading a role request from memory beside a bare Fastify, ${pace.rounds} rounds, ${pace.connections} connections`,
      describeComparisons([{ name: 'read', base: 'hello', share: 0.3, comparison }]),
    ].join('\n\n');
  } finally {
    await ours.stop();
    await base.stop();
  }
}
