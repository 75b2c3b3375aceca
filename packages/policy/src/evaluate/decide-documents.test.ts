import { describe, expect, it } from 'vitest';
import { readPolicy } from '../language/read-policy.ts';
import { normaliseRequest } from './access-request.ts';
import { decideDocuments, evaluateDocument, explainDocuments } from './decide-documents.ts';
import { policyOf } from './question.fixture.ts';

const request = normaliseRequest({
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/x',
  principal: '111122223333',
  context: { 'aws:k': 'v' },
});

describe('decideDocuments', () => {
  const allow = { Sid: 'A', Action: 's3:*' };
  const other = { Action: 'ec2:*' };
  const deny = { Sid: 'D', Effect: 'Deny', Resource: 'arn:aws:s3:::b/*' };
  it.each([
    [[], 'implicitDeny', undefined],
    [[policyOf()], 'implicitDeny', undefined],
    [[policyOf(other)], 'implicitDeny', undefined],
    [[policyOf(other, allow)], 'allowed', [0, 1, 'A']],
    [[policyOf(other), policyOf(allow, allow)], 'allowed', [1, 0, 'A']],
    [[policyOf(allow), policyOf(other, deny)], 'explicitDeny', [1, 1, 'D']],
    [[policyOf(deny, allow)], 'explicitDeny', [0, 0, 'D']],
  ])('%#: %j is %s by %j', (documents, decision, place) => {
    const decided = decideDocuments(documents.map(readPolicy), request);
    expect(decided.decision).toBe(decision);
    const { document, statement } = decided.statement ?? {};
    expect(decided.statement && [document, statement?.index, statement?.sid]).toEqual(place);
  });
});

describe('evaluateDocument', () => {
  it('reads text and refuses what is no policy', () => {
    const text = JSON.stringify(policyOf({}));
    expect(evaluateDocument(text, request).decision).toBe('allowed');
    expect(() => evaluateDocument('{}', request)).toThrow('Statement');
  });

  it('reads a resource that a variable cannot fill under NotResource as everything', () => {
    const document = policyOf({ NotResource: 'arn:aws:s3:::b/${aws:PrincipalTag/t}' });
    expect(evaluateDocument(document, request).decision).toBe('allowed');
  });
});

describe('explainDocuments', () => {
  it.each([
    [{}, []],
    [
      { Action: ['ec2:*'] },
      [{ element: 'Action', patterns: ['ec2:*'], requested: 's3:GetObject' }],
    ],
    [
      { NotAction: 's3:*' },
      [{ element: 'NotAction', patterns: ['s3:*'], requested: 's3:GetObject' }],
    ],
    [
      { Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/T}' },
      [
        {
          element: 'Resource',
          patterns: ['arn:aws:s3:::b/${aws:PrincipalTag/T}'],
          requested: 'arn:aws:s3:::b/x',
          unresolved: ['aws:principaltag/t'],
        },
      ],
    ],
    [
      { Principal: { AWS: '444455556666' } },
      [
        {
          element: 'Principal',
          principals: [{ everyone: false, kind: 'AWS', value: '444455556666' }],
          requested: { kind: 'account', account: '111122223333' },
        },
      ],
    ],
    [
      {
        Action: 'ec2:*',
        Condition: { StringEquals: { 'AWS:K': 'w', 'aws:none': 1 }, Bool: { 'aws:k': 'true' } },
      },
      [
        { element: 'Action' },
        { element: 'Condition', key: 'AWS:K', values: ['w'], requested: ['v'], unresolved: [] },
        { element: 'Condition', key: 'aws:none', values: ['1'], requested: undefined },
        { element: 'Condition', key: 'aws:k', operator: { comparison: 'Bool' } },
      ],
    ],
    [
      {
        Condition: { StringEquals: { 'aws:k': ['w', '${aws:T}'] }, Bool: { 'aws:k': '${aws:T}' } },
      },
      [
        { element: 'Condition', operator: { comparison: 'StringEquals' }, unresolved: ['aws:t'] },
        { element: 'Condition', operator: { comparison: 'Bool' }, unresolved: [] },
      ],
    ],
  ])('%j', (statement, expected) => {
    const [explained] = explainDocuments([readPolicy(policyOf(statement))], request);
    expect(explained?.mismatches).toHaveLength(expected.length);
    expect(explained?.mismatches).toMatchObject(expected);
  });
});
