import { compareSides, type Pace } from './compare-sides.ts';
import { type Compared, describeComparisons } from './describe-comparison.ts';
import { checkRunOf, draftOf, readOf, type ServiceRequest } from './service-requests.ts';
import type { RecordingsMade } from './side-record.ts';
import type { ReplayInput } from './side-replay.ts';
import type { ServiceStarted } from './side-service.ts';
import { startSide } from './start-side.ts';

const share = 0.6;
const poolSize = 10;

/**
 * A read and two creations on PostgreSQL, beside a bare Fastify that has the same driver send the
 * very statements that the service sends for them. Those are recorded from the service itself, so
 * what is left is what the service does besides. Both write to the same tables.
 */
export async function benchPostgres(url: string, pace: Pace): Promise<string> {
  const source = { kind: 'postgres', url, poolSize };
  const recorder = await startSide<RecordingsMade>('side-record.ts', source);
  const recordings = recorder.started;
  await recorder.stop();
  const ours = await startSide<ServiceStarted>('side-service.ts', source);
  const input: ReplayInput = { url, poolSize, recordings };
  const base = await startSide<{ url: string }>('side-replay.ts', input);
  const compare = async (
    name: string,
    request: ServiceRequest,
    path: string,
  ): Promise<Compared> => ({
    name,
    base: `${name}, bare`,
    share,
    comparison: await compareSides(
      { ours: { side: ours, request }, base: { side: base, request: { ...request, path } } },
      pace,
    ),
  });
  try {
    const compared = [
      await compare('read', readOf(ours.started), '/read'),
      await compare('draft', draftOf(ours.started), '/draft'),
      await compare('check run', checkRunOf(ours.started), '/check-run'),
    ];
    const counts = Object.entries(recordings).map(
      ([name, { statements }]) => `${name} ${statements.length}`,
    );
    return [
      `On PostgreSQL, beside a bare Fastify with the same statements (${counts.join(', ')}), ${pace.rounds} rounds, ${pace.connections} connections`,
      describeComparisons(compared),
    ].join('\n\n');
  } finally {
    await ours.stop();
    await base.stop();
  }
}
