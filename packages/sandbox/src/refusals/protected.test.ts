import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreatePolicyVersionCommand,
  CreateServiceLinkedRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { policyOf } from '../clients.fixture.ts';
import { type Case, describeRefusals, readOnly, trust } from './refusals.fixture.ts';

describeRefusals('what only AWS changes', [
  ...(
    [
      ['delete', (iam, RoleName) => iam.send(new DeleteRoleCommand({ RoleName }))],
      [
        'trust',
        (iam, RoleName) =>
          iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust })),
      ],
      [
        'attach',
        (iam, RoleName) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: readOnly })),
      ],
      [
        'detach',
        (iam, RoleName) => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: readOnly })),
      ],
      [
        'inline',
        (iam, RoleName) =>
          iam.send(
            new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: policyOf() }),
          ),
      ],
      [
        'session',
        (iam, RoleName) => iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 })),
      ],
      [
        'boundary',
        (iam, RoleName) =>
          iam.send(
            new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: readOnly }),
          ),
      ],
      [
        'instance profile',
        (iam, RoleName) =>
          iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'web', RoleName })),
      ],
    ] satisfies [string, (iam: IAMClient, RoleName: string) => Promise<unknown>][]
  ).flatMap(([what, call]) =>
    ['AWSServiceRoleForSupport', 'AWSReservedSSO_Admin_0123456789abcdef'].map(
      (role): Case => [
        `${what} of ${role}`,
        (iam) => call(iam, role),
        `400 UnmodifiableEntity: Cannot perform the operation on the protected role '${role}' - this role is only modifiable by AWS`,
      ],
    ),
  ),
  [
    'AWS-managed policy',
    (iam) =>
      iam.send(new CreatePolicyVersionCommand({ PolicyArn: readOnly, PolicyDocument: policyOf() })),
    '403 AccessDenied: Cannot perform the operation on the AWS managed policy arn:aws:iam::aws:policy/ReadOnlyAccess.',
  ],
  [
    'policy of a service-linked role',
    (iam) =>
      iam.send(
        new AttachRolePolicyCommand({
          RoleName: 'app',
          PolicyArn: 'arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy',
        }),
      ),
    '400 PolicyNotAttachable: Cannot attach a Service Role Policy to a Customer Role.',
  ],
  [
    'suffix',
    (iam) =>
      iam.send(
        new CreateServiceLinkedRoleCommand({
          AWSServiceName: 'rds.amazonaws.com',
          CustomSuffix: 'x',
        }),
      ),
    '400 InvalidInput: Custom suffix is not allowed for rds.amazonaws.com',
  ],
  ...['rds', 'nonsense.amazonaws.com', 'ec2.amazonaws.com'].map(
    (AWSServiceName): Case => [
      `linked role of ${AWSServiceName}`,
      (iam) => iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName })),
      `400 InvalidInput: ${AWSServiceName} is not a valid service principal.`,
    ],
  ),
]);
