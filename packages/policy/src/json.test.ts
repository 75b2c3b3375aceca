import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policySize } from './document.ts';
import { canonicalJson } from './json.ts';

describe('canonicalJson', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 0], a: undefined })).toBe('{"b":[{"c":2,"d":1},0]}');
  });

  it('is what JSON.stringify writes of sorted objects', () => {
    const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
    const sorted = (_key: string, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(byKey))
        : value;
    const anything = fc.anything({
      withDate: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(canonicalJson(value)).toBe(JSON.stringify(value, sorted));
      }),
      { seed: 20261121, numRuns: 2_000 },
    );
  });
});

describe('policySize', () => {
  it('counts what IAM counts: no white space, wherever it stands', () => {
    const document = { Statement: { Effect: 'Allow' as const, Action: 's3:Get *' } };
    expect(policySize(document)).toBe('{"Statement":{"Effect":"Allow","Action":"s3:Get*"}}'.length);
  });
});
