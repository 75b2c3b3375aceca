import { expect, test } from 'vitest';
import { denyingTrust, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole } from '../testing/snapshot.fixture.ts';
import { roleConfusedDeputy } from './role-confused-deputy.ts';

const states = { Service: 'states.amazonaws.com' };
const both = { Service: ['lambda.amazonaws.com', 'states.amazonaws.com'] };
const source = { 'aws:SourceAccount': account };
const machine = `arn:aws:states:eu-west-1:${account}:stateMachine:*`;

test.each([
  ['nothing', trusting(states), 'fail'],
  ['nothing, among others', trusting(both), 'fail'],
  ['the account', trusting(states, { StringEquals: source }), 'pass'],
  [
    'the account, key in lower case',
    trusting(states, { StringEquals: { 'AWS:sourceaccount': account } }),
    'pass',
  ],
  ['any account', trusting(states, { StringLike: { 'aws:SourceAccount': '*' } }), 'fail'],
  ['all but an account', trusting(states, { StringNotEquals: source }), 'fail'],
  ['the account where it is told', trusting(states, { StringEqualsIfExists: source }), 'warn'],
  ['an ARN', trusting(states, { ArnLike: { 'aws:SourceArn': machine } }), 'pass'],
  [
    'an ARN of any account',
    trusting(states, { ArnLike: { 'aws:SourceArn': 'arn:aws:states:*:*:stateMachine:*' } }),
    'fail',
  ],
  [
    'an organization',
    trusting(states, { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
    'pass',
  ],
  [
    'the account by a Deny',
    trusting(states, undefined, denyingTrust({ StringNotEquals: source })),
    'pass',
  ],
  ['an external id', trusting(states, { StringEquals: { 'sts:ExternalId': 'x' } }), 'fail'],
  [
    'nothing of a service that tells none',
    trusting({ Service: 'lambda.amazonaws.com' }),
    'not-applicable',
  ],
  ['nothing of a user', trusting({ AWS: account }), 'not-applicable'],
] as const)('a service is asked for %s', (_, trust, outcome) => {
  expect(outcomeOf(roleConfusedDeputy, { roles: [aRole({ name: 'r', trust })] })).toBe(outcome);
});

test('is less sure of execution roles of ECS, for which AWS shows no condition', () => {
  const arn = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
  const trust = trusting({ Service: 'ecs-tasks.amazonaws.com' });
  const execution = [{ name: 'AmazonECSTaskExecutionRolePolicy', arn }];
  const outcome = (role: Parameters<typeof aRole>[0]) =>
    outcomeOf(roleConfusedDeputy, { roles: [aRole(role)] });
  const name = 'r';
  expect(outcome({ name, trust, attachedPolicies: execution })).toBe('warn');
  expect(outcome({ name, trust })).toBe('fail');
  expect(outcome({ name, trust: trusting(states), attachedPolicies: execution })).toBe('fail');
});
