import type { PolicyStatement } from '@rolecall/policy';
import { expect, test } from 'vitest';
import {
  checkPlaceholderValues,
  fillPlaceholders,
  openPlaceholders,
  unusedValues,
} from './generate-policy-placeholders.ts';

const bucket = `arn:aws:s3:::\${BucketName}`;
const objects = `arn:aws:s3:::\${BucketName}/*`;
const lambda = `arn:aws:lambda:\${Region}:\${Account}:function:\${FunctionName}`;
const variable = `arn:aws:s3:::home/\${aws:username}`;

function allow(Resource: string | readonly string[], Action = 's3:GetObject'): PolicyStatement {
  return { Effect: 'Allow', Action, Resource };
}

test.each<[string, string | readonly string[], Record<string, readonly string[]>, unknown]>([
  ['one value', bucket, { BucketName: ['logs'] }, 'arn:aws:s3:::logs'],
  [
    'two values',
    bucket,
    { BucketName: ['logs', 'data-*'] },
    ['arn:aws:s3:::logs', 'arn:aws:s3:::data-*'],
  ],
  ['no value', bucket, {}, bucket],
  [
    'some of them',
    lambda,
    { Region: ['eu-central-1'] },
    lambda.replace(`\${Region}`, 'eu-central-1'),
  ],
  [
    'all of them',
    lambda,
    { Region: ['a', 'b'], Account: ['1'], FunctionName: ['f', 'g'] },
    [
      'arn:aws:lambda:a:1:function:f',
      'arn:aws:lambda:b:1:function:f',
      'arn:aws:lambda:a:1:function:g',
      'arn:aws:lambda:b:1:function:g',
    ],
  ],
  [
    'a whole resource before its names',
    [bucket, objects],
    { BucketName: ['logs'], [objects]: ['arn:aws:s3:::data/a/*'] },
    ['arn:aws:s3:::logs', 'arn:aws:s3:::data/a/*'],
  ],
  ['a repeat', [bucket, 'arn:aws:s3:::logs'], { BucketName: ['logs'] }, 'arn:aws:s3:::logs'],
  ['the same name twice', `${bucket}-\${BucketName}`, { BucketName: ['x'] }, 'arn:aws:s3:::x-x'],
  ['a value that looks like a replacement', bucket, { BucketName: ['$&$1'] }, 'arn:aws:s3:::$&$1'],
  ['a policy variable', variable, { 'aws:username': ['bob'] }, variable],
  ['a name that is a member of every object', bucket, { toString: ['x'] }, bucket],
])('%s', (_name, resource, values, expected) => {
  const given = new Map(Object.entries(values));
  expect(fillPlaceholders([allow(resource)], given)).toEqual([
    { ...allow(''), Resource: expected },
  ]);
});

test('NotResource is filled, conditions and absent elements are left alone', () => {
  const statement: PolicyStatement = {
    Effect: 'Deny',
    Action: 's3:*',
    NotResource: [bucket],
    Condition: { StringLike: { 's3:prefix': `\${BucketName}` } },
  };
  expect(fillPlaceholders([statement], new Map([['BucketName', ['logs']]]))).toEqual([
    { ...statement, NotResource: 'arn:aws:s3:::logs' },
  ]);
});

test('a product of values that no policy has room for is refused', () => {
  const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
  const values = new Map([
    ['Region', names],
    ['FunctionName', names],
  ]);
  expect(() => fillPlaceholders([allow(lambda)], values)).toThrow(
    expect.objectContaining({ code: 'PARAMETER_INVALID' }),
  );
});

test('what is open is told with its resources and actions', () => {
  const statements = [
    allow([bucket, objects]),
    allow(bucket, 's3:ListBucket'),
    allow(variable),
    allow([`\${}`, `\${*}`, `\${`, '$BucketName', '}']),
  ];
  expect(openPlaceholders(statements)).toEqual([
    {
      name: 'BucketName',
      resources: [bucket, objects],
      actions: ['s3:GetObject', 's3:ListBucket'],
    },
  ]);
});

test('a long text without an end takes no time', () => {
  const hostile = allow('${'.repeat(500_000) + 'a'.repeat(500_000));
  expect(openPlaceholders([hostile])).toEqual([]);
});

test('values for what does not occur are told', () => {
  const values = new Map([
    ['BucketName', ['a']],
    ['BuckerName', ['a']],
    [objects, ['a']],
  ]);
  expect(unusedValues([allow(bucket)], values)).toEqual(['BuckerName', objects]);
});

test.each([
  ['nothing', 'BucketName', []],
  ['an empty text', 'BucketName', ['']],
  ['a space', 'BucketName', ['a b']],
  ['a placeholder', 'BucketName', [`\${Other}`]],
  ['a policy variable', 'BucketName', [`\${aws:username}`]],
  ['a colon that shifts the fields', 'Region', ['eu-central-1:111122223333']],
  ['a control character', 'BucketName', ['a\u0000']],
])('%s is no value', (_name, key, texts) => {
  expect(() => checkPlaceholderValues(new Map([[key, texts]]))).toThrow(
    expect.objectContaining({ code: 'PARAMETER_INVALID' }),
  );
});

test('names, patterns and whole resources are values', () => {
  const values = new Map([
    ['BucketName', ['logs', 'data-*']],
    [lambda, ['arn:aws:lambda:eu-central-1:111122223333:function:f:live']],
  ]);
  expect(() => checkPlaceholderValues(values)).not.toThrow();
});
