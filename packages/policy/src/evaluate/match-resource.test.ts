import { describe, expect, it } from 'vitest';
import { normaliseRequest, type RequestContext } from './access-request.ts';
import type { MatchOptions } from './match-options.ts';
import { resourceMatches } from './match-resource.ts';

const queue = 'arn:aws:sqs:us-east-1:111122223333:queue';
const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/prod-x';

interface Question {
  readonly negated?: boolean;
  readonly context?: RequestContext;
  readonly options?: MatchOptions;
  readonly version?: '2008-10-17' | '2012-10-17';
}

function takesIn(
  patterns: readonly string[],
  resource: string,
  { negated = false, context = {}, options = {}, version = '2012-10-17' }: Question = {},
): boolean {
  const request = normaliseRequest({ action: 's3:GetObject', resource, context });
  return resourceMatches({ negated, patterns }, { version, request, options });
}

describe('resourceMatches', () => {
  it.each([
    // The user guide's examples of wildcards in the resource.
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1///test///object.jpg', true],
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/object.jpg', true],
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/test/', true],
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1-test/object.jpg', false],
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/object.jpg', false],
    ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test.jpg', false],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', false],
    ['*', '*', true],
    ['**', '*', true],
    ['***', 'arn:aws:s3:::b', true],
    ['arn:aws:s3:::B', 'arn:aws:s3:::b', false],
    ['*', '*', true],
    ['*', queue, true],
    ['*', 'no ARN', true],
    [queue, '*', false],
    ['arn:*:*:*:*:*', '*', false],
    // A wildcard takes an empty field, but never a colon of the first five.
    ['arn:aws:s3:*:*:*sensitive*', 'arn:aws:s3:::my-sensitive-bucket', true],
    ['arn:aws:s3:?:?:b', 'arn:aws:s3:::b', false],
    ['arn:aws:*:111122223333:q:*', 'arn:aws:sqs:us-east-1:111122223333:q:x', false],
    [
      'arn:aws:cloudformation:*:*:stack/My/*',
      'arn:aws:cloudformation:a:b:stack/NotMy/x:stack/My/y',
      false,
    ],
    ['arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:r:1:log-group:a:log-stream:b', true],
    // Fewer than six fields.
    ['arn:aws:sqs', queue, true],
    ['arn:aws:sqs:us-east-1', queue, true],
    ['arn:aws:sqs:us-west-2', queue, false],
    ['arn:aws:s3:*', queue, false],
    ['arn:aws:dynamodb:*:table/prod-*', table, false],
  ])('%s takes in %s: %s', (pattern, resource, expected) => {
    expect(takesIn([pattern], resource)).toBe(expected);
    expect(takesIn([pattern], resource, { negated: true })).toBe(!expected);
  });

  it.each([
    ['arn:aws:sqs', queue, { shortArns: 'glob' }, false],
    ['arn:aws:sqs*', queue, { shortArns: 'glob' }, true],
    ['arn:aws:dynamodb:*:table/prod-*', table, { shortArns: 'glob' }, true],
    ['arn:aws:sqs', queue, { spanningWildcards: true }, true],
    ['arn:aws:sqs', queue, { spanningWildcards: true, shortArns: 'glob' }, false],
    ['arn:aws:dynamodb:*:table/prod-*', table, { spanningWildcards: true }, true],
    ['arn:aws:sqs:*:queue:*', 'arn:aws:sqs:r:1:queue:x', {}, false],
    ['arn:aws:*:*:q:x', 'arn:aws:sqs:r:1:q:x', {}, false],
    ['arn:aws:*:*:q:x', 'arn:aws:sqs:r:1:q:x', { spanningWildcards: true }, true],
  ] satisfies readonly (readonly [string, string, MatchOptions, boolean])[])(
    '%s takes in %s with %j: %s',
    (pattern, resource, options, expected) => {
      expect(takesIn([pattern], resource, { options })).toBe(expected);
    },
  );

  const home = 'arn:aws:s3:::b/${aws:username}/*';
  it.each<[string, string, RequestContext, boolean]>([
    [home, 'arn:aws:s3:::b/bob/x', { 'AWS:UserName': 'bob' }, true],
    [home, 'arn:aws:s3:::b/alice/x', { 'aws:username': 'bob' }, false],
    [home, 'arn:aws:s3:::b/alice/x', { 'aws:username': '*' }, false],
    [home, 'arn:aws:s3:::b/*/x', { 'aws:username': '*' }, true],
    [home, 'arn:aws:s3:::b/bob/x', {}, false],
    [home, 'arn:aws:s3:::b/bob/x', { 'aws:username': [] }, false],
    [home, 'arn:aws:s3:::b/bob/x', { 'aws:username': ['bob', 'bob'] }, false],
    [home, 'arn:aws:s3:::b//x', { 'aws:username': '' }, true],
    ["arn:aws:s3:::b/${aws:username, 'all'}/*", 'arn:aws:s3:::b/all/x', {}, true],
    [
      "arn:aws:s3:::b/${aws:username, 'all'}/*",
      'arn:aws:s3:::b/x/x',
      { 'aws:username': 'x' },
      true,
    ],
    ["arn:aws:s3:::b/${aws:username, '*'}/*", 'arn:aws:s3:::b/x/x', {}, false],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x', {}, false],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*', {}, true],
    // The colon of the variable's name separates no fields, nor does one in its value.
    ['arn:aws:s3:::${aws:PrincipalTag/T}', 'arn:aws:s3:::b', { 'aws:principaltag/t': 'b' }, true],
    ['arn:aws:s3::${a:b}:x', 'arn:aws:s3::1:x', { 'a:b': '1' }, true],
    ['arn:aws:s3:${a:b}:x', 'arn:aws:s3:r:1:x', { 'a:b': 'r:1' }, false],
    ['arn:aws:s3:::${a:b}', 'arn:aws:s3:::x:y', { 'a:b': 'x:y' }, true],
  ])('%s takes in %s with %j: %s', (pattern, resource, context, expected) => {
    expect(takesIn([pattern], resource, { context })).toBe(expected);
    expect(takesIn([pattern], resource, { context, negated: true })).toBe(!expected);
  });

  it('keeps the other patterns beside one without a value', () => {
    expect(takesIn([home, 'arn:aws:s3:::b/*'], 'arn:aws:s3:::b/x')).toBe(true);
  });

  it('knows no variables before version 2012-10-17', () => {
    const context = { 'aws:username': 'bob' };
    const old = { context, version: '2008-10-17' as const };
    expect(takesIn([home], 'arn:aws:s3:::b/bob/x', old)).toBe(false);
    expect(takesIn([home], 'arn:aws:s3:::b/${aws:username}/x', old)).toBe(true);
  });

  it.each([
    [false, false],
    [true, true],
  ])('without patterns, negated %s: %s', (negated, expected) => {
    expect(takesIn([], queue, { negated })).toBe(expected);
  });

  it('takes in anything where the statement has no resource', () => {
    const request = normaliseRequest({ action: 'sts:AssumeRole', resource: queue });
    const scope = { version: '2012-10-17', request, options: {} } as const;
    expect(resourceMatches(undefined, scope)).toBe(true);
  });
});
