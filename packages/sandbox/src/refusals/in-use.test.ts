import {
  DeleteGroupCommand,
  DeleteInstanceProfileCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteUserCommand,
  DeleteVirtualMFADeviceCommand,
  DetachRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { type Case, describeRefusals, own } from './refusals.fixture.ts';

describeRefusals('what is in use stays', [
  ...(
    [
      ['console', 'delete login profile'],
      ['keys', 'delete access keys'],
      ['signing', 'delete signing certificates'],
      ['ssh', 'delete SSH public keys'],
      ['credential', 'delete service specific credentials'],
      ['mfa', 'delete MFA device'],
      ['attached', 'detach all policies'],
      ['inline', 'delete policies'],
      ['member', 'remove user from groups'],
    ] as const
  ).map(
    ([name, what]): Case => [
      `user: ${what}`,
      (iam) => iam.send(new DeleteUserCommand({ UserName: name })),
      `409 DeleteConflict: Cannot delete entity, must ${what} first.`,
    ],
  ),
  [
    'group: members',
    (iam) => iam.send(new DeleteGroupCommand({ GroupName: 'Members' })),
    '409 DeleteConflict: Cannot delete entity, must remove users from group first.',
  ],
  [
    'group: inline',
    (iam) => iam.send(new DeleteGroupCommand({ GroupName: 'Admins' })),
    '409 DeleteConflict: Cannot delete entity, must delete policies first.',
  ],
  [
    'group: attached',
    (iam) => iam.send(new DeleteGroupCommand({ GroupName: 'Attached' })),
    '409 DeleteConflict: Cannot delete entity, must detach all policies first.',
  ],
  [
    'role: instance profile',
    (iam) => iam.send(new DeleteRoleCommand({ RoleName: 'inProfile' })),
    '409 DeleteConflict: Cannot delete entity, must remove roles from instance profile first.',
  ],
  [
    'role: attached',
    (iam) => iam.send(new DeleteRoleCommand({ RoleName: 'attached' })),
    '409 DeleteConflict: Cannot delete entity, must detach all policies first.',
  ],
  [
    'role: inline',
    async (iam) => {
      for (let index = 0; index < 10; index += 1)
        await iam.send(
          new DetachRolePolicyCommand({ RoleName: 'full', PolicyArn: own(`policy/p${index}`) }),
        );
      await iam.send(new DeleteRoleCommand({ RoleName: 'full' }));
    },
    '409 DeleteConflict: Cannot delete entity, must delete policies first.',
  ],
  [
    'policy: attached',
    (iam) => iam.send(new DeletePolicyCommand({ PolicyArn: own('policy/Attached') })),
    '409 DeleteConflict: Cannot delete a policy attached to entities.',
  ],
  [
    'policy: boundary',
    (iam) => iam.send(new DeletePolicyCommand({ PolicyArn: own('policy/Boundary') })),
    '409 DeleteConflict: Cannot delete a policy attached to entities.',
  ],
  [
    'policy: versions',
    (iam) => iam.send(new DeletePolicyCommand({ PolicyArn: own('policy/Versions') })),
    '409 DeleteConflict: This policy has more than one version.',
  ],
  [
    'default version',
    (iam) =>
      iam.send(
        new DeletePolicyVersionCommand({ PolicyArn: own('policy/Versions'), VersionId: 'v5' }),
      ),
    '409 DeleteConflict: Cannot delete the default version of a policy.',
  ],
  [
    'instance profile',
    (iam) => iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: 'web' })),
    '409 DeleteConflict: Cannot delete entity, must remove roles from instance profile first.',
  ],
  [
    'virtual MFA device',
    (iam) => iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber: own('mfa/mfa') })),
    '409 DeleteConflict: MFA VirtualDevice in use. Must deactivate first.',
  ],
]);
