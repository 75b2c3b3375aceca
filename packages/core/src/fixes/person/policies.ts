import type { Instructions, InstructionTable } from './instructions.ts';

/** The subject may be a managed policy, or the holder of an inline one. */
const mend = (how: string): Instructions => ({
  console: [
    'Open IAM and there {arn}; for an inline policy, its "Permissions".',
    `Choose "Edit" and change the policy: ${how}`,
  ],
  commands: [
    'rolecall policy explain policy.json',
    'rolecall policy compare before.json policy.json',
    'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
  ],
});
const anotherWay = 'First make sure that another administrator who is not root can sign in.';

/** What a policy should allow only its owner knows. */
export const policyInstructions: InstructionTable = {
  'policy-admin-attached': {
    console: [
      anotherWay,
      'Open IAM, "Policies", {name}, "Entities attached", and detach it from {each principals}.',
    ],
    commands: [
      'aws iam list-entities-for-policy --policy-arn {arn}',
      'aws iam detach-role-policy --role-name ROLE --policy-arn {arn}',
      'aws iam detach-group-policy --group-name GROUP --policy-arn {arn}',
      'aws iam detach-user-policy --user-name USER --policy-arn {arn}',
    ],
  },
  'policy-admin-aws-managed': {
    console: [
      anotherWay,
      'Open IAM and there {arn}, "Permissions", and remove {each policies}.',
      'Attach what it needs in its place.',
    ],
  },
  'policy-admin-inline': {
    console: [
      anotherWay,
      'Open IAM and there {arn}, "Permissions", and delete the {each policies}.',
    ],
  },
  'policy-admin-unattached': {
    console: ['Open IAM, "Policies", choose {name}, "Delete".'],
    commands: [
      'aws iam list-policy-versions --policy-arn {arn}',
      'aws iam delete-policy --policy-arn {arn}',
    ],
  },
  'policy-unattached': {
    console: [
      'Open IAM, "Policies", choose {name}, "Delete"; or attach it where it was meant to be.',
    ],
    commands: [
      'aws iam list-policy-versions --policy-arn {arn}',
      'aws iam delete-policy --policy-arn {arn}',
    ],
  },
  'policy-service-wildcard': mend('name the actions that are used.'),
  'policy-notaction-allow': mend('write the allowed actions in Action.'),
  'policy-passrole-star': mend(
    'list the roles in Resource and test iam:PassedToService with StringEquals.',
  ),
  'policy-assume-role-star': mend('list the roles in Resource.'),
  'policy-kms-star': mend('name actions and keys.'),
  'policy-cloudtrail-star': mend('leave the reading actions of CloudTrail.'),
  'policy-marketplace-star': mend('take aws-marketplace:Subscribe out, or name the products.'),
  'policy-delegation-boundary': mend('test iam:PermissionsBoundary with StringEquals.'),
  'policy-group-deny-users': mend('list users in Resource, by a path they share.'),
  'policy-valid': mend('mend what `rolecall policy lint` shows.'),
  'policy-privesc': {
    console: [
      'Open IAM and there {arn}, "Permissions".',
      'Take away one of the permissions that the finding lists, or limit it to the roles that are meant.',
    ],
    commands: ['aws iam get-account-authorization-details --filter User Role LocalManagedPolicy'],
  },
  'policy-privesc-identity-center': {
    console: [
      'In the management account open IAM Identity Center, "Permission sets", {name}.',
      'Take away one of the permissions that the finding lists.',
    ],
    commands: [
      'aws sso-admin get-inline-policy-for-permission-set --instance-arn INSTANCE_ARN --permission-set-arn PERMISSION_SET_ARN',
      'aws sso-admin provision-permission-set --instance-arn INSTANCE_ARN --permission-set-arn PERMISSION_SET_ARN --target-type ALL_PROVISIONED_ACCOUNTS',
    ],
  },
  'policy-cloudshell-full': {
    console: [
      'Open IAM and there {arn}, "Permissions", and remove AWSCloudShellFullAccess.',
      'Of a role of IAM Identity Center, take it out of the permission set.',
    ],
  },
  'power-user-policy': {
    console: ['Open IAM, "Policies", {name}, "Edit", and copy PowerUserAccess as it is today.'],
    commands: [
      'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    ],
  },
};
