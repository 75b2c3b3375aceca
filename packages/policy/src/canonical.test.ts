import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samePolicy } from './canonical.ts';
import type { PolicyDocument, PolicyStatement } from './document.ts';

const context = {
  partition: 'aws',
  principalArns: new Map([['AIDAEXAMPLE', 'arn:aws:iam::111122223333:user/ci']]),
};

function doc(statement: Partial<PolicyStatement>, rest: Partial<PolicyDocument> = {}) {
  return { Version: '2012-10-17', ...rest, Statement: { Effect: 'Allow' as const, ...statement } };
}

const same: readonly (readonly [string, PolicyDocument, PolicyDocument])[] = [
  ['one value or a list', doc({ Action: 's3:Get*' }), doc({ Action: ['s3:Get*'] })],
  [
    'one statement or a list',
    doc({ Action: '*' }),
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*' }] },
  ],
  ['the case of actions', doc({ Action: 'S3:GETOBJECT' }), doc({ Action: 's3:GetObject' })],
  ['order and repetition', doc({ Resource: ['b', 'a', 'b'] }), doc({ Resource: ['a', 'b'] })],
  ['Sid and Id', doc({ Sid: 'One' }, { Id: 'x' }), doc({ Sid: 'Two' })],
  [
    'account id and root ARN',
    doc({ Principal: { AWS: '111122223333' } }),
    doc({ Principal: { AWS: ['arn:aws:iam::111122223333:root'] } }),
  ],
  ['star and AWS star', doc({ Principal: '*' }), doc({ Principal: { AWS: '*' } })],
  [
    'the id of a principal that exists',
    doc({ Principal: { AWS: 'AIDAEXAMPLE' } }),
    doc({ Principal: { AWS: 'arn:aws:iam::111122223333:user/ci' } }),
  ],
  [
    'the case of condition keys, and text for booleans',
    doc({ Condition: { Bool: { 'AWS:SecureTransport': true } } }),
    doc({ Condition: { Bool: { 'aws:securetransport': ['true'] } } }),
  ],
  ['an empty condition', doc({ Condition: {} }), doc({})],
  [
    'a version left out and the old one',
    { Statement: [] },
    { Version: '2008-10-17', Statement: [] },
  ],
];

const different: readonly (readonly [string, PolicyDocument, PolicyDocument])[] = [
  ['effect', doc({ Effect: 'Deny' }), doc({})],
  ['version', doc({}), doc({}, { Version: '2008-10-17' })],
  [
    'the case of resources',
    doc({ Resource: 'arn:aws:s3:::A' }),
    doc({ Resource: 'arn:aws:s3:::a' }),
  ],
  ['two NotActions', doc({ NotAction: 'iam:*' }), doc({ NotAction: 's3:*' })],
  ['two NotResources', doc({ NotResource: 'a' }), doc({ NotResource: 'b' })],
  [
    'the case of condition values',
    doc({ Condition: { StringEquals: { 'aws:PrincipalTag/a': 'x' } } }),
    doc({ Condition: { StringEquals: { 'aws:PrincipalTag/a': 'X' } } }),
  ],
  ['NotAction and Action', doc({ NotAction: 'iam:*' }), doc({ Action: 'iam:*' })],
  [
    'condition values',
    doc({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    doc({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-2' } } }),
  ],
  [
    'a principal that was deleted',
    doc({ Principal: { AWS: 'AIDAGONE' } }),
    doc({ Principal: { AWS: 'arn:aws:iam::111122223333:user/ci' } }),
  ],
  [
    'kinds of principal',
    doc({ Principal: { Service: 'ec2.amazonaws.com' } }),
    doc({ Principal: { AWS: 'ec2.amazonaws.com' } }),
  ],
];

describe('samePolicy', () => {
  it.each(same)('does not tell apart by %s', (_name, a, b) => {
    expect(samePolicy(a, b, context)).toBe(true);
    expect(samePolicy(b, a, context)).toBe(true);
  });

  it.each(different)('tells apart by %s', (_name, a, b) => {
    expect(samePolicy(a, b, context)).toBe(false);
  });

  it('does not see the order of anything', () => {
    const text = fc.constantFrom('s3:Get*', 'S3:Put*', 'iam:*', '*');
    const statement = fc.record({
      Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
      Action: fc.array(text, { minLength: 1 }),
      Resource: fc.array(text, { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1 }), (statements) => {
        const reversed = [...statements].reverse().map(({ Effect, Action, Resource }) => ({
          Resource: [...Resource].reverse(),
          Action: [...Action].reverse(),
          Effect,
        }));
        expect(samePolicy({ Statement: statements }, { Statement: reversed }, context)).toBe(true);
      }),
    );
  });
});
