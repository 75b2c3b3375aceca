import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

/** What a process says of itself. */
export interface SideReport {
  /** Of all threads, user and system, since it began. */
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** Of the event loop since `watch`, in milliseconds; 0 without. */
  readonly delay: { readonly p50: number; readonly p999: number; readonly max: number };
}

/** `collect`: the same after all garbage is gone. `watch`: begins to measure the event loop. */
export type SideOrder = 'report' | 'collect' | 'watch';

/** Tells the process that started this one where it listens, and then what it asks. */
export function obeyOrders(started: object): void {
  let watched: Watch | undefined;
  process.on('message', async (order: SideOrder) => {
    if (order === 'watch') {
      watched?.disable();
      watched = monitorEventLoopDelay({ resolution: 1 });
      watched.enable();
    }
    if (order === 'collect') await collect();
    process.send?.(reportNow(watched));
  });
  process.on('disconnect', () => process.exit());
  process.send?.(started);
}

type Watch = ReturnType<typeof monitorEventLoopDelay>;

/** Twice: what a finalizer let go of is garbage only then. */
async function collect(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await turn();
  }
}

function reportNow(watched: Watch | undefined): SideReport {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const at = (percentile: number): number => (watched?.percentile(percentile) ?? 0) / 1e6;
  return {
    cpuMicroseconds: user + system,
    rssBytes: rss,
    heapBytes: heapUsed,
    delay: { p50: at(50), p999: at(99.9), max: at(100) },
  };
}
