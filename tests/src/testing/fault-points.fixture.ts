import { type CallFault, callFaults } from '@rolecall/sandbox';

/** Which call goes wrong, and how. */
export interface FaultPoint {
  readonly fault: CallFault['fault'];
  /** How many calls come before. */
  readonly point: number;
}

/** One of several runs that try every point between them; counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export type Choice =
  /** Each fault at every n-th call, each from another one on, so that there are some of the whole. */
  { readonly every: number } | { readonly shard: Shard };

/** The points to try among so many calls. */
export function choosePoints(calls: number, choice: Choice): readonly FaultPoint[] {
  if ('shard' in choice) return dealt(pointsOf(calls, 1), choice.shard);
  return pointsOf(calls, choice.every);
}

/** The part of a list that falls to one of several. */
export function dealt<T>(all: readonly T[], { index, of }: Shard): readonly T[] {
  return all.filter((_, place) => place % of === index - 1);
}

function pointsOf(calls: number, every: number): readonly FaultPoint[] {
  return callFaults.flatMap((fault, nth) => {
    const first = Math.floor(((nth + 0.5) * every) / callFaults.length);
    const length = Math.max(0, Math.ceil((calls - first) / every));
    return Array.from({ length }, (_, step) => ({ fault, point: first + step * every }));
  });
}

/** `2/4`, as it stands in ROLECALL_SHARD. */
export function parseShard(text: string): Shard {
  const [, index, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || of === undefined || index > of)
    throw new Error(`ROLECALL_SHARD is ${JSON.stringify(text)}; expected for example 2/4`);
  return { index, of };
}

/** What one shard tells of itself. */
export interface ShardReport {
  /** Of the plan. */
  readonly calls: number;
  readonly tried: readonly FaultPoint[];
}

/** The points that no shard tried; those of the longest plan where they do not agree. */
export function pointsLeftOut(reports: readonly ShardReport[]): readonly FaultPoint[] {
  const tried = new Set(reports.flatMap((report) => report.tried.map(nameOf)));
  const calls = Math.max(0, ...reports.map((report) => report.calls));
  return pointsOf(calls, 1).filter((point) => !tried.has(nameOf(point)));
}

function nameOf({ fault, point }: FaultPoint): string {
  return `${fault} at ${point}`;
}
