import type { InstructionTable } from './instructions.ts';

const credentials = 'Open IAM, "Users", {name}, "Security credentials".';
const permissions = 'Open IAM, "Users", {name}, "Permissions".';
const anotherWay = 'First make sure that another administrator who is not root can sign in.';
const keys = {
  console: [credentials, 'Under "Access keys" choose the key, "Actions", "Deactivate".'],
  commands: [
    'aws iam list-access-keys --user-name {name}',
    'aws iam update-access-key --user-name {name} --access-key-id KEY_ID --status Inactive',
  ],
};
const password = {
  console: [credentials, 'Choose "Manage console access", "Disable access".'],
  commands: ['aws iam delete-login-profile --user-name {name}'],
};
const mfa = {
  console: [credentials, 'Choose "Assign MFA device", best "Passkey or security key".'],
  commands: ['aws iam list-mfa-devices --user-name {name}'],
};
const tags = (kind: 'user' | 'role') => ({
  console: [
    `Open IAM, "${kind === 'user' ? 'Users' : 'Roles'}", {name}, "Tags", and add the tag {each missing}.`,
  ],
  commands: [`aws iam tag-${kind} --${kind}-name {name} --tags Key={each missing},Value=VALUE`],
});

/** Users, groups and their credentials. */
export const userInstructions: InstructionTable = {
  'quarantine-policy-attached': {
    console: [
      credentials,
      'Deactivate every access key and look in CloudTrail for what was done with it.',
      'Answer the support case of AWS, delete the keys, and only then detach {each policies}.',
    ],
    commands: [
      ...keys.commands,
      'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue={name} --max-results 50',
      'aws iam delete-access-key --user-name {name} --access-key-id KEY_ID',
    ],
  },
  'users-no-human-iam-users': {
    console: [
      'Give the person a permission set in IAM Identity Center and have them sign in with it.',
      ...password.console,
    ],
    commands: password.commands,
  },
  'iam-administrator-user': {
    console: ['Make administrators in IAM Identity Center, "AWS accounts", {account}.'],
    commands: ['rolecall guide aws-account'],
  },
  'user-console-mfa': mfa,
  'user-any-mfa': mfa,
  'user-mfa-phishing-resistant': {
    console: [...mfa.console, 'Then remove the weaker device.'],
    commands: [
      ...mfa.commands,
      'aws iam deactivate-mfa-device --user-name {name} --serial-number SERIAL',
    ],
  },
  'admin-user-mfa': mfa,
  'user-password-unused': password,
  'key-unused': keys,
  'key-age': keys,
  'key-two-active': keys,
  'key-created-at-setup': keys,
  'key-any-long-lived': keys,
  'key-inactive-leftover': {
    console: [credentials, 'Under "Access keys" choose the inactive key, "Actions", "Delete".'],
    commands: [
      'aws iam list-access-keys --user-name {name}',
      'aws iam delete-access-key --user-name {name} --access-key-id KEY_ID',
    ],
  },
  'user-password-and-keys': {
    console: [
      credentials,
      'Is it a person, deactivate the access keys; is it a program, disable console access.',
    ],
    commands: [...keys.commands, ...password.commands],
  },
  'user-signing-certs': {
    console: [credentials, 'Under "X.509 signing certificates" choose "Deactivate".'],
    commands: [
      'aws iam list-signing-certificates --user-name {name}',
      'aws iam update-signing-certificate --user-name {name} --certificate-id CERTIFICATE_ID --status Inactive',
    ],
  },
  'user-ssh-keys-age': {
    console: [credentials, 'Upload a new SSH public key for CodeCommit, then deactivate {key}.'],
    commands: [
      'aws iam update-ssh-public-key --user-name {name} --ssh-public-key-id {key} --status Inactive',
    ],
  },
  'user-service-specific-creds': {
    console: [credentials, 'Deactivate the credential {key}.'],
    commands: [
      'aws iam update-service-specific-credential --user-name {name} --service-specific-credential-id {key} --status Inactive',
    ],
  },
  'user-stale': {
    console: [
      'Ask the owner of {name}.',
      credentials,
      'Deactivate its keys and disable console access; delete the user when nobody misses it.',
    ],
    commands: [...keys.commands, ...password.commands, 'aws iam delete-user --user-name {name}'],
  },
  'user-direct-policies': {
    console: [
      'Open IAM, "User groups": create a group for the task, attach the policies and add {name}.',
      permissions,
      'Remove the policies that the user has directly.',
    ],
    commands: [
      'aws iam create-group --group-name GROUP',
      'aws iam attach-group-policy --group-name GROUP --policy-arn {each attached}',
      'aws iam get-user-policy --user-name {name} --policy-name {each inline}',
      'aws iam add-user-to-group --group-name GROUP --user-name {name}',
      'aws iam detach-user-policy --user-name {name} --policy-arn {each attached}',
      'aws iam delete-user-policy --user-name {name} --policy-name {each inline}',
    ],
  },
  'user-no-group': {
    console: ['Open IAM, "Users", {name}, "Groups", "Add user to groups".'],
    commands: ['aws iam add-user-to-group --user-name {name} --group-name GROUP'],
  },
  'user-no-permissions': {
    console: ['Open IAM, "Users", {name}: add it to the group for its task, or delete it.'],
    commands: [
      'aws iam add-user-to-group --user-name {name} --group-name GROUP',
      'aws iam delete-user --user-name {name}',
    ],
  },
  'user-admin': {
    console: [
      anotherWay,
      permissions,
      'Remove, of policies and groups, what is listed: {each paths}.',
    ],
    commands: [
      'aws iam list-attached-user-policies --user-name {name}',
      'aws iam list-groups-for-user --user-name {name}',
      'aws iam detach-user-policy --user-name {name} --policy-arn POLICY_ARN',
      'aws iam remove-user-from-group --user-name {name} --group-name GROUP',
    ],
  },
  'group-admin': {
    console: [
      anotherWay,
      'Move the members to IAM Identity Center or a role.',
      'Open IAM, "User groups", {name}, "Permissions", and remove: {each paths}.',
    ],
    commands: [
      'aws iam get-group --group-name {name}',
      'aws iam list-attached-group-policies --group-name {name}',
      'aws iam detach-group-policy --group-name {name} --policy-arn POLICY_ARN',
    ],
  },
  'group-empty': {
    console: ['Open IAM, "User groups", choose {name}, "Delete".'],
    commands: [
      'aws iam list-attached-group-policies --group-name {name}',
      'aws iam list-group-policies --group-name {name}',
      'aws iam delete-group --group-name {name}',
    ],
  },
  'group-inline': {
    console: [
      'Open IAM, "User groups", {name}, "Permissions".',
      'Copy {each inlinePolicies} into a managed policy and attach that, then delete the inline policy.',
    ],
    commands: [
      'aws iam get-group-policy --group-name {name} --policy-name {each inlinePolicies} --query PolicyDocument',
      'aws iam create-policy --policy-name {each inlinePolicies} --policy-document file://policy.json',
      'aws iam attach-group-policy --group-name {name} --policy-arn POLICY_ARN',
      'aws iam delete-group-policy --group-name {name} --policy-name {each inlinePolicies}',
    ],
  },
  'user-inline': {
    console: [
      permissions,
      'Copy {each inlinePolicies} into a managed policy of a group, then delete the inline policy.',
    ],
    commands: [
      'aws iam get-user-policy --user-name {name} --policy-name {each inlinePolicies} --query PolicyDocument',
      'aws iam create-policy --policy-name {each inlinePolicies} --policy-document file://policy.json',
      'aws iam attach-group-policy --group-name GROUP --policy-arn POLICY_ARN',
      'aws iam delete-user-policy --user-name {name} --policy-name {each inlinePolicies}',
    ],
  },
  'user-tagged': tags('user'),
  'role-tagged': tags('role'),
  'user-service-stale': {
    console: [
      'Open IAM, "Users", {name}, "Last Accessed", and take what is not used out of its policies.',
    ],
    commands: [
      'aws iam generate-service-last-accessed-details --arn {arn}',
      'aws iam get-service-last-accessed-details --job-id JOB_ID',
    ],
  },
};
