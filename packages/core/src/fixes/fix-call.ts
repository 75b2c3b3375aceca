import type { IamCalls } from '../plan/calls.ts';

interface KeyStatus {
  readonly UserName: string;
  readonly Status: 'Inactive';
}
interface Regional {
  readonly region: string;
}

/** The writes of fixes that plans of a manifest do not know, as the AWS APIs name their input. */
interface OwnCalls {
  'iam:UpdateAccessKey': KeyStatus & { readonly AccessKeyId: string };
  'iam:DeleteAccessKey': { readonly UserName: string; readonly AccessKeyId: string };
  'iam:DeleteLoginProfile': { readonly UserName: string };
  'iam:UpdateSigningCertificate': KeyStatus & { readonly CertificateId: string };
  'iam:UpdateSSHPublicKey': KeyStatus & { readonly SSHPublicKeyId: string };
  'iam:UpdateServiceSpecificCredential': KeyStatus & {
    readonly ServiceSpecificCredentialId: string;
  };
  'iam:DeleteServerCertificate': { readonly ServerCertificateName: string };
  'iam:DeleteOpenIDConnectProvider': { readonly OpenIDConnectProviderArn: string };
  'iam:SetSecurityTokenServicePreferences': { readonly GlobalEndpointTokenVersion: 'v2Token' };
  'iam:EnableOrganizationsRootCredentialsManagement': Readonly<Record<never, never>>;
  'iam:EnableOrganizationsRootSessions': Readonly<Record<never, never>>;
  'organizations:EnableAWSServiceAccess': { readonly ServicePrincipal: string };
  'access-analyzer:CreateAnalyzer': Regional & {
    readonly analyzerName: string;
    readonly type: 'ACCOUNT' | 'ACCOUNT_UNUSED_ACCESS';
  };
  'cloudtrail:UpdateTrail': Regional & {
    readonly Name: string;
    readonly EnableLogFileValidation: true;
  };
  'cloudtrail:StartLogging': Regional & { readonly Name: string };
}

/** Those that they have in common. */
type SharedAction =
  | 'iam:DeleteGroup'
  | 'iam:DeleteGroupPolicy'
  | 'iam:DeletePolicy'
  | 'iam:DeletePolicyVersion'
  | 'iam:DeleteRole'
  | 'iam:DeleteRolePolicy'
  | 'iam:DeleteUserPolicy'
  | 'iam:DetachGroupPolicy'
  | 'iam:DetachRolePolicy'
  | 'iam:DetachUserPolicy'
  | 'iam:RemoveRoleFromInstanceProfile'
  | 'iam:UpdateAccountPasswordPolicy'
  | 'iam:UpdateAssumeRolePolicy';

/** Every write that a fix may make. */
type FixCalls = OwnCalls & Pick<IamCalls, SharedAction>;
type FixAction = keyof FixCalls;

/** One call to AWS, as data. */
export type FixCall = {
  [A in FixAction]: { readonly action: A; readonly input: FixCalls[A] };
}[FixAction];
