import { describe, expect, it } from 'vitest';
import type { RequestContext } from './access-request.ts';
import type { MatchOptions } from './match-options.ts';
import { blockHolds } from './question.fixture.ts';

const key = 'aws:k';
type Case = readonly [operator: string, value: unknown, requested: string, expected: boolean];

function holds(operator: string, value: unknown, context: RequestContext, options?: MatchOptions) {
  return blockHolds({ [operator]: { [key]: value } }, context, options);
}

describe('strings', () => {
  it.each<Case>([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', 'a?', 'a?', true],
    ['StringEquals', '', '', true],
    ['StringEquals', true, 'true', true],
    ['StringEqualsIgnoreCase', 'aB', 'Ab', true],
    ['StringEqualsIgnoreCase', 'ÄÖ', 'äö', true],
    ['StringEqualsIgnoreCase', 'ΟΔΟΣ', 'οδοσ', true],
    ['StringEqualsIgnoreCase', 'a*', 'ab', false],
    ['StringLike', 'a*', 'ab:c/d', true],
    ['StringLike', 'a*', 'Ab', false],
    ['StringLike', 'a?c', 'abc', true],
    ['StringLike', 'a', 'ab', false],
    ['StringLike', 'home/${*}', 'home/*', true],
    ['StringLike', 'home/${*}', 'home/x', false],
    ['StringLike', '${?}${$}', '?$', true],
    ['StringEquals', '${*}', '*', true],
  ])('%s %j, request %j: %s', (operator, value, requested, expected) => {
    expect(holds(operator, value, { [key]: requested })).toBe(expected);
    const negated = operator.replace('String', 'StringNot');
    expect(holds(negated, value, { [key]: requested })).toBe(!expected);
  });

  it.each([
    ['StringEquals', '${aws:username}', true],
    ['StringEquals', '${AWS:UserName}', true],
    ['StringEqualsIgnoreCase', '${aws:username}', true],
    ['StringLike', '${aws:username}', true],
    ['StringLike', '${aws:username}*', true],
    ['StringLike', '${aws:other}', false],
    ['StringEquals', "${aws:other, 'b*b'}", true],
    ['StringLike', '${aws:many}', false],
  ])('%s puts in values of variables: %s', (operator, value, expected) => {
    const context = { [key]: 'b*b', 'aws:username': 'b*b', 'aws:many': ['b*b', 'c'] };
    expect(holds(operator, value, context)).toBe(expected);
    expect(holds(operator, value, { ...context, [key]: 'bob' })).toBe(false);
  });

  it('knows no variables before version 2012-10-17, but wildcards', () => {
    const block = { StringLike: { [key]: '${aws:username}*' } };
    const options = { version: '2008-10-17' };
    const context = { 'aws:username': 'bob' };
    expect(blockHolds(block, { ...context, [key]: 'bob' }, options)).toBe(false);
    expect(blockHolds(block, { ...context, [key]: '${aws:username}x' }, options)).toBe(true);
  });
});

describe('ARNs', () => {
  const store = 'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/d.txt';
  it.each([
    ['arn:aws:iam::1:role/x', 'arn:aws:iam::1:role/x', true],
    ['arn:aws:iam::1:role/X', 'arn:aws:iam::1:role/x', false],
    ['arn:aws:iam::*:role/*', 'arn:aws:iam::1:role/p/x', true],
    ['arn:aws:iam::?:role/*', 'arn:aws:iam::12:role/p/x', false],
    ['arn:aws:someservice:*:111122223333:finance/*', store, false],
    ['arn:aws:someservice:*:*:store/*', store, true],
    ['arn:aws:*:role/x', 'arn:aws:iam::1:role/x', false],
    ['arn:aws:iam::1:role/x', 'x', false],
    ['arn:*', 'arn:aws:iam::1:role/x', false],
    ['*', 'arn:aws:iam::1:role/x', true],
    ['*', 'no ARN', false],
    ['arn:aws:iam::${aws:PrincipalAccount}:role/x', 'arn:aws:iam::1:role/x', true],
    ['arn:aws:iam::${aws:PrincipalTag/none}:role/x', 'arn:aws:iam::1:role/x', false],
  ])('%s, request %s: %s', (value, requested, expected) => {
    const context = { [key]: requested, 'aws:PrincipalAccount': '1' };
    for (const [operator, negated] of [
      ['ArnLike', 'ArnNotLike'],
      ['ArnEquals', 'ArnNotEquals'],
    ] as const) {
      expect(holds(operator, value, context)).toBe(expected);
      expect(holds(negated, value, context)).toBe(!expected);
    }
  });

  it('lets StringLike run over the fields', () => {
    const value = 'arn:aws:someservice:*:111122223333:finance/*';
    expect(holds('StringLike', value, { [key]: store })).toBe(true);
  });

  it('can refuse the value *', () => {
    const context = { [key]: 'arn:aws:iam::1:role/x' };
    expect(holds('ArnLike', '*', context, { starArnValue: 'fails' })).toBe(false);
    expect(holds('ArnNotLike', '*', context, { starArnValue: 'fails' })).toBe(true);
  });
});

const orderings = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const whenLess = [false, true, true, false, false];
const whenEqual = [true, false, true, false, true];
const whenGreater = [false, false, false, true, true];
const whenIncomparable = [false, false, false, false, false];

describe('numbers', () => {
  it.each([
    ['4', '5', whenLess],
    ['5', '5', whenEqual],
    ['5', '5.00', whenEqual],
    ['005', '5', whenEqual],
    ['-0', '0.0', whenEqual],
    ['0e999999999999999', '0', whenEqual],
    ['6', '5', whenGreater],
    ['-6', '5', whenLess],
    ['-6', '-5', whenLess],
    ['0', '-5', whenGreater],
    ['10', '9', whenGreater],
    ['0.1', '0.09', whenGreater],
    ['0.001', '0.01', whenLess],
    ['1e3', '1000', whenEqual],
    ['1E+3', '1000.0', whenEqual],
    ['15e-1', '1.5', whenEqual],
    ['9007199254740993', '9007199254740992', whenGreater],
    ['1e999999999999999', '1e999999999999998', whenGreater],
    ['1e9999999999999999', '1', whenIncomparable],
    ['+5', '5', whenIncomparable],
    [' 5', '5', whenIncomparable],
    ['.5', '0.5', whenIncomparable],
    ['5.', '5', whenIncomparable],
    ['0x5', '5', whenIncomparable],
    ['five', '5', whenIncomparable],
    ['', '0', whenIncomparable],
    ['5', 'five', whenIncomparable],
    ['5', '${aws:k}', whenIncomparable],
  ])('request %s, policy %s', (requested, value, expected) => {
    const context = { [key]: requested };
    expect(orderings.map((name) => holds(`Numeric${name}`, value, context))).toEqual(expected);
    expect(holds('NumericNotEquals', value, context)).toBe(!expected[0]);
  });

  it('takes numbers of JSON', () => {
    expect(blockHolds({ NumericEquals: { [key]: 5 } }, { [key]: 5.0 })).toBe(true);
    expect(blockHolds({ NumericEquals: { [key]: 1e21 } }, { [key]: 1e21 })).toBe(true);
  });
});

describe('dates', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-02', whenLess],
    ['2026-01-01T00:00:00Z', '2026', whenEqual],
    ['2026-01', '2026-01-01', whenEqual],
    ['2026-01-01T00:00Z', '2026-01-01', whenEqual],
    ['1997-07-16T19:20:30+01:00', '1997-07-16T18:20:30Z', whenEqual],
    ['1997-07-16T19:20:30-01:30', '1997-07-16T20:50:30Z', whenEqual],
    ['2026-01-01T00:00:00.50Z', '2026-01-01T00:00:00.5Z', whenEqual],
    ['2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00Z', whenGreater],
    ['2026-01-01T00:00:00.45Z', '2026-01-01T00:00:00.5Z', whenLess],
    ['1767225600', '2026-01-01', whenEqual],
    ['1767225601', '2026-01-01', whenGreater],
    ['0001-01-01', '1970', whenLess],
    ['2024-02-29', '2024-03-01', whenLess],
    ['2023-02-29', '2023-03-01', whenIncomparable],
    ['2026-13-01', '2026', whenIncomparable],
    ['2026-00', '2026', whenIncomparable],
    ['2026-01-01T24:00:00Z', '2026', whenIncomparable],
    ['2026-01-01T00:00:00', '2026', whenIncomparable],
    ['2026-01-01T00:00:00+24:00', '2026', whenIncomparable],
    ['2026-01-01 00:00:00Z', '2026', whenIncomparable],
    ['20260', '2026*', whenIncomparable],
    ['', '2026', whenIncomparable],
    ['-1767225600', '2026', whenIncomparable],
  ])('request %s, policy %s', (requested, value, expected) => {
    const context = { [key]: requested };
    expect(orderings.map((name) => holds(`Date${name}`, value, context))).toEqual(expected);
    expect(holds('DateNotEquals', value, context)).toBe(!expected[0]);
  });
});

describe('the rest', () => {
  it.each<Case>([
    ['Bool', 'true', 'true', true],
    ['Bool', true, 'True', true],
    ['Bool', 'TRUE', 'true', true],
    ['Bool', 'false', 'true', false],
    ['Bool', 'yes', 'yes', false],
    ['Bool', ['true', 'false'], 'false', true],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QQ==', 'QR==', true],
    ['BinaryEquals', 'QQ==', 'QUE=', false],
    ['BinaryEquals', 'QUE=', 'QQ==', false],
    ['BinaryEquals', 'qq==', 'QQ==', false],
    ['BinaryEquals', '', '', true],
    ['BinaryEquals', 'QQ', 'QQ', false],
    ['BinaryEquals', 'Q-==', 'Q-==', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.7', true],
    ['IpAddress', '203.0.113.5/24', '203.0.113.7', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.7', false],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '203.0.113.7', '203.0.113.8', false],
    ['IpAddress', '10.0.0.0/9', '10.127.255.255', true],
    ['IpAddress', '10.0.0.0/9', '10.128.0.0', false],
    ['IpAddress', '0.0.0.0/0', '198.51.100.1', true],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['IpAddress', '::/0', '198.51.100.1', false],
    ['IpAddress', '::/0', '::ffff:198.51.100.1', true],
    ['IpAddress', '198.51.100.1', '::ffff:198.51.100.1', false],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678:1::', true],
    ['IpAddress', '2001:db8:1234:5678::/64', '2001:db8:1234:5679::', false],
    ['IpAddress', '2001:db8::1', '2001:0db8:0:0:0:0:0:1', true],
    ['IpAddress', ['10.0.0.0/8', '::1'], '::1', true],
    ['IpAddress', '203.0.113.0/33', '203.0.113.0', false],
    ['IpAddress', '203.0.113.0/', '203.0.113.0', false],
    ['IpAddress', '203.0.113', '203.0.113.0', false],
    ['IpAddress', '203.0.113.256', '203.0.113.256', false],
    ['IpAddress', '010.0.0.1', '010.0.0.1', false],
    ['IpAddress', '1::2::3', '1::2::3', false],
    ['IpAddress', ':::', ':::', false],
    ['IpAddress', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7', false],
    ['IpAddress', '1:2:3:4::5:6:7:8', '1:2:3:4::5:6:7:8', false],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/8', false],
    ['IpAddress', 'office', 'office', false],
  ])('%s %j, request %s: %s', (operator, value, requested, expected) => {
    expect(holds(operator, value, { [key]: requested })).toBe(expected);
    if (operator === 'IpAddress')
      expect(holds('NotIpAddress', value, { [key]: requested })).toBe(!expected);
  });

  it('takes booleans in the request', () => {
    expect(holds('Bool', 'true', { [key]: true })).toBe(true);
    expect(holds('Bool', 'true', { [key]: false })).toBe(false);
  });
});
