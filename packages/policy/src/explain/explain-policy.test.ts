import { expect, it } from 'vitest';
import type { ActionData } from '../actions/action-data.ts';
import { PolicyFormatError } from '../language/read-policy.ts';
import { explainPolicy } from './explain-policy.ts';

const noData: ActionData = {
  date: '2026-01-01',
  services: [],
  service: () => undefined,
  globalKey: () => undefined,
};

function explain(statement: object, data?: ActionData) {
  const policy = { Version: '2012-10-17', Statement: statement };
  const [explained] = explainPolicy(policy, { data });
  return explained;
}

const account = '111122223333';
const everything = { Action: '*', Resource: '*' };

it.each([
  [{ Effect: 'Allow', ...everything }, 'Allows every action of every service on every resource.'],
  [{ Effect: 'Deny', ...everything }, 'Denies every action of every service on every resource.'],
  [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::b' },
    'Allows listing and reading in Amazon S3 (s3:GetObject, s3:ListBucket) on bucket b.',
  ],
  [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:NoSuchThing'], Resource: '*' },
    'Allows s3:GetObject and s3:NoSuchThing on every resource.',
  ],
  [
    { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    'Allows every action of Amazon S3 (s3:*) on every resource.',
  ],
  [
    { Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b' },
    'Denies every action, of every service, except iam:* on every resource except bucket b.',
  ],
  [
    { Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' },
    'Lets the AWS service ecs.amazonaws.com assume the role (sts:AssumeRole).',
  ],
  [
    { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
    'Forbids everyone (signed in or not) to use every action of Amazon S3 (s3:*) on every resource.',
  ],
  [
    { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' },
    `Lets account ${account} (its root user, and whom its own policies allow it) assume the role (sts:AssumeRole).`,
  ],
  [
    {
      Effect: 'Deny',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    },
    `Forbids account ${account} (everyone in it) to assume the role (sts:AssumeRole).`,
  ],
  [
    { Effect: 'Allow', NotPrincipal: { AWS: `arn:aws:iam::${account}:user/ada` }, ...everything },
    `Lets everyone (signed in or not) except user ada of account ${account} use every action of every service on every resource.`,
  ],
  [
    {
      Effect: 'Allow',
      ...everything,
      Condition: { Bool: { 'aws:SecureTransport': 'true' }, Null: { 'x:k': 'false' } },
    },
    'Allows every action of every service on every resource, but only if the request is encrypted with TLS (aws:SecureTransport is true); and the request has x:k.',
  ],
])('%j', (statement, sentence) => {
  expect(explain(statement)?.sentence).toBe(sentence);
});

it('names actions alone where there is no data', () => {
  expect(
    explain({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }, noData)?.sentence,
  ).toBe('Allows s3:GetObject on every resource.');
});

it.each([
  ['2012-10-17', /stands for the caller's user name; without it the text matches nothing/],
  ['2008-10-17', /is plain text/],
])('says what a variable is in version %s', (version, note) => {
  const [explained] = explainPolicy({
    Version: version,
    Statement: { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
  });
  expect(explained?.notes).toEqual([expect.stringMatching(note)]);
});

it.each(['nonsense', '{}', '{"Statement": [{}]}'])('refuses %s', (source) => {
  expect(() => explainPolicy(source)).toThrow(PolicyFormatError);
});
