import type { InstructionTable } from './instructions.ts';

/** Ways in that somebody has to think out: emergencies, support, audit. */
export const accessInstructions: InstructionTable = {
  'admin-paths': {
    console: [
      'Add a way that does not depend on the first: a user kept for emergencies, or a role that the management account may assume.',
      'Sign in by it once before you rely on it.',
    ],
    commands: ['rolecall guide emergency-access'],
  },
  'emergency-access-present': {
    console: [
      'Open IAM, "Users", "Create user": with a password, in a group of its own, without access key.',
      'Register a FIDO2 key for it, lock both away, and name it in checks.emergencyPrincipals.',
    ],
    commands: ['rolecall guide emergency-access'],
  },
  'emergency-count': {
    console: [
      'Keep two principals for emergencies, with credentials in two places.',
      'Change checks.emergencyPrincipals in rolecall.yaml to match.',
    ],
    commands: ['rolecall guide emergency-access'],
  },
  'emergency-user-hardened': {
    console: [
      'Open IAM, "Users", {name}, "Security credentials".',
      'Enable a password that goes into a safe, assign a FIDO2 key, and delete its access keys.',
      'Put it into a group of its own.',
    ],
    commands: [
      'aws iam list-mfa-devices --user-name {name}',
      'aws iam list-access-keys --user-name {name}',
      'aws iam delete-access-key --user-name {name} --access-key-id KEY_ID',
      'aws iam add-user-to-group --user-name {name} --group-name GROUP',
    ],
  },
  'emergency-access-not-routine': {
    console: [
      'Look in CloudTrail who used {name}, and for what.',
      'Was it neither emergency nor drill, change its credentials and give the work to a role.',
    ],
    commands: [
      'aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=Username,AttributeValue={name} --max-results 20',
    ],
  },
  'emergency-drilled': {
    console: [
      'Take the credentials of {name} from their safe, sign in, and see that the alarm rings.',
    ],
  },
  'support-role-present': {
    console: [
      'Open IAM, "Roles", "Create role", "AWS account", and choose "This account".',
      'Attach AWSSupportAccess and name the role SupportUserRole.',
    ],
    commands: [
      'aws iam create-role --role-name SupportUserRole --assume-role-policy-document file://trust.json',
      'aws iam attach-role-policy --role-name SupportUserRole --policy-arn arn:{partition}:iam::aws:policy/AWSSupportAccess',
    ],
  },
  'support-role-trust': {
    console: [
      'Open IAM, "Roles", {name}, "Trust relationships", "Edit trust policy".',
      'Name the users who are on call, and take the permissions boundary off.',
    ],
    commands: [
      'aws iam get-role --role-name {name} --query Role.AssumeRolePolicyDocument',
      'aws iam update-assume-role-policy --role-name {name} --policy-document file://trust.json',
    ],
  },
  'support-role-described': {
    console: ['Open IAM, "Roles", {name}, "Summary", "Edit", and say what the role is for.'],
    commands: [
      "aws iam update-role --role-name {name} --description 'Support cases and troubleshooting'",
    ],
  },
  'audit-role-present': {
    console: ['Open IAM, "Roles", "Create role", and attach SecurityAudit.'],
    commands: [
      'aws iam create-role --role-name SecurityAudit --assume-role-policy-document file://trust.json',
      'aws iam attach-role-policy --role-name SecurityAudit --policy-arn arn:{partition}:iam::aws:policy/SecurityAudit',
    ],
  },
};
