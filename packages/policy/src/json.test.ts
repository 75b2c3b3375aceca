import { describe, expect, it } from 'vitest';
import { policySize } from './document.ts';
import { canonicalJson } from './json.ts';

describe('canonicalJson', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 0], a: undefined })).toBe('{"b":[{"c":2,"d":1},0]}');
  });
});

describe('policySize', () => {
  it('counts what IAM counts: no white space, wherever it stands', () => {
    const document = { Statement: { Effect: 'Allow' as const, Action: 's3:Get *' } };
    expect(policySize(document)).toBe('{"Statement":{"Effect":"Allow","Action":"s3:Get*"}}'.length);
  });
});
