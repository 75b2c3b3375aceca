import { CreateRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { trustIn } from '../clients.fixture.ts';
import { type Case, describeRefusals, own } from './refusals.fixture.ts';

const statement = (members: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...members }] });

describeRefusals('trusts', [
  ...(
    [
      ['no JSON', '{', 'This policy contains invalid Json'],
      [
        'unknown user',
        trustIn({ AWS: own('user/ghost') }),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/ghost"',
      ],
      [
        'other path',
        trustIn({ AWS: own('user/x/alice') }),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/x/alice"',
      ],
      [
        'other case',
        trustIn({ AWS: own('user/Alice') }),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/Alice"',
      ],
      [
        'group',
        trustIn({ AWS: own('group/Admins') }),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/Admins"',
      ],
      [
        'wildcard',
        trustIn({ AWS: 'arn:aws:iam::444455556666:role/*' }),
        'Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/*"',
      ],
      [
        'partition',
        trustIn({ AWS: 'arn:aws-cn:iam::444455556666:root' }),
        'Invalid principal in policy: "AWS":"arn:aws-cn:iam::444455556666:root"',
      ],
      [
        'unique id of nobody',
        trustIn({ AWS: 'AIDAQ3EGREZ7N2EXAMPLE' }),
        'Invalid principal in policy: "AWS":"AIDAQ3EGREZ7N2EXAMPLE"',
      ],
      ['short account', trustIn({ AWS: '12345' }), 'Invalid principal in policy: "AWS":"12345"'],
      ...[
        'ec2',
        'nonsense.amazonaws.com',
        'EC2.amazonaws.com',
        'ec2.amazonaws.com.cn',
        'ec2.nowhere.amazonaws.com',
      ].map(
        (service) =>
          [
            `service ${service}`,
            trustIn({ Service: ['lambda.amazonaws.com', service] }),
            `Invalid principal in policy: "SERVICE":"${service}"`,
          ] as const,
      ),
      ['bare star', trustIn('*'), 'AssumeRolepolicy contained an invalid principal: "STAR":"*".'],
      [
        'bare star in a deny',
        statement({ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' }),
        'AssumeRolepolicy contained an invalid principal: "STAR":"*".',
      ],
      [
        'federated',
        trustIn({ Federated: 'nowhere' }),
        'Federated principals must be valid domain names or SAML metadata ARNs',
      ],
      ['type', trustIn({ Robot: 'x' }), 'Invalid principal in policy: "Robot":"x"'],
      [
        'no principal',
        statement({ Action: 'sts:AssumeRole' }),
        'AssumeRole policy must specify a principal.',
      ],
      [
        'resource',
        statement({ Action: 'sts:AssumeRole', Principal: '*', Resource: '*' }),
        'Has prohibited field Resource',
      ],
      ...[
        's3:GetObject',
        'sts:GetCallerIdentity',
        'sts:GetFederationToken',
        'sts:AssumeRoleWithSaml2',
        'sts:AssumeRoot',
        '*',
      ].map(
        (action) =>
          [
            `action ${action}`,
            statement({ Action: ['sts:AssumeRole', action], Principal: { AWS: '*' } }),
            'AssumeRole policy may only specify STS AssumeRole actions.',
          ] as const,
      ),
    ] as const
  ).map(
    ([name, document, message]): Case => [
      name,
      (iam) =>
        iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: document })),
      `400 MalformedPolicyDocument: ${message}`,
    ],
  ),
  ...(
    [
      [
        'GitHub without sub',
        'token.actions.githubusercontent.com',
        { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
      ],
      [
        'GitHub with any sub',
        'token.actions.githubusercontent.com',
        { StringLike: { 'token.actions.githubusercontent.com:sub': '*' } },
      ],
      [
        'GitHub with any sub among others',
        'token.actions.githubusercontent.com',
        { StringLike: { 'token.actions.githubusercontent.com:sub': ['repo:a/b:*', '*'] } },
      ],
      [
        'GitHub with ForAllValues',
        'token.actions.githubusercontent.com',
        {
          'ForAllValues:StringLike': { 'token.actions.githubusercontent.com:sub': 'repo:a/b:*' },
        },
      ],
      [
        'GitHub with IfExists',
        'token.actions.githubusercontent.com',
        { StringLikeIfExists: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:*' } },
      ],
      ['GitLab', 'gitlab.com', { StringEquals: { 'gitlab.com:aud': 'x' } }],
      ['Terraform Cloud', 'app.terraform.io', undefined],
    ] as const
  ).map(
    ([name, issuer, condition]): Case => [
      name,
      (iam) =>
        iam.send(
          new UpdateAssumeRolePolicyCommand({
            RoleName: 'app',
            PolicyDocument: trustIn({ Federated: own(`oidc-provider/${issuer}`) }, condition),
          }),
        ),
      `400 MalformedPolicyDocument: The trust policy for the shared OIDC provider ${issuer} must evaluate the claim ${issuer}:sub`,
    ],
  ),
]);
