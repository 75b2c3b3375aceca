import { describe, expect, it } from 'vitest';
import { evaluateRequest } from '../evaluate/evaluate-request.ts';
import type { PolicySet } from '../evaluate/policy-set.ts';
import { explainDecision } from './explain-decision.ts';

const request = {
  principal: 'arn:aws:iam::111122223333:user/ada',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  context: { 'aws:SourceIp': '203.0.113.9' },
};

function explain(policies: PolicySet) {
  const evaluation = evaluateRequest(request, policies);
  return explainDecision({ evaluation, request, policies });
}

function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const deny = { Sid: 'Stop', Effect: 'Deny', Action: '*', Resource: '*' };
const elsewhere = {
  Sid: 'Other',
  Effect: 'Allow',
  Action: 's3:Get*',
  Resource: 'arn:aws:s3:::c/*',
};
const fromOffice = {
  Sid: 'Office',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::c/*',
  Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
};

describe('explainDecision', () => {
  it('names the statement that allows', () => {
    expect(explain({ identity: [policy(allow)] })).toMatchObject({
      decision: 'allowed',
      decidedBy: { layer: 'identity', policy: 0, statement: 0 },
      nearMisses: [],
    });
  });

  it('names the statement that denies', () => {
    expect(explain({ identity: [policy(allow), policy(deny)] })).toMatchObject({
      decision: 'explicitDeny',
      decidedBy: { policy: 1, statement: 0, sid: 'Stop' },
    });
  });

  it('shows what comes nearest, nearest first, and nothing of other actions', () => {
    const other = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
    const { nearMisses } = explain({ identity: [policy(other, fromOffice, elsewhere)] });
    expect(nearMisses.map(({ sid, reasons }) => [sid, reasons.length])).toEqual([
      ['Other', 1],
      ['Office', 2],
    ]);
  });

  it('looks in the layer that had to allow', () => {
    const explained = explain({ identity: [policy(allow)], boundary: policy(elsewhere) });
    expect(explained).toMatchObject({
      decision: 'implicitDeny',
      decidedBy: undefined,
      nearMisses: [{ layer: 'boundary', sid: 'Other' }],
    });
  });

  it('looks in the level that had to allow', () => {
    const serviceControl = [[policy(allow)], [policy(fromOffice)]];
    expect(explain({ identity: [policy(allow)], serviceControl })).toMatchObject({
      nearMisses: [{ layer: 'serviceControl', level: 1, sid: 'Office' }],
    });
  });
});
