import type { InstructionTable } from './instructions.ts';

const signInAsRoot =
  'Sign in to account {account} as the root user and open "Security credentials".';
const contact = (kind: string): InstructionTable[string] => ({
  console: [
    'Open "Account", "Alternate contacts", "Edit".',
    `Fill in the ${kind.toLowerCase()} contact with a mailbox that a team reads.`,
    `Or declare alternateContacts.${kind.toLowerCase()} in rolecall.yaml, and apply it.`,
  ],
  commands: [
    `aws account put-alternate-contact --alternate-contact-type ${kind} --name NAME --title TITLE --email-address EMAIL --phone-number PHONE`,
  ],
});

/** Root can be changed by root only, and contacts are known to people only. */
export const rootAndAccountInstructions: InstructionTable = {
  'root-mfa-enabled': {
    console: [signInAsRoot, 'Under "Multi-factor authentication" choose "Assign MFA device".'],
    commands: ['aws iam get-account-summary --query SummaryMap.AccountMFAEnabled'],
  },
  'root-mfa-hardware': {
    console: [
      signInAsRoot,
      'Choose "Assign MFA device", "Passkey or security key" and register a FIDO2 key.',
      'Register a second one that lies elsewhere, then remove the virtual device.',
    ],
  },
  'root-second-mfa': {
    console: [signInAsRoot, 'Choose "Assign MFA device" once more and keep the second elsewhere.'],
  },
  'root-mailbox': {
    console: [
      'Open "Account" and read the address of the root user.',
      'Where it is that of one person, change it to a shared mailbox that is protected by MFA.',
    ],
  },
  'root-no-access-keys': {
    console: [
      'Find what uses the keys of root (CloudTrail, "User name" root) and give it a role.',
      signInAsRoot,
      'Under "Access keys" deactivate each key, wait, then delete it.',
    ],
    commands: [
      'aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=Username,AttributeValue=root --max-results 20',
    ],
  },
  'root-no-signing-certs': {
    console: [signInAsRoot, 'Under "X.509 signing certificates" delete each certificate.'],
  },
  'root-not-used': {
    console: [
      'Open CloudTrail, "Event history" in us-east-1, and look up "User name" root.',
      'Was it none of you, treat the account as compromised; else give the task to a role.',
    ],
    commands: [
      'aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=Username,AttributeValue=root --max-results 20',
    ],
  },
  'root-credentials-removed': {
    console: [
      'Sign in to the management account, or to the delegated one for IAM.',
      'Open IAM, "Root access management", choose account {account} and "Delete root user credentials".',
    ],
    commands: [
      'aws sts assume-root --region us-east-1 --target-principal {account} --task-policy-arn arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials --duration-seconds 900',
    ],
  },
  'org-root-credentials-management': {
    console: [
      'In the management account open IAM, "Root access management", "Enable".',
      'Choose "Root credentials management".',
    ],
    commands: [
      'aws organizations enable-aws-service-access --service-principal iam.amazonaws.com',
      'aws iam enable-organizations-root-credentials-management',
    ],
  },
  'org-root-sessions': {
    console: [
      'In the management account open IAM, "Root access management", "Enable".',
      'Choose "Privileged root actions in member accounts".',
    ],
    commands: [
      'aws organizations enable-aws-service-access --service-principal iam.amazonaws.com',
      'aws iam enable-organizations-root-sessions',
    ],
  },
  'member-root-credentials': {
    console: [
      'In the management account open IAM, "Root access management".',
      'Choose the member account {name} and "Delete root user credentials".',
    ],
  },
  'account-intended': {
    console: [
      'These credentials are of account {account}. Use those of the account that is meant.',
      'Is it one of yours, add it to checks.expectedAccounts in rolecall.yaml.',
    ],
    commands: ['aws sts get-caller-identity'],
  },
  'account-contact-current': {
    console: ['Open "Account", "Contact information", "Edit", and fill in what is missing.'],
    commands: [
      'aws account get-contact-information',
      'aws account put-contact-information --contact-information file://contact.json',
    ],
  },
  'account-security-contact': contact('SECURITY'),
  'account-billing-contact': contact('BILLING'),
  'account-operations-contact': contact('OPERATIONS'),
  'account-contacts-distinct': {
    console: [
      'Open "Account", "Alternate contacts", "Edit".',
      'Give billing, operations and security the mailboxes of their teams.',
    ],
    commands: [
      'aws account put-alternate-contact --alternate-contact-type TYPE --name NAME --title TITLE --email-address EMAIL --phone-number PHONE',
    ],
  },
  'account-in-organization': {
    console: [
      'Sign in to an account kept for that, open AWS Organizations and "Create an organization".',
      'Invite account {account}, then accept the invitation here under "Invitations".',
    ],
    commands: [
      'aws organizations create-organization --feature-set ALL',
      'aws organizations invite-account-to-organization --target Id={account},Type=ACCOUNT',
    ],
  },
  'sts-token-version': {
    console: [
      'Open IAM, "Account settings", "Security Token Service (STS)".',
      'Set the session tokens of the global endpoint to "Valid in all AWS Regions".',
    ],
    commands: [
      'aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token',
    ],
  },
  'quota-near-limit': {
    console: [
      'Delete what is not in use.',
      'Or open "Service Quotas" in us-east-1, "AWS Identity and Access Management (IAM)", "Request increase".',
    ],
    commands: [
      'aws service-quotas list-service-quotas --region us-east-1 --service-code iam',
      'aws service-quotas request-service-quota-increase --region us-east-1 --service-code iam --quota-code CODE --desired-value VALUE',
    ],
  },
};
