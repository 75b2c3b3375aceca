import { rows } from '../policy/distribution.ts';
import { sendLoad } from './send-load.ts';
import { readOf } from './service-requests.ts';
import type { ServiceStarted } from './side-service.ts';
import { startSide } from './start-side.ts';

export interface HeapPlan {
  readonly requests: number;
  /** How often it is looked at on the way. */
  readonly looks: number;
}

/** A leak of one small object in each request is more than this. */
const bytesPerRequest = 16;

interface Look {
  readonly requests: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** What a process holds after all garbage is gone, while it answers so many reads. */
export async function benchHeap(
  source: { readonly kind: string },
  { requests, looks }: HeapPlan,
): Promise<string> {
  const side = await startSide<ServiceStarted>('side-service.ts', source);
  const request = readOf(side.started);
  const step = requests / looks;
  const send = (count: number) =>
    sendLoad({ url: side.started.url, request, connections: 50, until: { requests: count } });
  try {
    // Code is compiled and pools are filled first.
    await send(step);
    const seen: Look[] = [];
    for (let look = 0; look <= looks; look += 1) {
      if (look > 0) await send(step);
      const { heapBytes, rssBytes } = await side.ask('collect');
      seen.push({ requests: look * step, heapBytes, rssBytes });
    }
    const slope = slopeOf(seen.map(({ requests: x, heapBytes: y }) => ({ x, y })));
    const rssSlope = slopeOf(seen.map(({ requests: x, rssBytes: y }) => ({ x, y })));
    const verdict = slope < bytesPerRequest ? 'met' : 'MISSED';
    return [
      `Memory over ${requests.toLocaleString('en')} reads (${source.kind}), after forced collections`,
      rows(
        ['requests', 'heap', 'RSS'],
        seen.map((one) => [
          one.requests.toLocaleString('en'),
          megabytes(one.heapBytes),
          megabytes(one.rssBytes),
        ]),
      ),
      `heap ${slope.toFixed(1)} bytes more per request, target below ${bytesPerRequest}: ${verdict}; RSS ${rssSlope.toFixed(1)}`,
    ].join('\n\n');
  } finally {
    await side.stop();
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** Of the straight line that fits best. */
function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const rise = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return rise / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
