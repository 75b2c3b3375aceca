import { afterEach, expect, it } from 'vitest';
import { createRegistry } from '../http/metrics.ts';
import { startLibrary } from '../http/testing/library-server.fixture.ts';
import { openTelemetry } from './open-telemetry.ts';
import { startCollector } from './testing/collector.fixture.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startTraced(endpoint: string) {
  const line = (): void => {};
  const telemetry = await openTelemetry(
    {
      endpoint,
      ...{ headers: {}, serviceName: 'x', sampling: { ratio: 1, followsCaller: true } },
    },
    { log: { info: line, warn: line, error: line }, instanceId: 'i' },
  );
  const { requests: tracing } = telemetry;
  const registry = createRegistry();
  const app = await startLibrary({ registry, ...(tracing && { tracing }) });
  closers.push(() => app.close());
  telemetry.exportMetrics(registry);
  const url = await app.listen({ port: 0 });
  const read = () => fetch(`${url}/v1/books/b1`, { headers: { authorization: 'Bearer alice' } });
  return { telemetry, read };
}

it('a collector that is not there keeps nobody waiting', async () => {
  const gone = await startCollector();
  await gone.close();
  const { telemetry, read } = await startTraced(gone.url);
  expect((await read()).status).toBe(200);
  await telemetry.close();
  expect((await read()).status).toBe(200);
});

it('a collector that never answers does not keep the service from stopping', async () => {
  const hung = await startCollector({ hung: true });
  closers.push(() => hung.close());
  const { telemetry, read } = await startTraced(hung.url);
  expect((await read()).status).toBe(200);
  await telemetry.close();
  expect((await read()).status).toBe(200);
  expect(hung.spans()).toHaveLength(1);
});

it('an error keeps its text to itself, and is thrown on', async () => {
  const collector = await startCollector();
  closers.push(() => collector.close());
  const { telemetry } = await startTraced(collector.url);
  const failed = telemetry.inSpan({ name: 'x' }, () =>
    Promise.reject(new RangeError('ana@example.com')),
  );
  await expect(failed).rejects.toThrow(RangeError);
  await telemetry.close();
  expect(collector.spans()).toMatchObject([
    { name: 'x', status: { code: 2 }, attributes: { 'error.type': 'RangeError' } },
  ]);
  expect(collector.raw()).not.toContain('ana@');
});
