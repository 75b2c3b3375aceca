import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../work/log.ts';
import { errorTypeOf } from './error-type.ts';

/** What an exporter says of one delivery. */
type Result = Parameters<Parameters<SpanExporter['export']>[1]>[0];

export interface DeliveryNotes {
  ofSpans(exporter: SpanExporter): SpanExporter;
  ofMetrics(exporter: PushMetricExporter): PushMetricExporter;
}

/** Says once that the collector takes nothing, and once that it does again; not at each try. */
export function createDeliveryNotes(log: Log): DeliveryNotes {
  const failing = new Set<string>();
  const note = (signal: string, { error }: Result): void => {
    const before = failing.size;
    if (error === undefined) failing.delete(signal);
    else failing.add(signal);
    if (before === 0 && error !== undefined)
      // The type and no more: an answer of the collector may hold anything.
      log.warn({ signal, reason: errorTypeOf(error) }, 'the telemetry collector takes nothing');
    if (before > 0 && failing.size === 0) log.info({}, 'the telemetry collector is back');
  };
  return {
    ofSpans: (exporter) => ({
      export: (spans, done) =>
        exporter.export(spans, (result) => {
          note('traces', result);
          done(result);
        }),
      shutdown: () => exporter.shutdown(),
    }),
    ofMetrics: (exporter) => ({
      export: (metrics, done) =>
        exporter.export(metrics, (result) => {
          note('metrics', result);
          done(result);
        }),
      forceFlush: () => exporter.forceFlush(),
      shutdown: () => exporter.shutdown(),
    }),
  };
}
