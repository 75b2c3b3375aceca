import { type LoadResult, sendLoad } from './send-load.ts';
import type { ServiceRequest } from './service-requests.ts';
import type { Side } from './start-side.ts';

/** One of two servers that do the same, and what it is sent. */
export interface Contender {
  readonly side: Side<{ readonly url: string }>;
  readonly request: ServiceRequest;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** So many requests before the first round: compiled code is what is compared. */
  readonly warmUp: number;
}

interface Sample extends LoadResult {
  /** Of the server's process alone. */
  readonly cpuPerRequest: number;
}

/** Medians over the rounds. */
export interface Sampled {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds. */
  readonly cpuPerRequest: number;
  /** Over all rounds. */
  readonly failed: number;
}

export interface Comparison {
  readonly ours: Sampled;
  readonly base: Sampled;
  /** Medians of the ratios of each round, ours to the base's. */
  readonly perSecond: number;
  readonly cpu: number;
}

/** Both in turn, round by round, so that they meet the same weather. */
export async function compareSides(
  contenders: { readonly ours: Contender; readonly base: Contender },
  pace: Pace,
): Promise<Comparison> {
  const { ours, base } = contenders;
  for (const contender of [ours, base]) await warmUp(contender, pace);
  const rounds: { readonly ours: Sample; readonly base: Sample }[] = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    rounds.push({ ours: await sample(ours, pace), base: await sample(base, pace) });
  }
  return {
    ours: mediansOf(rounds.map((round) => round.ours)),
    base: mediansOf(rounds.map((round) => round.base)),
    perSecond: median(rounds.map((round) => round.ours.perSecond / round.base.perSecond)),
    cpu: median(rounds.map((round) => round.ours.cpuPerRequest / round.base.cpuPerRequest)),
  };
}

async function warmUp({ side, request }: Contender, pace: Pace): Promise<void> {
  const { url } = side.started;
  await sendLoad({ url, request, connections: pace.connections, until: { requests: pace.warmUp } });
}

async function sample({ side, request }: Contender, pace: Pace): Promise<Sample> {
  const before = await side.ask('report');
  const result = await sendLoad({
    url: side.started.url,
    request,
    connections: pace.connections,
    until: { seconds: pace.seconds },
  });
  const after = await side.ask('report');
  const cpu = after.cpuMicroseconds - before.cpuMicroseconds;
  return { ...result, cpuPerRequest: cpu / (result.answered + result.failed) };
}

function mediansOf(samples: readonly Sample[]): Sampled {
  const of = (name: 'perSecond' | 'p50' | 'p99' | 'cpuPerRequest'): number =>
    median(samples.map((sample) => sample[name]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuPerRequest: of('cpuPerRequest'),
    failed: samples.reduce((sum, { failed }) => sum + failed, 0),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
