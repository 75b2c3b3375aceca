import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { expect, it } from 'vitest';
import { parseTraceparent } from '../http/trace-context.ts';
import { createTraceIds } from './create-trace-ids.ts';
import { createTracing } from './create-tracing.ts';
import { samplerOf } from './sampler-of.ts';
import type { Sampling } from './telemetry-config.ts';

function stage(sampling: Sampling = { ratio: 1, followsCaller: true }) {
  const exporter = new InMemorySpanExporter();
  const ids = createTraceIds();
  const provider = new TracerProvider({
    sampler: samplerOf(sampling),
    idGenerator: ids.generator,
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  const tracing = createTracing(provider.getTracer('test'), ids);
  const names = () => exporter.getFinishedSpans().map(({ name }) => name);
  return { ...tracing, names, spans: () => exporter.getFinishedSpans() };
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const about = { operationId: 'getBook', method: 'GET', route: '/v1/books/:id' };

it.each<[Sampling, sampled: boolean, kept: boolean]>([
  [{ ratio: 1, followsCaller: true }, true, true],
  [{ ratio: 1, followsCaller: true }, false, false],
  [{ ratio: 0, followsCaller: true }, true, true],
  [{ ratio: 1, followsCaller: false }, false, true],
  [{ ratio: 0, followsCaller: false }, true, false],
])('%j, for a caller that keeps its trace: %s; here: %s', async (sampling, sampled, kept) => {
  const { requests, inSpan, traceparent, names } = stage(sampling);
  const span = requests.start({ traceId, parentId, sampled, state: null }, about);
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  span.run(() => void inSpan({ name: 'inside' }, async () => resolve(traceparent())));
  const sent = await promise;
  span.end(200);
  expect(names()).toEqual(kept ? ['inside', 'getBook'] : []);
  // What is sent on belongs to the trace all the same, and is kept or not like the rest of it.
  expect(parseTraceparent(sent ?? '')).toMatchObject({ traceId, sampled: kept });
});

it('keeps the share of requests that was asked for', () => {
  const { requests, names } = stage({ ratio: 0.5, followsCaller: true });
  for (let count = 0; count < 1000; count += 1) {
    const id = requests.newTraceId();
    requests.start({ traceId: id, parentId: null, sampled: false, state: null }, about).end(200);
  }
  expect(names().length).toBeGreaterThan(400);
  expect(names().length).toBeLessThan(600);
});

it.each([
  [200, { 'http.response.status_code': 200 }, 0],
  [404, { 'http.response.status_code': 404 }, 0],
  [503, { 'http.response.status_code': 503, 'error.type': '503' }, 2],
  [null, { 'error.type': 'client-left' }, 2],
])('a request that ended with %s', (status, attributes, code) => {
  const { requests, spans } = stage();
  requests.start({ traceId, parentId: null, sampled: false, state: null }, about).end(status);
  expect(spans()[0]?.spanContext().traceId).toBe(traceId);
  expect(spans()).toMatchObject([{ attributes, status: { code } }]);
});

it('a job that nobody sent begins a trace of its own, wherever it is begun', async () => {
  const { inSpan, spans } = stage();
  await inSpan({ name: 'outer' }, async () => {
    await inSpan({ name: 'job', continues: null }, async () => {});
  });
  const [job, outer] = spans();
  expect(job?.parentSpanContext).toBe(undefined);
  expect(job?.spanContext().traceId).not.toBe(outer?.spanContext().traceId);
});
