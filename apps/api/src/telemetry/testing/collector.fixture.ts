import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .default([])
  .transform((pairs) =>
    Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]])),
  );
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes,
  status: z.object({ code: z.number() }),
});
const point = z.looseObject({ attributes });
const points = z.object({ dataPoints: z.array(point) }).optional();
const metric = z.object({ name: z.string(), gauge: points, sum: points, histogram: points });
const resource = z.object({ attributes });

const traces = z.object({
  resourceSpans: z.array(
    z.object({ resource, scopeSpans: z.array(z.object({ spans: z.array(span) })) }),
  ),
});
const metrics = z.object({
  resourceMetrics: z.array(
    z.object({ resource, scopeMetrics: z.array(z.object({ metrics: z.array(metric) })) }),
  ),
});

export type SeenSpan = z.output<typeof span>;

export interface Collector {
  /** As an exporter is told it. */
  readonly url: string;
  spans(): readonly SeenSpan[];
  /** All points of a metric, each with its attributes. */
  points(name: string): readonly z.output<typeof point>[];
  resources(): readonly z.output<typeof attributes>[];
  /** All that came, as it came, with the headers. */
  raw(): string;
  close(): Promise<void>;
}

/** Takes OTLP over HTTP as JSON; one that is `hung` takes all and answers nothing. */
export async function startCollector(options: { readonly hung?: true } = {}): Promise<Collector> {
  const came: { readonly path: string; readonly body: string; readonly headers: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    came.push({ path: request.url ?? '', body, headers: JSON.stringify(request.headers) });
    if (!options.hung) response.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it has a port');
  const of = (path: string): readonly unknown[] =>
    came.filter((one) => one.path === path).map(({ body }) => JSON.parse(body));
  const tracesSeen = () => of('/v1/traces').flatMap((body) => traces.parse(body).resourceSpans);
  const metricsSeen = () =>
    of('/v1/metrics').flatMap((body) => metrics.parse(body).resourceMetrics);
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans: () => tracesSeen().flatMap((one) => one.scopeSpans.flatMap(({ spans }) => spans)),
    points: (name) =>
      metricsSeen()
        .flatMap((one) => one.scopeMetrics.flatMap((scope) => scope.metrics))
        .filter((one) => one.name === name)
        .flatMap(({ gauge, sum, histogram }) => [gauge, sum, histogram])
        .flatMap((kind) => kind?.dataPoints ?? []),
    resources: () => [...tracesSeen(), ...metricsSeen()].map((one) => one.resource.attributes),
    raw: () => came.map(({ headers, body }) => headers + body).join('\n'),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
