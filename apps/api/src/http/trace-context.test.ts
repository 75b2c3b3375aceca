import { describe, expect, it } from 'vitest';
import { createRequestIds, readTraceContext } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';

describe('traceparent', () => {
  it('gives the request its id', () => {
    const headers = { traceparent: `00-${traceId}-${parentId}-01`, tracestate: 'a=b' };
    expect(createRequestIds()(headers)).toBe(traceId);
    expect(readTraceContext(headers, 'x')).toEqual({
      traceId,
      parentId,
      sampled: true,
      state: 'a=b',
    });
  });

  it.each([
    'nonsense',
    `ff-${traceId}-${parentId}-01`,
    `00-${'0'.repeat(32)}-${parentId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-${parentId}-01`,
  ])('%s counts for nothing', (traceparent) => {
    const next = createRequestIds();
    const ids = [next({ traceparent }), next({})];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(2);
    expect(readTraceContext({ traceparent }, 'x')).toEqual({
      traceId: 'x',
      parentId: null,
      sampled: false,
      state: null,
    });
  });
});
