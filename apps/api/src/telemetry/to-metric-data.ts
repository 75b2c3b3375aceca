import { type HrTime, ValueType } from '@opentelemetry/api';
import { AggregationTemporality, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';

/** One metric of a Prometheus registry with its figures, as `get()` gives it. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  /** counter, gauge, histogram or summary. */
  readonly type: unknown;
  readonly values: readonly Figure[];
}

export interface Figure {
  readonly value: number;
  readonly labels: Labels;
  /** Of histograms: the name with `_bucket`, `_sum` or `_count`. */
  readonly metricName?: string;
}

type Labels = Readonly<Partial<Record<string, string | number>>>;

/** Milliseconds since 1970, from which and to which the figures count. */
export interface Period {
  readonly began: number;
  readonly ended: number;
}

/** The same figures under the same names; none for a summary or for what has no figures yet. */
export function toMetricData(reading: Reading, period: Period): readonly MetricData[] {
  const { name, help, values } = reading;
  const descriptor = { name, description: help, unit: unitOf(name), valueType: ValueType.DOUBLE };
  const common = { descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE };
  const times = { startTime: hrTime(period.began), endTime: hrTime(period.ended) };
  // A mean of nothing is no number, and none that could be sent.
  const dataPoints = values
    .filter(({ value }) => Number.isFinite(value))
    .map(({ value, labels }) => ({ ...times, attributes: { ...labels }, value }));
  if (dataPoints.length === 0) return [];
  switch (reading.type) {
    case 'gauge':
      return [{ ...common, dataPointType: DataPointType.GAUGE, dataPoints }];
    case 'counter':
      return [{ ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }];
    case 'histogram': {
      const series = Object.values(Object.groupBy(values, ({ labels }) => keyOf(labels)));
      const points = series.map((figures = []) => ({ ...times, ...distributionOf(figures) }));
      return [{ ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: points }];
    }
    default:
      return [];
  }
}

/** Prometheus counts up to each bound; OpenTelemetry between two of them. */
function distributionOf(figures: readonly Figure[]) {
  const sumTo = (suffix: string): number =>
    figures.find(({ metricName }) => metricName?.endsWith(suffix))?.value ?? 0;
  const buckets = figures.filter(({ metricName }) => metricName?.endsWith('_bucket'));
  const upTo = buckets.map(({ value }) => value);
  const counts = upTo.map((count, index) => count - (upTo[index - 1] ?? 0));
  const boundaries = buckets.map(({ labels }) => Number(labels['le'])).filter(Number.isFinite);
  return {
    attributes: withoutBound(figures[0]?.labels ?? {}),
    value: { buckets: { boundaries, counts }, sum: sumTo('_sum'), count: sumTo('_count') },
  };
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(withoutBound(labels)).sort());
}

function withoutBound({ le: _, ...labels }: Labels): Labels {
  return labels;
}

/** Names end in their unit, as Prometheus wants it; written as UCUM does. */
function unitOf(name: string): string {
  if (/_seconds(_total)?$/.test(name)) return 's';
  return name.endsWith('_bytes') ? 'By' : '1';
}

function hrTime(ms: number): HrTime {
  return [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];
}
