import { describe, expect, test } from 'vitest';
import { evaluateDocument } from '../evaluate/decide-documents.ts';
import { type AccessComparison, compareAccess, compareEffectiveAccess } from './compare-access.ts';
import { allow, deny, policy, when } from './policy.fixture.ts';

type Case = readonly [
  name: string,
  old: object,
  next: object,
  verdict: AccessComparison['verdict'],
];

const bucket = (name: string) => `arn:aws:s3:::${name}`;

const actions: readonly Case[] = [
  ['the same', policy(allow('s3:GetObject')), policy(allow('s3:GetObject')), 'none'],
  ['one of a pattern', policy(allow('s3:*')), policy(allow('s3:GetObject')), 'none'],
  ['a wider pattern', policy(allow('s3:Get*')), policy(allow('s3:*')), 'grants'],
  ['letters in another case', policy(allow('S3:GET*')), policy(allow('s3:getobject')), 'none'],
  [
    'two patterns that leave a gap',
    policy(allow(['s3:a*', 's3:b*'])),
    policy(allow('s3:?*')),
    'grants',
  ],
  [
    'a pattern made of two',
    policy(allow(['s3:*', 'ec2:*'])),
    policy(allow(['s3:Get*', 'ec2:D*'])),
    'none',
  ],
  ['*:* is *', policy(allow('*:*')), policy(allow('*')), 'none'],
  [
    'NotAction and a Deny',
    policy(allow('*'), deny('iam:*')),
    policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    'none',
  ],
  [
    'a Deny and NotAction',
    policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    policy(allow('*'), deny('iam:*')),
    'none',
  ],
  [
    'a shorter NotAction',
    policy({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }),
    policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    'grants',
  ],
  ['no actions at all', policy(), policy(allow([])), 'none'],
  ['anything from nothing', policy(), policy(allow('s3:GetObject')), 'grants'],
];

const denies: readonly Case[] = [
  ['a Deny that goes', policy(allow('*'), deny('s3:*')), policy(allow('*')), 'grants'],
  ['a Deny that stays', policy(allow('*'), deny('s3:*')), policy(allow('*'), deny('s3:*')), 'none'],
  ['a Deny that grows', policy(allow('*'), deny('s3:*')), policy(allow('*'), deny('*')), 'none'],
  [
    'a Deny that shrinks',
    policy(allow('*'), deny('s3:*')),
    policy(allow('*'), deny('s3:Put*')),
    'grants',
  ],
  [
    'a Deny that is split',
    policy(allow('*'), deny('s3:*')),
    policy(allow('*'), deny(['s3:P*', 's3:?*', 's3:'])),
    'none',
  ],
  [
    'a new Deny of all that is new',
    policy(allow('s3:Get*')),
    policy(
      allow('s3:*'),
      deny('*', '*', when('StringNotEquals', 'aws:x', '1')),
      deny('*', '*', when('StringEquals', 'aws:x', '1')),
    ),
    'none',
  ],
  [
    'an old Deny that touches nothing new',
    policy(allow('s3:*'), deny('s3:*', bucket('a*'))),
    policy(allow('s3:*', bucket('b*'))),
    'none',
  ],
  [
    'an old Deny that meets the new in part',
    policy(allow('s3:*'), deny('s3:*', bucket('*a'))),
    policy(allow('s3:*', bucket('b*'))),
    'grants',
  ],
  [
    'a Deny written as its contrary',
    policy(allow('s3:*'), deny('s3:*', '*', when('StringNotEquals', 'aws:x', '1'))),
    policy(allow('s3:*', '*', when('StringEquals', 'aws:x', '1'))),
    'none',
  ],
];

const resources: readonly Case[] = [
  [
    'a wildcard does not run over colons to meet the end',
    policy(allow('sqs:*', 'arn:aws:sqs:*:1:q')),
    policy(allow('sqs:*', 'arn:aws:sqs:*:1:x:1:q')),
    'grants',
  ],
  [
    'a Region',
    policy(allow('sqs:*', 'arn:aws:sqs:*:111122223333:q')),
    policy(allow('sqs:*', 'arn:aws:sqs:eu-west-1:111122223333:q')),
    'none',
  ],
  [
    'a wildcard does not leave its field',
    policy(allow('sqs:*', 'arn:aws:sqs:*:q')),
    policy(allow('sqs:*', 'arn:aws:sqs:*:111122223333:q')),
    'grants',
  ],
  [
    'a resource may hold colons',
    policy(allow('logs:*', 'arn:aws:logs:*:*:*')),
    policy(allow('logs:*', 'arn:aws:logs:*:*:log-group:a:*')),
    'none',
  ],
  [
    'a bucket is not its objects',
    policy(allow('s3:*', bucket('b/*'))),
    policy(allow('s3:*', bucket('b'))),
    'grants',
  ],
  [
    '? is one character',
    policy(allow('s3:*', bucket('b?'))),
    policy(allow('s3:*', bucket('b'))),
    'grants',
  ],
  [
    'letters have their case',
    policy(allow('s3:*', bucket('b'))),
    policy(allow('s3:*', bucket('B'))),
    'grants',
  ],
  [
    'NotResource',
    policy(allow('s3:*')),
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: bucket('b') }),
    'none',
  ],
  [
    'a shorter NotResource',
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: [bucket('a'), bucket('b')] }),
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: bucket('b') }),
    'grants',
  ],
  [
    'fewer fields are more',
    policy(allow('s3:*', bucket('*'))),
    policy(allow('s3:*', 'arn:aws:s3:*')),
    'grants',
  ],
  [
    'fewer fields cover more',
    policy(allow('s3:*', 'arn:aws:s3:*')),
    policy(allow('s3:*', bucket('b/*'))),
    'none',
  ],
];

const stars: readonly Case[] = [
  ['any resource', policy(allow('s3:*', '**')), policy(allow('s3:*', '*')), 'none'],
  ['the other way', policy(allow('s3:*', '*')), policy(allow('s3:*', '***')), 'none'],
  [
    'no resource',
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: '*' }),
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: '**' }),
    'none',
  ],
];

const conditions: readonly Case[] = [
  [
    'only what lies above a range is left',
    policy(),
    policy(
      allow('s3:*', '*', {
        Condition: {
          NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '::/0'] },
          Null: { 'aws:SourceIp': 'false' },
        },
      }),
    ),
    'grants',
  ],
  [
    'added',
    policy(allow('s3:*')),
    policy(allow('s3:*', '*', when('Bool', 'aws:SecureTransport', true))),
    'none',
  ],
  [
    'dropped',
    policy(allow('s3:*', '*', when('Bool', 'aws:SecureTransport', true))),
    policy(allow('s3:*')),
    'grants',
  ],
  [
    'a key in another case',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))),
    policy(allow('s3:*', '*', when('StringEquals', 'AWS:principalorgid', 'o-1'))),
    'none',
  ],
  [
    'a statement and its contrary',
    policy(
      allow('s3:*', '*', when('StringEquals', 'aws:x', '1')),
      allow('s3:*', '*', when('StringNotEquals', 'aws:x', '1')),
    ),
    policy(allow('s3:*')),
    'none',
  ],
  [
    'present or absent',
    policy(
      allow('s3:*', '*', when('Null', 'aws:x', 'true')),
      allow('s3:*', '*', when('Null', 'aws:x', 'false')),
    ),
    policy(allow('s3:*')),
    'none',
  ],
  [
    'any value is not a missing key',
    policy(allow('s3:*', '*', when('StringLike', 'aws:x', '*'))),
    policy(allow('s3:*')),
    'grants',
  ],
  [
    'IfExists lets a missing key in',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:x', '1'))),
    policy(allow('s3:*', '*', when('StringEqualsIfExists', 'aws:x', '1'))),
    'grants',
  ],
  [
    'Equals has no wildcards',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:x', 'a*'))),
    policy(allow('s3:*', '*', when('StringLike', 'aws:x', 'a*'))),
    'grants',
  ],
  [
    'IgnoreCase',
    policy(allow('s3:*', '*', when('StringEqualsIgnoreCase', 'aws:x', 'Abc'))),
    policy(allow('s3:*', '*', when('StringEquals', 'aws:x', ['aBC', 'ABC']))),
    'none',
  ],
  [
    'IgnoreCase is more',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:x', 'a'))),
    policy(allow('s3:*', '*', when('StringEqualsIgnoreCase', 'aws:x', 'a'))),
    'grants',
  ],
  [
    'less than 10 and at most 9',
    policy(allow('s3:*', '*', when('NumericLessThan', 's3:max-keys', 10))),
    policy(allow('s3:*', '*', when('NumericLessThanEquals', 's3:max-keys', 9))),
    'none',
  ],
  [
    'at most 10',
    policy(allow('s3:*', '*', when('NumericLessThan', 's3:max-keys', 10))),
    policy(allow('s3:*', '*', when('NumericLessThanEquals', 's3:max-keys', 10))),
    'grants',
  ],
  [
    'numbers are not texts',
    policy(allow('s3:*', '*', when('NumericEquals', 's3:max-keys', '10'))),
    policy(allow('s3:*', '*', when('NumericEquals', 's3:max-keys', '10.0'))),
    'none',
  ],
  [
    'an earlier date',
    policy(allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '2026-06-01T00:00:00Z'))),
    policy(allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '2026-05-01'))),
    'none',
  ],
  [
    'a later date',
    policy(allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '2026-06-01T00:00:00Z'))),
    policy(allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '2026-06-01T00:00:01Z'))),
    'grants',
  ],
  [
    'two halves of a range',
    policy(allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', ['10.0.0.0/9', '10.128.0.0/9']))),
    policy(allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))),
    'none',
  ],
  [
    'half of a range',
    policy(allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/9'))),
    policy(allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))),
    'grants',
  ],
  [
    'outside a range, missing too',
    policy(
      allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', ['0.0.0.0/1', '128.0.0.0/1', '::/0'])),
    ),
    policy(allow('s3:*', '*', when('NotIpAddress', 'aws:SourceIp', '10.0.0.0/8'))),
    'grants',
  ],
  [
    'an ARN is matched by fields',
    policy(allow('s3:*', '*', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:1:t'))),
    policy(allow('s3:*', '*', when('ArnEquals', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:1:t'))),
    'none',
  ],
  [
    'ForAllValues lets no value in',
    policy(allow('s3:*', '*', when('ForAnyValue:StringEquals', 'aws:TagKeys', ['a', 'b']))),
    policy(allow('s3:*', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']))),
    'grants',
  ],
  [
    'ForAnyValue lets others in',
    policy(allow('s3:*', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']))),
    policy(allow('s3:*', '*', when('ForAnyValue:StringEquals', 'aws:TagKeys', ['a']))),
    'grants',
  ],
  [
    'fewer values for all',
    policy(allow('s3:*', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']))),
    policy(allow('s3:*', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a']))),
    'none',
  ],
  [
    'true or false is all a flag can be',
    policy(
      allow('s3:*', '*', when('Bool', 'aws:SecureTransport', 'true')),
      allow('s3:*', '*', when('Bool', 'aws:SecureTransport', 'false')),
    ),
    policy(allow('s3:*', '*', when('Null', 'aws:SecureTransport', 'false'))),
    'none',
  ],
  [
    'a tag can be anything',
    policy(
      allow('s3:*', '*', when('Bool', 'aws:PrincipalTag/x', 'true')),
      allow('s3:*', '*', when('Bool', 'aws:PrincipalTag/x', 'false')),
    ),
    policy(allow('s3:*', '*', when('Null', 'aws:PrincipalTag/x', 'false'))),
    'grants',
  ],
];

const variables: readonly Case[] = [
  [
    'the same variable',
    policy(allow('s3:*', bucket('b/${aws:username}/*'))),
    policy(allow('s3:*', bucket('b/${aws:username}/y'))),
    'none',
  ],
  [
    'a wildcard covers it',
    policy(allow('s3:*', bucket('b/*'))),
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    'none',
  ],
  [
    'it does not cover a wildcard',
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    policy(allow('s3:*', bucket('b/*'))),
    'grants',
  ],
  [
    'another variable',
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    policy(allow('s3:*', bucket('b/${aws:userid}'))),
    'grants',
  ],
  [
    'a Deny of one of its values',
    policy(allow('s3:*', bucket('b/*')), deny('s3:*', bucket('b/bob'))),
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    'grants',
  ],
  [
    'a Deny with it stays',
    policy(allow('s3:*'), deny('s3:*', bucket('${aws:username}'))),
    policy(allow('s3:*'), deny('s3:*', bucket('${aws:username}'))),
    'none',
  ],
  [
    'plain text before 2012',
    { ...policy(allow('s3:*', bucket('${aws:username}'))), Version: '2008-10-17' },
    policy(allow('s3:*', bucket('${aws:username}'))),
    'grants',
  ],
  [
    'with a default, it covers itself without',
    policy(allow('s3:*', bucket("b/${aws:PrincipalTag/t, 'x'}/*"))),
    policy(allow('s3:*', bucket('b/${aws:PrincipalTag/t}/*'))),
    'none',
  ],
  [
    'without a default, it does not cover itself with one',
    policy(allow('s3:*', bucket('b/${aws:PrincipalTag/t}/*'))),
    policy(allow('s3:*', bucket("b/${aws:PrincipalTag/t, 'x'}/*"))),
    'grants',
  ],
  [
    'unless something else covers the default',
    policy(allow('s3:*', [bucket('b/${aws:PrincipalTag/t}/*'), bucket('b/x/*')])),
    policy(allow('s3:*', bucket("b/${aws:PrincipalTag/t, 'x'}/*"))),
    'none',
  ],
  [
    'another default',
    policy(allow('s3:*', bucket("b/${aws:PrincipalTag/t, 'x'}/*"))),
    policy(allow('s3:*', bucket("b/${aws:PrincipalTag/t, 'y'}/*"))),
    'grants',
  ],
  [
    'its key is fixed',
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    policy(allow('s3:*', bucket('b/bob'), when('StringEquals', 'aws:username', 'bob'))),
    'none',
  ],
  [
    'its key is fixed to something else',
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    policy(allow('s3:*', bucket('b/bob'), when('StringEquals', 'aws:username', ['bob', 'eve']))),
    'grants',
  ],
  [
    'its key is fixed, if it is there',
    policy(allow('s3:*', bucket('b/${aws:username}'))),
    policy(allow('s3:*', bucket('b/bob'), when('StringEqualsIfExists', 'aws:username', 'bob'))),
    'grants',
  ],
  [
    'two keys are fixed alike',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:ResourceTag/p', '${aws:PrincipalTag/p}'))),
    policy(
      allow('s3:*', '*', {
        Condition: { StringEquals: { 'aws:ResourceTag/p': 'x', 'aws:PrincipalTag/p': 'x' } },
      }),
    ),
    'none',
  ],
  [
    'two keys are fixed, not alike',
    policy(allow('s3:*', '*', when('StringEquals', 'aws:ResourceTag/p', '${aws:PrincipalTag/p}'))),
    policy(
      allow('s3:*', '*', {
        Condition: { StringEquals: { 'aws:ResourceTag/p': 'x', 'aws:PrincipalTag/p': ['x', 'y'] } },
      }),
    ),
    'grants',
  ],
  [
    'in a condition',
    policy(allow('s3:*', '*', when('StringLike', 's3:prefix', ['${aws:username}/*', 'x']))),
    policy(allow('s3:*', '*', when('StringLike', 's3:prefix', '${aws:username}/a*'))),
    'none',
  ],
];

describe.each([
  ['actions', actions],
  ['denies', denies],
  ['resources', resources],
  ['stars', stars],
  ['conditions', conditions],
  ['variables', variables],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_name, old, next, verdict) => {
    expect(compareAccess(old, next).verdict).toBe(verdict);
  });
});

describe('principals', () => {
  const of = (principal: unknown) => policy({ ...allow('s3:*'), Principal: principal });
  const role = 'arn:aws:iam::111122223333:role/r';
  test.each([
    ['an account has its roles', { AWS: '111122223333' }, { AWS: role }, 'none'],
    [
      'an account is its root',
      { AWS: 'arn:aws:iam::111122223333:root' },
      { AWS: '111122223333' },
      'none',
    ],
    ['a role is not its account', { AWS: role }, { AWS: '111122223333' }, 'grants'],
    [
      'a role has its sessions',
      { AWS: role },
      { AWS: 'arn:aws:sts::111122223333:assumed-role/r/s' },
      'none',
    ],
    [
      'a session is not its role',
      { AWS: 'arn:aws:sts::111122223333:assumed-role/r/s' },
      { AWS: role },
      'grants',
    ],
    ['everyone has services', '*', { Service: 'ec2.amazonaws.com' }, 'none'],
    [
      'an account has no services',
      { AWS: '111122223333' },
      { Service: 'ec2.amazonaws.com' },
      'grants',
    ],
    [
      'another account',
      { AWS: '111122223333' },
      { AWS: ['111122223333', '444455556666'] },
      'grants',
    ],
    ['everyone', { AWS: ['111122223333', '444455556666'] }, '*', 'grants'],
  ])('%s', (_name, old, next, verdict) => {
    expect(compareAccess(of(old), of(next)).verdict).toBe(verdict);
  });

  test('NotPrincipal lets in all others', () => {
    const others = policy({ ...allow('s3:*'), NotPrincipal: { AWS: '111122223333' } });
    expect(compareAccess(of({ AWS: '444455556666' }), others).verdict).toBe('grants');
    expect(compareAccess(others, of({ AWS: '444455556666' })).verdict).toBe('none');
  });
});

test('a statement that moves to another document grants nothing', () => {
  const read = allow('s3:GetObject');
  const write = allow('s3:PutObject');
  expect(compareAccess([policy(read), policy(write)], policy(write, read)).verdict).toBe('none');
  expect(compareAccess(policy(read), [policy(read), policy(write)]).verdict).toBe('grants');
});

test('a boundary that is lifted grants', () => {
  const own = [policy(allow('*'))];
  const bounded = { layers: [own, [policy(allow('s3:*'))]] };
  expect(compareEffectiveAccess(bounded, { layers: [own] }).verdict).toBe('grants');
  expect(compareEffectiveAccess({ layers: [own] }, bounded).verdict).toBe('none');
  const wider = { layers: [[policy(allow('*'), allow('iam:*'))], [policy(allow('s3:*'))]] };
  expect(compareEffectiveAccess(bounded, wider).verdict).toBe('none');
});

describe('the answer', () => {
  test('names the old statements that cover the new', () => {
    const old = policy(allow('ec2:*'), { ...allow('s3:*'), Sid: 'All' });
    const answer = compareAccess(old, policy(allow('s3:GetObject')));
    expect(answer).toMatchObject({
      verdict: 'none',
      coverage: [
        {
          statement: { policy: 0, statement: 0 },
          coveredBy: [{ policy: 0, statement: 1, sid: 'All' }],
        },
      ],
    });
  });

  test('shows a request with a real action and ARN', () => {
    const old = policy(allow('s3:*', bucket('prod-a/*')));
    const answer = compareAccess(old, policy(allow('s3:*', bucket('prod-*/*'))));
    expect(answer.verdict === 'grants' && answer.witness).toMatchObject({
      request: { action: 's3:GetObject', resource: 'arn:aws:s3:::prod-example/example' },
      oldDecision: 'implicitDeny',
      knownAction: true,
    });
  });

  test('shows a request that goes through JSON', () => {
    const key = 'aws:PrincipalTag/__proto__';
    const condition = {
      Condition: { StringEquals: { [key]: 'x', ['__proto__']: 'y', 'aws:TagKeys': 'z' } },
    };
    const next = policy(allow('s3:GetObject', '*', condition));
    const answer = compareAccess(policy(), next);
    const request = answer.verdict === 'grants' ? answer.witness.request : undefined;
    const passed: unknown = JSON.parse(JSON.stringify(request));
    expect(passed).toEqual(request);
    expect(Object.entries(request?.context ?? {})).toEqual([
      [key.toLowerCase(), ['x']],
      ['__proto__', ['y']],
      ['aws:tagkeys', ['z']],
    ]);
    expect(request && evaluateDocument(next, request).decision).toBe('allowed');
  });

  test('takes no options for none', () => {
    const all = policy(allow('*'));
    expect(compareAccess(all, all, null).verdict).toBe('none');
    expect(compareEffectiveAccess({ layers: [[all]] }, { layers: [[all]] }, null).verdict).toBe(
      'none',
    );
    expect(compareAccess(all, all, undefined).verdict).toBe('none');
  });

  test('is undecided where the documentation is silent', () => {
    const anyValue = when('ForAnyValue:StringEqualsIfExists', 'aws:TagKeys', 'a');
    const exists = when('ForAnyValue:StringEquals', 'aws:TagKeys', 'a');
    const answer = compareAccess(
      policy(allow('s3:*', '*', exists)),
      policy(allow('s3:*', '*', anyValue)),
    );
    expect(answer).toMatchObject({ verdict: 'undecided', reason: { kind: 'reading' } });
  });

  test.each([
    ['NumericLessThan', '5', '+10'],
    ['DateLessThan', '2026-01-01', '2027-01-01 00:00'],
    ['IpAddress', '10.0.0.0/8', 'office'],
    ['ForAllValues:Null', 'true', 'false'],
    ['ArnLike', 'arn:aws:sns:eu-west-1:1:t', 'arn:aws:sns:*'],
    ['StringEquals', 'a', []],
    ['DateLessThan', '2026', '1000000000'],
    ['ArnLike', 'arn:aws:sns:eu-west-1:1:t', '*'],
  ])('is undecided for %s %j and %j, but none for the same', (operator, old, next) => {
    const first = policy(allow('s3:*', '*', when(operator, 'aws:x', old)));
    const second = policy(allow('s3:*', '*', when(operator, 'aws:x', next)));
    expect(compareAccess(first, second).verdict).not.toBe('none');
    expect(compareAccess(second, second).verdict).toBe('none');
    expect(compareAccess(policy(allow('s3:*')), second).verdict).toBe('none');
  });

  test.each([
    ['ArnLike', 'a:b', ['arn:aws:sns:*:1:t', 'a:b'], 'none'],
    ['ArnLike', ['arn:aws:sns:eu-west-1:1:t', 'a:b'], ['arn:aws:sns:*:1:t', 'a:b', 'b:a'], 'none'],
    ['ArnLike', 'arn:aws:sns:eu-west-1:1:t', ['arn:aws:sns:*:1:t', 'a:b'], 'none'],
    ['ArnLike', ['a:b', 'b:a'], 'a:b', 'undecided'],
    ['ArnLike', ['arn:aws:sns:*:1:t', 'a:b'], ['arn:aws:sns:eu-west-1:1:t', 'a:b'], 'grants'],
    ['ArnNotLike', ['arn:aws:sns:*:1:t', 'a:b'], ['arn:aws:sns:eu-west-1:1:t'], 'none'],
    ['ArnNotLike', ['arn:aws:sns:*:1:t'], ['arn:aws:sns:eu-west-1:1:t', 'a:b'], 'undecided'],
    ['IpAddress', '10.1.0.0/16', ['10.0.0.0/8', 'office'], 'none'],
    ['NumericLessThan', ['5', 'x'], ['6', 'x', 'y'], 'none'],
    ['ForAllValues:ArnLike', ['a:b'], ['a:b', 'b:a'], 'undecided'],
    ['ForAnyValue:ArnLike', ['a:b'], ['a:b', 'b:a'], 'none'],
    ['ForAnyValue:ArnNotLike', ['a:b', 'b:a'], ['a:b'], 'undecided'],
  ])('takes each unclear value by itself: %s %j within %j: %s', (operator, next, old, verdict) => {
    const first = policy(allow('s3:*', '*', when(operator, 'aws:x', old)));
    const second = policy(allow('s3:*', '*', when(operator, 'aws:x', next)));
    expect(compareAccess(first, second).verdict).toBe(verdict);
  });

  describe('a key written twice, in letters of another case', () => {
    const twice = (effect: object, first: string, second: string) => ({
      ...effect,
      Condition: { StringEquals: { 'aws:PrincipalTag/a': first, 'aws:PrincipalTag/A': second } },
    });
    test.each([
      ['an old Deny', [allow('s3:*'), twice(deny('s3:*'), 'x', 'y')], [allow('s3:*')]],
      ['a new Allow', [], [twice(allow('s3:*'), 'x', 'y')]],
      ['other values', [twice(allow('s3:*'), 'x', 'y')], [twice(allow('s3:*'), 'x', 'z')]],
    ])('%s', (_name, old, next) => {
      expect(compareAccess(policy(...old), policy(...next)).verdict).toBe('undecided');
      expect(compareAccess(policy(...old), policy(...old)).verdict).toBe('none');
      expect(compareAccess(policy(...next), policy(...next)).verdict).toBe('none');
    });
  });

  test('is undecided for a document that cannot be read', () => {
    const broken = '{"Statement": [{"Effect": "Allow",}]}';
    expect(compareAccess(policy(), broken)).toMatchObject({
      verdict: 'undecided',
      reason: {
        kind: 'unreadable',
        policy: { side: 'new', policy: 0, fault: { line: 1, column: 34 } },
      },
    });
  });

  test('is undecided when the budget is spent, each time alike', () => {
    const hard = (end: string) => policy(allow('s3:*', bucket(`*a${'?'.repeat(25)}${end}`)));
    const first = compareAccess(hard('*x*'), hard('*'), { budget: 20_000 });
    expect(first).toMatchObject({ verdict: 'undecided', reason: { kind: 'budget' } });
    expect(compareAccess(hard('*x*'), hard('*'), { budget: 20_000 })).toEqual(first);
  });
});
