import { resourceFromAttributes } from '@opentelemetry/resources';
import { DataPointType } from '@opentelemetry/sdk-metrics';
import { Counter, Gauge, Histogram, Registry, Summary } from '@platformatic/prom-client';
import { expect, it } from 'vitest';
import { registryProducer } from './registry-producer.ts';

const registers = [new Registry()];
const help = 'x';

async function collect() {
  const [registry = new Registry()] = registers;
  const { resourceMetrics, errors } = await registryProducer(
    registry,
    resourceFromAttributes({}),
  ).collect();
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return { metrics: new Map(metrics.map((one) => [one.descriptor.name, one])), errors };
}

it('says in the words of OpenTelemetry what Prometheus reads', async () => {
  const histogram = new Histogram({
    ...{ name: 'h_seconds', help, registers, labelNames: ['queue'], buckets: [1, 2] },
  });
  for (const seconds of [0.5, 1.5, 1.6, 9]) histogram.observe({ queue: 'a' }, seconds);
  histogram.observe({ queue: 'b' }, 2);
  new Gauge({ name: 'g_bytes', help, registers }).set(7);
  new Gauge({ name: 'nothing', help, registers }).set(Number.NaN);
  new Gauge({ name: 'away', help, registers, collect: () => Promise.reject(new Error('no')) });
  new Counter({ name: 'c', help, registers }).inc(3);
  new Summary({ name: 's', help, registers }).observe(1);

  const { metrics, errors } = await collect();
  expect([...metrics.keys()]).toEqual(['h_seconds', 'g_bytes', 'c']);
  expect(errors).toHaveLength(1);
  expect(metrics.get('h_seconds')).toMatchObject({
    dataPointType: DataPointType.HISTOGRAM,
    descriptor: { unit: 's', description: help },
    dataPoints: [
      {
        attributes: { queue: 'a' },
        value: { buckets: { boundaries: [1, 2], counts: [1, 2, 1] }, sum: 12.6, count: 4 },
      },
      {
        attributes: { queue: 'b' },
        value: { buckets: { boundaries: [1, 2], counts: [0, 1, 0] }, sum: 2, count: 1 },
      },
    ],
  });
  expect(metrics.get('g_bytes')).toMatchObject({
    dataPointType: DataPointType.GAUGE,
    descriptor: { unit: 'By' },
    dataPoints: [{ attributes: {}, value: 7 }],
  });
  expect(metrics.get('c')).toMatchObject({
    dataPointType: DataPointType.SUM,
    isMonotonic: true,
    dataPoints: [{ value: 3 }],
  });
});
