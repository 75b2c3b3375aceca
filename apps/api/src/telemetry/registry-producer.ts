import type { Resource } from '@opentelemetry/resources';
import type { MetricProducer } from '@opentelemetry/sdk-metrics';
import type { Registry } from '@platformatic/prom-client';
import { type Reading, toMetricData } from './to-metric-data.ts';

/**
 * Gives the exporter what Prometheus would read, so that there is one set of figures. A figure that
 * cannot be had, as while the database is away, does not keep the others.
 */
export function registryProducer(registry: Registry, resource: Resource): MetricProducer {
  const began = Date.now();
  const read = async (name: string): Promise<Reading | undefined> =>
    registry.getSingleMetric(name)?.get();
  return {
    collect: async () => {
      const names = registry.getMetricsAsArray().map(({ name }) => name);
      const readings = await Promise.allSettled(names.map(read));
      const span = { began, ended: Date.now() };
      const metrics = readings.flatMap((reading) =>
        reading.status === 'fulfilled' && reading.value !== undefined
          ? toMetricData(reading.value, span)
          : [],
      );
      const errors = readings.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      const scopeMetrics = [{ scope: { name: 'rolecall' }, metrics }];
      return { resourceMetrics: { resource, scopeMetrics }, errors };
    },
  };
}
