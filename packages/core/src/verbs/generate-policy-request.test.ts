import type { PolicyStatement } from '@rolecall/policy';
import { expect, test } from 'vitest';
import type { GenerationRequest } from './analyzer-port.ts';
import { request, start } from './generate-policy.fixture.ts';
import { checkDeclaredStatements, checkGenerationRequest } from './generate-policy-request.ts';

const [trail] = request.trails;
const daysAgo = (days: number) => new Date(start.getTime() - days * 24 * 60 * 60 * 1000);

test.each<[string, Partial<GenerationRequest>]>([
  ['a role', {}],
  ['a user with a path', { principalArn: 'arn:aws-cn:iam::111122223333:user/a/b/app' }],
  ['ninety days', { startTime: daysAgo(90) }],
  ['ninety days long ago', { startTime: daysAgo(300), endTime: daysAgo(210) }],
])('%s will do', (_name, changes) => {
  expect(() => checkGenerationRequest({ ...request, ...changes }, start)).not.toThrow();
});

test.each<[string, Partial<GenerationRequest>]>([
  ['a group', { principalArn: 'arn:aws:iam::111122223333:group/app' }],
  ['the root user', { principalArn: 'arn:aws:iam::111122223333:root' }],
  ['a session', { principalArn: 'arn:aws:sts::111122223333:assumed-role/app/me' }],
  ['no ARN', { principalArn: 'app' }],
  ['an access role that is a user', { accessRole: 'arn:aws:iam::111122223333:user/app' }],
  ['no trail', { trails: [] }],
  ['a trail that is a bucket', { trails: [{ arn: 'arn:aws:s3:::logs', regions: 'all' }] }],
  ['a trail without Regions', { trails: [{ arn: trail?.arn ?? '', regions: [] }] }],
  ['a start that is none', { startTime: new Date('soon') }],
  ['an end that is none', { endTime: new Date('soon') }],
  ['an end before the start', { endTime: daysAgo(100) }],
  ['a start in the future', { startTime: daysAgo(-1), endTime: daysAgo(-2) }],
  ['ninety-one days', { startTime: daysAgo(91) }],
])('%s is refused', (_name, changes) => {
  expect(() => checkGenerationRequest({ ...request, ...changes }, start)).toThrow(
    expect.objectContaining({
      code: 'PARAMETER_INVALID',
      details: { diagnostics: [expect.objectContaining({ code: 'PARAMETER_INVALID' })] },
    }),
  );
});

test('all faults come at once', () => {
  const faulty = { ...request, principalArn: 'x', accessRole: 'y', trails: [] };
  expect(() => checkGenerationRequest(faulty, start)).toThrow(
    expect.objectContaining({
      details: { diagnostics: [expect.anything(), expect.anything(), expect.anything()] },
    }),
  );
});

const statement: PolicyStatement = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };

test.each<[string, PolicyStatement]>([
  ['a principal', { ...statement, Principal: '*' }],
  ['all but a principal', { ...statement, NotPrincipal: '*' }],
  ['a Sid with a space', { ...statement, Sid: 'pass it' }],
  ['an empty Sid', { ...statement, Sid: '' }],
])('a declared statement with %s is refused', (_name, declared) => {
  expect(() => checkDeclaredStatements([statement, declared])).toThrow(
    expect.objectContaining({ code: 'PARAMETER_INVALID' }),
  );
});

test('declared statements for a principal’s own policy will do', () => {
  expect(() => checkDeclaredStatements([{ ...statement, Sid: 'Pass1' }])).not.toThrow();
});
