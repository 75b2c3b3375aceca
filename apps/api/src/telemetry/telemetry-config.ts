/** Where traces and metrics go, and which. */
export interface TelemetryConfig {
  /** The base of a collector's addresses for OTLP over HTTP; no slash at the end. */
  readonly endpoint: string;
  /** May hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly sampling: Sampling;
}

export interface Sampling {
  /** The share of traces that is kept, from 0 to 1. */
  readonly ratio: number;
  /** Whether a caller that traces decides for its own requests. */
  readonly followsCaller: boolean;
}
