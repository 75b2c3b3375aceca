import { describe, expect, it } from 'vitest';
import { isIsoDate } from './date-text.ts';
import { parseIpRange, withoutHostBits } from './ip-range.ts';
import { scanVariables } from './scan-variables.ts';
import { splitArn } from './split-arn.ts';

describe('parseIpRange', () => {
  it.each([
    ['192.0.2.1', undefined],
    ['192.0.2.0/24', undefined],
    ['198.51.100.3/8', '198.0.0.0/8'],
    ['0.0.0.0/0', undefined],
    ['203.0.113.9/0', '0.0.0.0/0'],
    ['2001:db8::/32', undefined],
    ['2001:db8:1::1/32', '2001:db8::/32'],
    ['::1/127', '::/127'],
    ['::ffff:192.0.2.1/96', '0:0:0:0:0:ffff::/96'],
    ['1:2:3:4:5:6:7:8', undefined],
  ])('reads %s', (text, improved) => {
    const range = parseIpRange(text);
    expect(range).toBeDefined();
    expect(range && withoutHostBits(range)).toBe(improved);
  });

  it.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/ 8',
    '192.0.2.*',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    '12345::',
    '::/129',
    `${':'.repeat(100_000)}`,
  ])('refuses %s', (text) => {
    expect(parseIpRange(text)).toBeUndefined();
  });
});

it.each([
  ['2020-04', true],
  ['2020-04-01', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2020-13-01', false],
  ['2020-04-31', false],
  ['2020-04-01T00:00Z', true],
  ['2020-04-01T00:00:00Z', true],
  ['2020-04-01T25:00:00Z', false],
  ['2020-04-01T00:00:00.123+01:00', true],
  ['20200401T000000Z', true],
  ['2020-4-1', false],
  ['01.04.2020', false],
  ['', false],
])('isIsoDate(%j) is %j', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected);
});

it.each([
  ['no variable', []],
  ['${aws:username}', [undefined]],
  ["${aws:PrincipalTag/team, 'a b'}", [undefined]],
  ['${*}${?}${$}', []],
  ['${}', ['empty']],
  ['${ }', ['empty']],
  ['${aws:user name}', ['space']],
  ['${aws:PrincipalTag/team, x}', ['quote']],
  ["${aws:PrincipalTag/team, '}", ['quote']],
  ['${aws:username', ['brace']],
  ['${aws:username ${aws:userid}', ['brace', undefined]],
  ['$ {aws:username}', []],
])('scanVariables(%j) finds %j', (text, faults) => {
  expect(scanVariables(text).map(({ fault }) => fault)).toEqual(faults);
});

it.each(['', '}'])('reads openings without end and then %j in good time', (end) => {
  expect(scanVariables(`${'${'.repeat(500_000)}${end}`)[0]?.fault).toBe('brace');
  expect(splitArn(`${'${'.repeat(500_000)}${end}`)).toHaveLength(1);
});

it.each([
  ['arn:aws:s3:::a:b', ['arn', 'aws', 's3', '', '', 'a:b']],
  ['arn:aws:s3::b', ['arn', 'aws', 's3', '', 'b']],
  [
    'arn:aws:iam::${aws:PrincipalAccount}:role/x',
    ['arn', 'aws', 'iam', '', '${aws:PrincipalAccount}', 'role/x'],
  ],
  ['arn:aws:s3:::${aws:username', ['arn', 'aws', 's3', '', '', '${aws:username']],
])('splitArn(%j)', (text, fields) => {
  expect(splitArn(text)).toEqual(fields);
});
