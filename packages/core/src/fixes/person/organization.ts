import type { InstructionTable } from './instructions.ts';

/** AWS Organizations and IAM Identity Center: decisions that reach beyond the account. */
export const organizationInstructions: InstructionTable = {
  'org-all-features': {
    console: [
      'In the management account open AWS Organizations, "Settings", "Begin process to enable all features".',
      'Have every member that was invited agree.',
    ],
    commands: ['aws organizations enable-all-features'],
  },
  'org-guardrails-present': {
    console: [
      'In the management account open AWS Organizations, "Policies", and enable service control policies.',
      'Create a policy that denies what no account needs, and attach it to a test account first.',
    ],
    commands: [
      'aws organizations enable-policy-type --root-id ROOT_ID --policy-type SERVICE_CONTROL_POLICY',
      'aws organizations create-policy --type SERVICE_CONTROL_POLICY --name NAME --description TEXT --content file://policy.json',
      'aws organizations attach-policy --policy-id POLICY_ID --target-id TARGET_ID',
    ],
  },
  'org-delegated-admins-trusted': {
    console: [
      'In the management account list the delegated administrators.',
      'Deregister those that should not have it; add the others to checks.delegatedAdministrators.',
    ],
    commands: [
      'aws organizations list-delegated-administrators',
      'aws organizations list-delegated-services-for-account --account-id ACCOUNT_ID',
      'aws organizations deregister-delegated-administrator --account-id ACCOUNT_ID --service-principal SERVICE',
    ],
  },
  'org-management-account-clean': {
    console: [
      'Move what runs in account {account} to a member account.',
      'Then delete the roles and users it leaves behind; keep the emergency access.',
    ],
  },
  'org-invites-pending': {
    console: ['Open AWS Organizations, "Invitations"; accept what is yours, decline the rest.'],
    commands: [
      'aws organizations list-handshakes-for-account',
      'aws organizations decline-handshake --handshake-id HANDSHAKE_ID',
    ],
  },
  'management-access-roles': {
    console: [
      'Open IAM, "Roles", {name}, "Trust relationships", "Edit trust policy".',
      'Leave the management account, or a delegated administrator of yours, and nobody else.',
    ],
    commands: [
      'aws iam get-role --role-name {name} --query Role.AssumeRolePolicyDocument',
      'aws iam update-assume-role-policy --role-name {name} --policy-document file://trust.json',
    ],
  },
  'identity-center-in-use': {
    console: [
      'In the management account open IAM Identity Center and choose "Enable".',
      'Create a permission set, assign it to a group for account {account}, and sign in with it.',
    ],
    commands: ['aws sso-admin list-instances'],
  },
  'identity-center-admin-assignments': {
    console: [
      'Or declare it: the blueprint identity-center-administrator, in the manifest of the account that manages Identity Center.',
      'First make sure that another administrator can sign in.',
      'Open IAM Identity Center, "AWS accounts", {account}: assign the administrator set to a group with members.',
      'Then remove the assignments of single users and of empty groups.',
    ],
    commands: [
      'aws sso-admin create-account-assignment --instance-arn INSTANCE_ARN --target-id {account} --target-type AWS_ACCOUNT --permission-set-arn PERMISSION_SET_ARN --principal-type GROUP --principal-id GROUP_ID',
      'aws sso-admin delete-account-assignment --instance-arn INSTANCE_ARN --target-id {account} --target-type AWS_ACCOUNT --permission-set-arn PERMISSION_SET_ARN --principal-type USER --principal-id USER_ID',
    ],
  },
  'identity-center-lesser-access': {
    console: [
      'Open IAM Identity Center, "Permission sets", "Create permission set": ReadOnlyAccess or what the work needs.',
      'Assign it to a group for account {account}.',
      'Or declare it: the blueprint identity-center-lesser-user, in the manifest of the account that manages Identity Center.',
    ],
    commands: [
      'aws sso-admin create-permission-set --instance-arn INSTANCE_ARN --name NAME',
      'aws sso-admin create-account-assignment --instance-arn INSTANCE_ARN --target-id {account} --target-type AWS_ACCOUNT --permission-set-arn PERMISSION_SET_ARN --principal-type GROUP --principal-id GROUP_ID',
    ],
  },
  'identity-center-hygiene': {
    console: ['Open IAM Identity Center, "Permission sets", and shorten the session duration.'],
    commands: [
      'aws sso-admin update-permission-set --instance-arn INSTANCE_ARN --permission-set-arn PERMISSION_SET_ARN --session-duration PT4H',
      'aws sso-admin provision-permission-set --instance-arn INSTANCE_ARN --permission-set-arn PERMISSION_SET_ARN --target-type ALL_PROVISIONED_ACCOUNTS',
    ],
  },
};
