import { callFaults } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import {
  choosePoints,
  dealt,
  parseShard,
  pointsLeftOut,
  type Shard,
} from './testing/fault-points.fixture.ts';

const calls = 23;
const shardsOf = (of: number): readonly Shard[] =>
  Array.from({ length: of }, (_, place) => ({ index: place + 1, of }));
const reportsOf = (of: number) =>
  shardsOf(of).map((shard) => ({ calls, tried: choosePoints(calls, { shard }) }));

describe('points at which faults are injected', () => {
  it.each([1, 2, 3, 16])('%i shards have every point once between them', (of) => {
    const reports = reportsOf(of);
    expect(pointsLeftOut(reports)).toEqual([]);
    expect(reports.flatMap(({ tried }) => tried)).toHaveLength(calls * callFaults.length);
  });

  it('what a shard does not try is left out', () => {
    const [first, second] = reportsOf(2);
    expect(first && pointsLeftOut([first])).toEqual(second?.tried);
    expect(second && pointsLeftOut([{ calls, tried: [] }, second])).toEqual(first?.tried);
    const [missing] = second?.tried ?? [];
    const shorter = { calls, tried: second?.tried.slice(1) ?? [] };
    expect(first && pointsLeftOut([first, shorter])).toEqual([missing]);
  });

  it('a shard whose plan is longer has points that others do not know of', () => {
    const left = pointsLeftOut([...reportsOf(1), { calls: calls + 1, tried: [] }]);
    expect(left).toEqual(callFaults.map((fault) => ({ fault, point: calls })));
  });

  it('a sample has each fault, at other calls each', () => {
    const points = choosePoints(calls, { every: 9 });
    const firsts = callFaults.map((fault) => points.find((point) => point.fault === fault)?.point);
    expect(firsts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(choosePoints(calls, { every: 1 })).toHaveLength(calls * callFaults.length);
  });

  it('deals a list', () => {
    expect(shardsOf(3).map((shard) => dealt([1, 2, 3, 4], shard))).toEqual([[1, 4], [2], [3]]);
  });

  it.each(['', '0/2', '3/2', '1', '1/2/3', 'a/b'])('refuses the shard %j', (text) => {
    expect(() => parseShard(text)).toThrow('ROLECALL_SHARD');
  });

  it('reads a shard', () => {
    expect(parseShard('2/4')).toEqual({ index: 2, of: 4 });
  });
});
