import { describe, expect, it } from 'vitest';
import type { RequestContext } from './access-request.ts';
import { blockHolds } from './question.fixture.ts';

const key = 'aws:k';

describe('conditions on a key with one value, several, none', () => {
  // Each row: the operator, then whether it holds for 'a' against policy values ['a', 'b'], for
  // 'x', for ['a', 'x'], for ['x', 'y'], for ['a', 'b'], for an empty list, and for a missing key.
  it.each([
    ['StringEquals', true, false, true, false, true, false, false],
    ['StringNotEquals', false, true, false, true, false, true, true],
    ['StringEqualsIfExists', true, false, true, false, true, true, true],
    ['StringNotEqualsIfExists', false, true, false, true, false, true, true],
    ['ForAllValues:StringEquals', true, false, false, false, true, true, true],
    ['ForAllValues:StringNotEquals', false, true, false, true, false, true, true],
    ['ForAllValues:StringEqualsIfExists', true, false, false, false, true, true, true],
    ['ForAnyValue:StringEquals', true, false, true, false, true, false, false],
    ['ForAnyValue:StringNotEquals', false, true, true, true, false, false, false],
    ['ForAnyValue:StringEqualsIfExists', true, false, true, false, true, false, false],
    ['ForAnyValue:StringNotEqualsIfExists', false, true, true, true, false, false, false],
  ])('%s', (operator, ...expected) => {
    const requests = ['a', 'x', ['a', 'x'], ['x', 'y'], ['a', 'b'], []];
    const contexts: readonly RequestContext[] = [
      ...requests.map((value) => ({ [key]: value })),
      {},
    ];
    const block = { [operator]: { [key]: ['a', 'b'] } };
    expect(contexts.map((context) => blockHolds(block, context))).toEqual(expected);
  });

  it.each([
    ['StringEquals', false, false],
    ['StringNotEquals', true, true],
    ['StringEqualsIfExists', false, true],
    ['ForAllValues:StringEquals', false, true],
    ['ForAllValues:StringNotEquals', true, true],
    ['ForAnyValue:StringEquals', false, false],
    ['ForAnyValue:StringNotEquals', true, false],
  ])('%s against no values: %s where the key is present, %s where missing', (operator, ...held) => {
    const block = { [operator]: { [key]: [] } };
    expect([blockHolds(block, { [key]: 'a' }), blockHolds(block, {})]).toEqual(held);
  });

  it.each([
    'StringEquals',
    'StringEqualsIgnoreCase',
    'StringLike',
    'ArnEquals',
    'ArnLike',
    'NumericEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
    'DateEquals',
    'DateLessThan',
    'DateLessThanEquals',
    'DateGreaterThan',
    'DateGreaterThanEquals',
    'Bool',
    'BinaryEquals',
    'IpAddress',
  ])('%s is false without the key, and true with IfExists', (operator) => {
    expect(blockHolds({ [operator]: { [key]: '1' } }, {})).toBe(false);
    expect(blockHolds({ [`${operator}IfExists`]: { [key]: '1' } }, {})).toBe(true);
  });

  it.each([
    'StringNotEquals',
    'StringNotEqualsIgnoreCase',
    'StringNotLike',
    'ArnNotEquals',
    'ArnNotLike',
    'NumericNotEquals',
    'DateNotEquals',
    'NotIpAddress',
  ])('%s is true without the key, and for a value of no type', (operator) => {
    expect(blockHolds({ [operator]: { [key]: 'x' } }, {})).toBe(true);
    expect(blockHolds({ [operator]: { [key]: 'x' } }, { [key]: 'y' })).toBe(true);
  });
});

describe('Null', () => {
  it.each<[unknown, boolean, boolean]>([
    ['true', true, false],
    [true, true, false],
    ['TRUE', true, false],
    ['false', false, true],
    [false, false, true],
    [['true', 'false'], true, true],
    ['maybe', false, false],
    [[], false, false],
  ])('%j: %s where the key is missing, %s where present', (value, missing, present) => {
    for (const operator of ['Null', 'ForAllValues:Null', 'ForAnyValue:Null']) {
      const block = { [operator]: { [key]: value } };
      expect(blockHolds(block, {})).toBe(missing);
      expect(blockHolds(block, { [key]: [] })).toBe(missing);
      expect(blockHolds(block, { [key]: 'x' })).toBe(present);
      expect(blockHolds(block, { [key]: ['x', 'y'] })).toBe(present);
    }
  });
});

describe('several conditions', () => {
  it.each<[RequestContext, boolean]>([
    [{ 'aws:a': '1', 'aws:b': '2', 'aws:c': 'x' }, true],
    [{ 'aws:a': '1', 'aws:b': '2', 'aws:c': '3' }, false],
    [{ 'aws:a': '1', 'aws:b': '3' }, false],
    [{ 'aws:a': '1' }, false],
    [{ 'aws:a': '1', 'aws:b': '2' }, true],
  ])('all hold for %j: %s', (context, expected) => {
    const block = {
      StringEquals: { 'aws:a': '1', 'aws:b': '2' },
      StringNotEquals: { 'aws:c': '3' },
    };
    expect(blockHolds(block, context)).toBe(expected);
  });
});

describe('names of keys', () => {
  it.each<[RequestContext, boolean]>([
    [{ 'aws:ResourceTag/Env': 'a' }, true],
    [{ 'AWS:resourcetag/ENV': 'a' }, true],
    [new Map([['Aws:ResourceTag/env', ['a']]]), true],
    [{ 'aws:ResourceTag/env': 'a', 'aws:ResourceTag/Env': 'b' }, true],
    [{ 'aws:ResourceTag/env': 'b', 'aws:ResourceTag/Env': 'a' }, false],
    [new Map([['__proto__', ['a']]]), false],
  ])('are the same in any case: %j', (context, expected) => {
    expect(blockHolds({ StringEquals: { 'aws:resourceTag/eNV': 'a' } }, context)).toBe(expected);
  });

  it('do not reach into the prototype', () => {
    expect(blockHolds({ Null: { constructor: 'true', __PROTO__: 'true' } }, {})).toBe(true);
  });
});

describe('variables without a value', () => {
  // The user guide: access is denied when the principal has no such tag.
  const tag = 's3:ExistingObjectTag/Team';
  it.each([
    ['StringEquals', false],
    ['StringLike', false],
    ['StringNotEquals', true],
    ['StringNotLike', true],
  ])('%s of one: %s', (operator, expected) => {
    const block = { [operator]: { [tag]: '${aws:PrincipalTag/Team}' } };
    expect(blockHolds(block, { [tag]: 'x' })).toBe(expected);
    expect(blockHolds(block, { [tag]: '${aws:PrincipalTag/Team}' })).toBe(expected);
  });

  it('leave the other values in force', () => {
    const block = { StringEquals: { [tag]: ['${aws:PrincipalTag/Team}', 'x'] } };
    expect(blockHolds(block, { [tag]: 'x' })).toBe(true);
  });
});
