import type { Instructions, InstructionTable } from './instructions.ts';

const trust = (how: string): Instructions => ({
  console: ['Open IAM, "Roles", {name}, "Trust relationships", "Edit trust policy".', how],
  commands: [
    'aws iam get-role --role-name {name} --query Role.AssumeRolePolicyDocument',
    'aws iam update-assume-role-policy --role-name {name} --policy-document file://trust.json',
  ],
});
const permissions = (how: string): Instructions => ({
  console: ['Open IAM, "Roles", {name}, "Permissions".', how],
  commands: [
    'aws iam list-attached-role-policies --role-name {name}',
    'aws iam list-role-policies --role-name {name}',
    'aws iam detach-role-policy --role-name {name} --policy-arn POLICY_ARN',
  ],
});
const stale: Instructions = {
  console: [
    'Open IAM, "Roles", {name}, "Last Accessed", and take what is not used out of its policies.',
  ],
  commands: [
    'aws iam generate-service-last-accessed-details --arn {arn}',
    'aws iam get-service-last-accessed-details --job-id JOB_ID',
  ],
};

/** Whom a role should trust, and with what, only its owner knows. */
export const roleInstructions: InstructionTable = {
  'role-admin': permissions(
    'First make sure that another administrator who is not root can sign in; then replace {each paths}.',
  ),
  'role-service-broad': permissions('Replace the policies by what the templates need.'),
  'role-trust-wildcard': trust(
    'Name accounts or roles in Principal, or test aws:PrincipalOrgID with StringEquals.',
  ),
  'role-trust-untrusted-account': trust(
    'Take the account out, or name it in checks.trustedAccounts of rolecall.yaml.',
  ),
  'role-trust-no-externalid-mfa': trust(
    'Test sts:ExternalId with StringEquals, or aws:MultiFactorAuthPresent with Bool for people.',
  ),
  'role-trust-account-root': trust('Put the ARN of the role that calls in place of the account.'),
  'role-trust-orphaned-principal': trust('Take the ids of deleted principals (AIDA…, AROA…) out.'),
  'role-crossaccount-readonly': permissions('Replace ReadOnlyAccess by ViewOnlyAccess.'),
  'role-crossaccount-write': permissions('Take the writing actions away.'),
  'role-confused-deputy': trust(
    'Test aws:SourceAccount with StringEquals and the value {account}.',
  ),
  'role-oidc-github-sub': trust(
    'Test token.actions.githubusercontent.com:sub with StringEquals, and :aud with sts.amazonaws.com.',
  ),
  'role-oidc-shared-issuer-sub': trust('Test the claim that names your organization.'),
  'role-cognito-unauth': trust(
    'Test cognito-identity.amazonaws.com:aud with the id of your pool, and :amr with authenticated.',
  ),
  'role-saml-aud': trust('Test SAML:aud with https://signin.aws.amazon.com/saml by StringEquals.'),
  'rolesanywhere-scoped': trust('Test aws:SourceArn with ArnEquals and the trust anchor.'),
  'role-unused': {
    console: [
      'Ask the owner of {name}.',
      'Open IAM, "Roles", choose {name}, "Delete", and type its name.',
    ],
    commands: [
      'aws iam get-role --role-name {name} --query Role.RoleLastUsed',
      'aws iam list-attached-role-policies --role-name {name}',
      'aws iam delete-role --role-name {name}',
    ],
  },
  'role-ec2-unused': {
    console: [
      'See that no launch template or Auto Scaling group names the instance profile.',
      'Open IAM, "Roles", choose {name}, "Delete".',
    ],
    commands: [
      'aws iam list-instance-profiles-for-role --role-name {name}',
      'aws iam delete-role --role-name {name}',
    ],
  },
  'ec2-instance-role': {
    console: ['Open EC2, "Instances", {name}, "Actions", "Security", "Modify IAM role".'],
    commands: [
      'aws ec2 associate-iam-instance-profile --instance-id {name} --iam-instance-profile Name=PROFILE',
    ],
  },
  'role-service-stale': stale,
  'role-inline': {
    console: [
      'Open IAM, "Roles", {name}, "Permissions".',
      'Copy {each inlinePolicies} into a managed policy and attach that, then delete the inline policy.',
    ],
    commands: [
      'aws iam get-role-policy --role-name {name} --policy-name {each inlinePolicies} --query PolicyDocument',
      'aws iam create-policy --policy-name {each inlinePolicies} --policy-document file://policy.json',
      'aws iam attach-role-policy --role-name {name} --policy-arn POLICY_ARN',
      'aws iam delete-role-policy --role-name {name} --policy-name {each inlinePolicies}',
    ],
  },
  'incident-manager-role': {
    console: ['Open Incident Manager, "Get ready", and have it make its service-linked role.'],
    commands: ['aws iam create-service-linked-role --aws-service-name ssm-incidents.amazonaws.com'],
  },
  'delegation-requests': {
    console: ['Open IAM, "Temporary delegation requests", and reject those that nobody asked for.'],
    commands: [
      'aws iam list-delegation-requests',
      'aws iam reject-delegation-request --delegation-request-id REQUEST_ID',
    ],
  },
};
