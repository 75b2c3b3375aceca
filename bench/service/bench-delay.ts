import { setTimeout as pause } from 'node:timers/promises';
import { formatMilliseconds, rows, target } from '../policy/distribution.ts';
import { type LoadResult, sendLoad } from './send-load.ts';
import { draftOf, readOf } from './service-requests.ts';
import type { SideReport } from './side-report.ts';
import type { ServiceStarted } from './side-service.ts';
import { startSide } from './start-side.ts';

/** PGlite works in the event loop: how long others wait for their turn, in the worst of thousands. */
const limitMilliseconds = 50;

export async function benchDelay(seconds: number): Promise<string> {
  const side = await startSide<ServiceStarted>('side-service.ts', {
    kind: 'pglite',
    folder: 'memory://',
  });
  const { url } = side.started;
  const during = async (work: () => Promise<LoadResult | undefined>) => {
    await side.ask('watch');
    const result = await work();
    return { result, report: await side.ask('report') };
  };
  try {
    const load = (request: ReturnType<typeof readOf>) => () =>
      sendLoad({ url, request, connections: 10, until: { seconds } });
    await load(readOf(side.started))();
    const idle = await during(() => pause(seconds * 1_000, undefined));
    const reads = await during(load(readOf(side.started)));
    const drafts = await during(load(draftOf(side.started)));
    const worst = Math.max(reads.report.delay.p999, drafts.report.delay.p999);
    return [
      'Delay of the event loop on PGlite, 10 connections',
      rows(
        ['load', 'requests/s', 'p50', 'p99.9', 'max'],
        [rowOf('idle', idle), rowOf('reads', reads), rowOf('drafts', drafts)],
      ),
      target('p99.9 under load', worst, limitMilliseconds),
    ].join('\n\n');
  } finally {
    await side.stop();
  }
}

function rowOf(
  name: string,
  { result, report }: { readonly result: LoadResult | undefined; readonly report: SideReport },
): readonly string[] {
  const { p50, p999, max } = report.delay;
  const rate = result === undefined ? '' : Math.round(result.perSecond).toLocaleString('en');
  return [name, rate, ...[p50, p999, max].map(formatMilliseconds)];
}
