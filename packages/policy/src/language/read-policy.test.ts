import { describe, expect, test } from 'vitest';
import { PolicyFormatError, readPolicy } from './read-policy.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

test('one value or a list, one statement or several', () => {
  const one = readPolicy({ Version: '2012-10-17', Statement: statement });
  const list = { ...statement, Action: ['s3:GetObject'], Resource: ['*'] };
  expect(one).toEqual(readPolicy({ Version: '2012-10-17', Statement: [list] }));
});

test('a missing Version is the old one', () => {
  expect(readPolicy({ Statement: statement }).version).toBe('2008-10-17');
});

test('booleans and numbers in conditions are texts', () => {
  const Condition = {
    Bool: { 'aws:SecureTransport': true },
    NumericLessThan: { 's3:max-keys': 1.5 },
  };
  expect(
    readPolicy({ Statement: { ...statement, Condition } }).statements[0]?.conditions,
  ).toMatchObject([
    { key: 'aws:SecureTransport', values: ['true'] },
    { key: 's3:max-keys', values: ['1.5'] },
  ]);
});

test('everyone is "*" and {"AWS": "*"}', () => {
  const of = (Principal: unknown) =>
    readPolicy({ Statement: { ...statement, Principal } }).statements[0]?.principal;
  expect(of('*')).toEqual({ negated: false, principals: [{ everyone: true }] });
  expect(of({ AWS: ['*'] })).toEqual(of('*'));
  expect(of({ Service: '*' })).not.toEqual(of('*'));
});

describe('refuses', () => {
  test.each([
    ['no Statement', { Version: '2012-10-17' }],
    ['an unknown Version', { Version: '2012-10-18', Statement: statement }],
    ['an unknown element', { Statement: { ...statement, Principle: '*' } }],
    ['an unknown element of the policy', { Statement: statement, Statements: [] }],
    ['allow in small letters', { Statement: { ...statement, Effect: 'allow' } }],
    ['no Effect', { Statement: { Action: 's3:*', Resource: '*' } }],
    ['no Action', { Statement: { Effect: 'Allow', Resource: '*' } }],
    ['Action and NotAction', { Statement: { ...statement, NotAction: 's3:*' } }],
    ['an action that is a number', { Statement: { ...statement, Action: 1 } }],
    [
      'an unknown operator',
      { Statement: { ...statement, Condition: { StringIs: { 'aws:x': '1' } } } },
    ],
    [
      'an operator in another case',
      { Statement: { ...statement, Condition: { stringEquals: { 'aws:x': '1' } } } },
    ],
    [
      'NullIfExists',
      { Statement: { ...statement, Condition: { NullIfExists: { 'aws:x': 'true' } } } },
    ],
    [
      'a value that is an object',
      { Statement: { ...statement, Condition: { StringEquals: { 'aws:x': {} } } } },
    ],
    [
      'a principal that is another text',
      { Statement: { ...statement, Principal: '111122223333' } },
    ],
    ['an unknown kind of principal', { Statement: { ...statement, Principal: { Aws: '*' } } }],
    ['a list', [statement]],
  ])('%s', (_name, document) => {
    expect(() => readPolicy(document)).toThrow(PolicyFormatError);
  });

  test('keys written twice, with their place', () => {
    const text = '{\n  "Statement": [],\n  "Statement": []\n}';
    expect(() => readPolicy(text)).toThrow('"Statement" stands here twice. (line 3, column 2)');
  });

  test('a document that holds itself', () => {
    const loop: Record<string, unknown> = { Statement: [] };
    loop['Statement'] = loop;
    expect(() => readPolicy(loop)).toThrow(PolicyFormatError);
  });
});

test('__proto__ is a condition key like any other', () => {
  const text =
    '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"__proto__": "x"}}}}';
  expect(readPolicy(text).statements[0]?.conditions[0]?.key).toBe('__proto__');
});
