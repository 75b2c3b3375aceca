import { canonicalJson, type Json } from '@rolecall/policy';
import type { FixWrite } from './fix.ts';
import { targetKey } from './fix-target.ts';

/** A write with the findings it is for. */
export interface MergedWrite extends FixWrite {
  readonly findings: readonly string[];
  readonly cautions: readonly string[];
  /** Targets, by key, of the writes that come before it. */
  readonly behind: readonly string[];
}

/** Makes one write of those that change the same thing, in the order of the first of them. */
export function mergeWrites(writes: readonly MergedWrite[]): readonly MergedWrite[] {
  const merged = new Map<string, MergedWrite>();
  for (const write of writes) {
    const key = targetKey(write.target);
    const first = merged.get(key);
    merged.set(key, first === undefined ? write : mergeTwo(first, write));
  }
  return [...merged.values()];
}

function mergeTwo(first: MergedWrite, second: MergedWrite): MergedWrite {
  return {
    ...first,
    after: mergeStates(first, second),
    provided: unique([...(first.provided ?? []), ...(second.provided ?? [])]),
    findings: unique([...first.findings, ...second.findings]),
    cautions: unique([...first.cautions, ...second.cautions]),
    behind: unique([...first.behind, ...second.behind]),
  };
}

/** What either changes: of objects each member, of anything else what the first one wants. */
function mergeStates({ before, after }: FixWrite, second: FixWrite): Json {
  if (!isRecord(after) || !isRecord(second.after)) return after;
  const isChanged = isRecord(before)
    ? ([name, value]: [string, Json]) =>
        canonicalJson(value) !== canonicalJson(before[name] ?? null)
    : ([name]: [string, Json]) => (after[name] ?? null) === null;
  return { ...after, ...Object.fromEntries(Object.entries(second.after).filter(isChanged)) };
}

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [canonicalJson(item), item])).values()];
}
