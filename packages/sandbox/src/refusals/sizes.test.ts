import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { policyOf, trustIn } from '../clients.fixture.ts';
import { describeRefusals, own } from './refusals.fixture.ts';

describeRefusals('sizes without white space', [
  [
    'managed policy',
    (iam) => iam.send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: policyOf(6100) })),
    '409 LimitExceeded: Cannot exceed quota for PolicySize: 6144',
  ],
  [
    'version',
    (iam) =>
      iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: own('policy/p0'),
          PolicyDocument: policyOf(6100),
        }),
      ),
    '409 LimitExceeded: Cannot exceed quota for PolicySize: 6144',
  ],
  [
    'inline of a role',
    (iam) =>
      iam.send(
        new PutRolePolicyCommand({
          RoleName: 'app',
          PolicyName: 'p',
          PolicyDocument: policyOf(10240),
        }),
      ),
    '409 LimitExceeded: Maximum policy size of 10240 bytes exceeded for role app',
  ],
  [
    'inline of a user',
    (iam) =>
      iam.send(
        new PutUserPolicyCommand({
          UserName: 'alice',
          PolicyName: 'p',
          PolicyDocument: policyOf(2048),
        }),
      ),
    '409 LimitExceeded: Maximum policy size of 2048 bytes exceeded for user alice',
  ],
  [
    'inline of a group',
    (iam) =>
      iam.send(
        new PutGroupPolicyCommand({
          GroupName: 'Members',
          PolicyName: 'p',
          PolicyDocument: policyOf(5120),
        }),
      ),
    '409 LimitExceeded: Maximum policy size of 5120 bytes exceeded for group Members',
  ],
  [
    'trust',
    (iam) =>
      iam.send(
        new CreateRoleCommand({
          RoleName: 'r',
          AssumeRolePolicyDocument: trustIn(
            { Service: 'ec2.amazonaws.com' },
            { StringEquals: { 'aws:SourceArn': 'x'.repeat(2048) } },
          ),
        }),
      ),
    '409 LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048',
  ],
]);
