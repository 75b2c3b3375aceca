import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openServiceStage, type ServiceStage } from './testing/service-stage.fixture.ts';

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
  ['comparison', { old: [allow('s3:*')], next: [allow('s3:GetObject')] }, { verdict: 'none' }],
  [
    'comparison',
    { old: [allow('s3:GetObject')], next: [allow('s3:*')] },
    { verdict: 'grants', witness: { knownAction: true } },
  ],
  [
    'comparison',
    { old: ['{'], next: [allow('s3:*')] },
    { verdict: 'undecided', reason: { kind: 'unreadable' } },
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
