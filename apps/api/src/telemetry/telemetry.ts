import type { Registry } from '@platformatic/prom-client';
import type { RequestTracing } from '../http/trace-requests.ts';
import type { InSpan } from './span.ts';

/** Where the service tells what it does, and how long that takes. */
export interface Telemetry {
  readonly inSpan: InSpan;
  /** Of the span that runs now, for a job to go on from. */
  readonly traceparent: () => string | undefined;
  /** Without it requests are not traced. */
  readonly requests?: RequestTracing;
  /** Sends the figures of the registry from now on. */
  exportMetrics(registry: Registry): void;
  /** Sends what is left, within two seconds. Never throws. */
  close(): Promise<void>;
}

export const noTelemetry: Telemetry = {
  inSpan: (_description, work) => work(),
  traceparent: () => undefined,
  exportMetrics: () => {},
  close: async () => {},
};
