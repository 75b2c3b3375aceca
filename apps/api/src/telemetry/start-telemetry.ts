import { setTimeout as delay } from 'node:timers/promises';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Registry } from '@platformatic/prom-client';
import { createDeliveryNotes } from './create-delivery-notes.ts';
import { createTraceIds } from './create-trace-ids.ts';
import { createTracing } from './create-tracing.ts';
import type { TelemetryEnvironment } from './open-telemetry.ts';
import { registryProducer } from './registry-producer.ts';
import { samplerOf } from './sampler-of.ts';
import type { Telemetry } from './telemetry.ts';
import type { TelemetryConfig } from './telemetry-config.ts';

/** For one try to reach the collector, with all that is tried again. */
const exportMs = 10_000;
const metricsEveryMs = 60_000;
/** Of the time that a platform waits longer than we ask for ourselves. */
const closeMs = 2_000;

/** Nothing of it is global: two services in one process do not mix. */
export function startTelemetry(
  config: TelemetryConfig,
  { log, instanceId }: TelemetryEnvironment,
): Telemetry {
  const resource = resourceFromAttributes({
    'service.name': config.serviceName,
    'service.instance.id': instanceId,
  });
  const notes = createDeliveryNotes(log);
  const { headers, endpoint } = config;
  const to = { headers: { ...headers }, timeoutMillis: exportMs };
  const ids = createTraceIds();
  const tracers = new TracerProvider({
    resource,
    sampler: samplerOf(config.sampling),
    idGenerator: ids.generator,
    spanProcessors: [
      // Keeps so many spans and no more: with no collector the rest is dropped.
      new BatchSpanProcessor({
        exporter: notes.ofSpans(new OTLPTraceExporter({ ...to, url: `${endpoint}/v1/traces` })),
        exportTimeoutMillis: exportMs,
      }),
    ],
  });
  const meters: MeterProvider[] = [];
  return {
    ...createTracing(tracers.getTracer('rolecall'), ids),
    exportMetrics: (registry) => {
      const exporter = new OTLPMetricExporter({ ...to, url: `${endpoint}/v1/metrics` });
      meters.push(metersOf(registry, { exporter: notes.ofMetrics(exporter), resource }));
    },
    close: async () => {
      const sent = [tracers, ...meters].map((provider) => provider.shutdown());
      const over = new AbortController();
      const limit = delay(closeMs, undefined, { signal: over.signal }).catch(() => {});
      await Promise.race([Promise.allSettled(sent), limit]);
      over.abort();
    },
  };
}

function metersOf(
  registry: Registry,
  { exporter, resource }: { exporter: MetricExporter; resource: Resource },
): MeterProvider {
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: metricsEveryMs,
    exportTimeoutMillis: exportMs,
    metricProducers: [registryProducer(registry, resource)],
  });
  return new MeterProvider({ resource, readers: [reader] });
}

type MetricExporter = ConstructorParameters<typeof PeriodicExportingMetricReader>[0]['exporter'];
