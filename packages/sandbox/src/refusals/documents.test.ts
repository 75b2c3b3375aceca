import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { sandboxWithClients } from '../clients.fixture.ts';
import { type Case, describeRefusals, own } from './refusals.fixture.ts';

const statement = (members: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...members }] });

describeRefusals('documents', [
  ...(
    [
      ['no JSON', '{', 'Syntax errors in policy.'],
      ['no statement', '{"Version":"2012-10-17"}', 'Syntax errors in policy.'],
      [
        'unknown element',
        statement({ Action: '*', Resource: '*', Foo: 1 }),
        'Syntax errors in policy.',
      ],
      [
        'effect',
        statement({ Effect: 'allow', Action: '*', Resource: '*' }),
        'Syntax errors in policy.',
      ],
      ['no action', statement({ Resource: '*' }), 'Policy statement must contain actions.'],
      ['no resource', statement({ Action: 's3:*' }), 'Policy statement must contain resources.'],
      [
        'principal',
        statement({ Action: 's3:*', Resource: '*', Principal: '*' }),
        'Policy document should not specify a principal.',
      ],
      [
        'action without service',
        statement({ Action: 'GetObject', Resource: '*' }),
        'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
      ],
      [
        'two colons',
        statement({ Action: 's3:Get:Object', Resource: '*' }),
        'Actions/Condition can contain only one colon.',
      ],
      ['vendor', statement({ Action: 's 3:Get', Resource: '*' }), 'Vendor s 3 is not valid'],
      [
        'resource',
        statement({ Action: 's3:*', Resource: 'bucket' }),
        'Resource bucket must be in ARN format or "*".',
      ],
      [
        'partition',
        statement({ Action: 's3:*', Resource: 'arn:aws-cn:s3:::b' }),
        'Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::b".',
      ],
      [
        'IAM resource',
        statement({ Action: 'iam:*', Resource: 'arn:aws:iam::1:thing/x' }),
        'IAM resource path must either be "*" or start with user/, ',
      ],
      [
        'operator',
        statement({
          Action: 's3:*',
          Resource: '*',
          Condition: { StringMatches: { 'aws:a': 'b' } },
        }),
        'Invalid Condition type : StringMatches.',
      ],
      [
        'null that may be missing',
        statement({
          Action: 's3:*',
          Resource: '*',
          Condition: { NullIfExists: { 'aws:a': 'true' } },
        }),
        'Invalid Condition type : NullIfExists.',
      ],
      [
        'sid',
        statement({ Sid: 'a b', Action: 's3:*', Resource: '*' }),
        'Statement IDs (SID) must be alpha-numeric.',
      ],
      [
        'two sids',
        JSON.stringify({
          Version: '2012-10-17',
          Statement: Array(2).fill({ Sid: 'a', Effect: 'Allow', Action: '*', Resource: '*' }),
        }),
        'Statement IDs (SID) in a single policy must be unique.',
      ],
      [
        'version',
        '{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
        'Policy document must be version 2012-10-17 or greater.',
      ],
    ] as const
  ).map(
    ([name, document, message]): Case => [
      name,
      (iam) => iam.send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: document })),
      `400 MalformedPolicyDocument: ${message}`,
    ],
  ),
  [
    'inline',
    (iam) =>
      iam.send(
        new PutRolePolicyCommand({ RoleName: 'app', PolicyName: 'p', PolicyDocument: '[]' }),
      ),
    '400 MalformedPolicyDocument: Syntax errors in policy.',
  ],
  [
    'new version',
    (iam) =>
      iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: own('policy/p0'), PolicyDocument: '[]' }),
      ),
    '400 MalformedPolicyDocument: Syntax errors in policy.',
  ],
]);

test.each([
  'arn:aws:sqs',
  'arn:aws:sqs:eu-west-1',
  'arn:aws:s3:::bucket/*',
  'arn:*:ec2:*',
  'arn:aws:iam',
  'arn:aws:iam::111122223333',
])('%s is a resource: what an ARN lacks counts as a star', async (Resource) => {
  const { iam } = sandboxWithClients();
  const PolicyDocument = statement({ Action: '*', Resource });
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument }));
  expect(Policy?.PolicyName).toBe('p');
});
