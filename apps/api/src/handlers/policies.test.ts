import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { memberOf } from '../http/place.ts';
import { ask, openServiceStage, type ServiceStage } from './testing/service-stage.fixture.ts';

const contract = new URL('../../../../openapi.yaml', import.meta.url);
const document: unknown = parse(readFileSync(contract, 'utf8'));
const examples = memberOf(memberOf(document, 'components'), 'examples');

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const allow = (Action: string | readonly string[], Resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});
const request = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
};

test.each<[string, object, object]>([
  ['lint', { policy: allow('s3:GetObjekt') }, { findings: [{ issueCode: 'INVALID_ACTION' }] }],
  ['lint', { policy: '{' }, { findings: [{ issueCode: 'JSON_SYNTAX_ERROR' }] }],
  ['lint', { policy: '['.repeat(100_000) }, { findings: [{ issueCode: 'JSON_SYNTAX_ERROR' }] }],
  [
    'comparison',
    { old: [allow('s3:*')], next: [allow('s3:GetObject')] },
    {
      verdict: 'none',
      newly: { lines: [], incomplete: null },
      noLonger: { lines: [{ text: 's3:* on *', statement: { policy: 0 } }], incomplete: null },
    },
  ],
  [
    'comparison',
    {
      old: [allow('s3:GetObject'), allow('sqs:SendMessage')],
      next: [allow('s3:GetObject'), allow(['s3:GetObject', 'sns:Publish'], 'arn:aws:sns:*:*:t')],
    },
    {
      verdict: 'grants',
      witness: { knownAction: true, request: { action: 'sns:Publish' } },
      newly: {
        lines: [
          { text: 'sns:Publish on arn:aws:sns:*:*:t', statement: { policy: 1, statement: 0 } },
        ],
        incomplete: null,
      },
      noLonger: {
        lines: [{ text: 'sqs:SendMessage on *', statement: { policy: 1, statement: 0 } }],
        incomplete: null,
      },
    },
  ],
  [
    'comparison',
    { old: ['{'], next: [allow('s3:*')] },
    {
      verdict: 'undecided',
      reason: { kind: 'unreadable' },
      newly: { lines: [], incomplete: expect.stringContaining('old[0]') },
      noLonger: { lines: [], incomplete: expect.any(String) },
    },
  ],
  ['evaluation', { request, policies: { identity: [allow('s3:*')] } }, { decision: 'allowed' }],
  [
    'evaluation',
    { request, policies: { identity: [allow('s3:GetObject', 'arn:aws:s3:::c/*')] } },
    { decision: 'implicitDeny', nearMisses: [{ policy: 0, statement: 0 }] },
  ],
])('%s of %j', async (path, body, expected) => {
  const answer = await ask(stage, `POST /v1/policies/${path}`, { as: 'requester', body });
  expect(answer).toMatchObject({ status: 200, body: expected });
});

test('a policy that cannot be read is not evaluated', async () => {
  const body = { request, policies: { identity: ['{"Statement": 7}'] } };
  expect(await ask(stage, 'POST /v1/policies/evaluation', { body })).toMatchObject({
    status: 422,
    body: { code: 'policy-invalid' },
  });
});

test('a comparison that would take too long is given up', async () => {
  const wild = (seed: number) => ({
    Version: '2012-10-17',
    Statement: Array.from({ length: 60 }, (_, index) => ({
      Effect: index % 2 === 0 ? 'Allow' : 'Deny',
      Action: `s3:*${String.fromCharCode(97 + ((index * seed) % 26))}*`,
      Resource: `arn:aws:s3:::*${index}*${seed}*`,
      Condition: {
        StringLike: { 'aws:PrincipalArn': `*${index % 7}*` },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    })),
  });
  const body = { old: [wild(3)], next: [wild(5)] };
  const answer = await ask(stage, 'POST /v1/policies/comparison', { body });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ verdict: expect.stringMatching(/^(grants|undecided)$/) });
});

test('what is too large is not read', async () => {
  const body = { policy: allow('x'.repeat(1_100_000)) };
  expect(await ask(stage, 'POST /v1/policies/lint', { body })).toMatchObject({ status: 413 });
});

test('the example of the contract is what is answered', async () => {
  const example = (name: string) => memberOf(memberOf(examples, name), 'value');
  const body = z.looseObject({}).parse(example('ComparisonInput'));
  const answer = await ask(stage, 'POST /v1/policies/comparison', { body });
  const expected = z.looseObject({}).parse(example('AccessComparison'));
  expect(answer).toMatchObject({
    status: 200,
    body: { ...expected, dataDate: expect.any(String), witness: { knownAction: true } },
  });
});
