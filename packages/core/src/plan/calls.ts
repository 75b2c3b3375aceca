import type { Delivery } from '../model/sign-in.ts';
import type { AccessAnalyzerCalls } from './calls/access-analyzer-calls.ts';
import type { AccountCalls } from './calls/account-calls.ts';
import type { IdentityCenterCalls } from './calls/identity-center-calls.ts';
import type { ProtonCalls } from './calls/proton-calls.ts';

/** A tag as IAM takes it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface RoleName {
  readonly RoleName: string;
}
interface UserName {
  readonly UserName: string;
}
interface GroupName {
  readonly GroupName: string;
}
interface PolicyArn {
  readonly PolicyArn: string;
}
interface PolicyName {
  readonly PolicyName: string;
}
interface PolicyText extends PolicyName {
  /** JSON. */
  readonly PolicyDocument: string;
}
interface ProfileName {
  readonly InstanceProfileName: string;
}
interface ProviderArn {
  readonly OpenIDConnectProviderArn: string;
}
interface SamlProviderArn {
  readonly SAMLProviderArn: string;
}
interface Boundary {
  readonly PermissionsBoundary: string;
}
interface Delivered {
  /** To whom what is made is handed over: no member of the API. */
  readonly Delivery: Delivery;
}
interface AddTags {
  readonly Tags: Tag[];
}
interface RemoveTags {
  readonly TagKeys: string[];
}

/** Every write that a plan may hold, with its input as the IAM API names it. */
export interface IamCalls {
  'iam:CreateAccountAlias': { readonly AccountAlias: string };
  'iam:UpdateAccountPasswordPolicy': {
    readonly MinimumPasswordLength: number;
    readonly RequireSymbols: boolean;
    readonly RequireNumbers: boolean;
    readonly RequireUppercaseCharacters: boolean;
    readonly RequireLowercaseCharacters: boolean;
    readonly AllowUsersToChangePassword: boolean;
    readonly MaxPasswordAge?: number;
    readonly PasswordReusePrevention?: number;
    readonly HardExpiry: boolean;
  };
  'iam:CreateOpenIDConnectProvider': AddTags & {
    readonly Url: string;
    readonly ClientIDList: string[];
    readonly ThumbprintList?: string[];
  };
  'iam:AddClientIDToOpenIDConnectProvider': ProviderArn & { readonly ClientID: string };
  'iam:RemoveClientIDFromOpenIDConnectProvider': ProviderArn & { readonly ClientID: string };
  'iam:UpdateOpenIDConnectProviderThumbprint': ProviderArn & {
    readonly ThumbprintList: string[];
  };
  'iam:DeleteOpenIDConnectProvider': ProviderArn;
  'iam:TagOpenIDConnectProvider': ProviderArn & AddTags;
  'iam:UntagOpenIDConnectProvider': ProviderArn & RemoveTags;
  'iam:CreateSAMLProvider': AddTags & {
    readonly Name: string;
    /** XML. */
    readonly SAMLMetadataDocument: string;
  };
  'iam:UpdateSAMLProvider': SamlProviderArn & { readonly SAMLMetadataDocument: string };
  'iam:DeleteSAMLProvider': SamlProviderArn;
  'iam:TagSAMLProvider': SamlProviderArn & AddTags;
  'iam:UntagSAMLProvider': SamlProviderArn & RemoveTags;
  'iam:CreateServiceLinkedRole': {
    readonly AWSServiceName: string;
    readonly CustomSuffix?: string;
    readonly Description?: string;
  };
  'iam:CreatePolicy': PolicyText &
    AddTags & { readonly Path: string; readonly Description?: string };
  'iam:CreatePolicyVersion': PolicyArn & {
    readonly PolicyDocument: string;
    readonly SetAsDefault: true;
  };
  'iam:SetDefaultPolicyVersion': PolicyArn & { readonly VersionId: string };
  'iam:DeletePolicyVersion': PolicyArn & { readonly VersionId: string };
  'iam:DeletePolicy': PolicyArn;
  'iam:TagPolicy': PolicyArn & AddTags;
  'iam:UntagPolicy': PolicyArn & RemoveTags;
  'iam:CreateGroup': GroupName & { readonly Path: string };
  'iam:UpdateGroup': GroupName & { readonly NewPath: string };
  'iam:AttachGroupPolicy': GroupName & PolicyArn;
  'iam:DetachGroupPolicy': GroupName & PolicyArn;
  'iam:PutGroupPolicy': GroupName & PolicyText;
  'iam:DeleteGroupPolicy': GroupName & PolicyName;
  'iam:DeleteGroup': GroupName;
  'iam:CreateUser': UserName & AddTags & { readonly Path: string } & Partial<Boundary>;
  'iam:UpdateUser': UserName & { readonly NewPath: string };
  'iam:AddUserToGroup': UserName & GroupName;
  'iam:RemoveUserFromGroup': UserName & GroupName;
  'iam:AttachUserPolicy': UserName & PolicyArn;
  'iam:DetachUserPolicy': UserName & PolicyArn;
  'iam:PutUserPolicy': UserName & PolicyText;
  'iam:DeleteUserPolicy': UserName & PolicyName;
  'iam:PutUserPermissionsBoundary': UserName & Boundary;
  'iam:DeleteUserPermissionsBoundary': UserName;
  'iam:TagUser': UserName & AddTags;
  'iam:UntagUser': UserName & RemoveTags;
  'iam:DeleteUser': UserName;
  /** Whoever carries it out makes the password up, and delivers it before it is one. */
  'iam:CreateLoginProfile': UserName &
    Delivered & {
      readonly PasswordResetRequired: boolean;
      readonly SwitchRoles: readonly string[];
    };
  'iam:UpdateLoginProfile': UserName & { readonly PasswordResetRequired: false };
  'iam:DeleteLoginProfile': UserName;
  /** So that there are as many as `Count`, none of them undelivered. */
  'iam:CreateAccessKey': UserName & Delivered & { readonly Count: number };
  /** Puts it out of use. */
  'iam:UpdateAccessKey': UserName & {
    readonly AccessKeyId: string;
    readonly Status: 'Inactive';
  };
  /** `Undelivered`: only if nobody has it. */
  'iam:DeleteAccessKey': UserName & {
    readonly AccessKeyId: string;
    readonly Undelivered?: true;
    readonly Delivery?: Delivery;
  };
  'iam:CreateRole': RoleName &
    AddTags & {
      readonly Path: string;
      /** JSON. */
      readonly AssumeRolePolicyDocument: string;
      readonly Description?: string;
      /** Seconds. */
      readonly MaxSessionDuration: number;
    } & Partial<Boundary>;
  'iam:UpdateAssumeRolePolicy': RoleName & { readonly PolicyDocument: string };
  'iam:UpdateRole': RoleName & {
    readonly Description: string;
    readonly MaxSessionDuration: number;
  };
  'iam:AttachRolePolicy': RoleName & PolicyArn;
  'iam:DetachRolePolicy': RoleName & PolicyArn;
  'iam:PutRolePolicy': RoleName & PolicyText;
  'iam:DeleteRolePolicy': RoleName & PolicyName;
  'iam:PutRolePermissionsBoundary': RoleName & Boundary;
  'iam:DeleteRolePermissionsBoundary': RoleName;
  'iam:TagRole': RoleName & AddTags;
  'iam:UntagRole': RoleName & RemoveTags;
  'iam:DeleteRole': RoleName;
  'iam:CreateInstanceProfile': ProfileName & AddTags & { readonly Path: string };
  'iam:AddRoleToInstanceProfile': ProfileName & RoleName;
  'iam:RemoveRoleFromInstanceProfile': ProfileName & RoleName;
  'iam:TagInstanceProfile': ProfileName & AddTags;
  'iam:UntagInstanceProfile': ProfileName & RemoveTags;
  'iam:DeleteInstanceProfile': ProfileName;
}

export type IamAction = keyof IamCalls;

/** One call to IAM, as data. */
export type IamCall = {
  [A in IamAction]: { readonly action: A; readonly input: IamCalls[A] };
}[IamAction];

/**
 * Writes to other services, with their inputs as those APIs name them. One that needs what only an
 * earlier call of the same plan brings to light (an id that AWS makes up) names the resource
 * instead: whoever performs the call looks the id up.
 */
export interface ServiceCalls
  extends AccessAnalyzerCalls,
    AccountCalls,
    IdentityCenterCalls,
    ProtonCalls {}

type ServiceAction = keyof ServiceCalls;

/** One call to another service; `region` where the service has one endpoint per region. */
export type ServiceCall = {
  [A in ServiceAction]: {
    readonly action: A;
    readonly region?: string;
    readonly input: ServiceCalls[A];
  };
}[ServiceAction];

/** One write of a plan. */
export type Call = IamCall | ServiceCall;

/** The prefix of an action: `iam`. */
export type ServiceOf<A extends string> = A extends `${infer S}:${string}` ? S : never;

export type CallOf<S extends string> = Extract<Call, { readonly action: `${S}:${string}` }>;

/** Whether the call is one to the service. */
export function isCallOf<S extends ServiceOf<Call['action']>>(
  service: S,
  call: Call,
): call is CallOf<S> {
  return call.action.startsWith(`${service}:`);
}

export function regionOf(call: Call): string | undefined {
  return 'region' in call ? call.region : undefined;
}

const signInActions = [
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:DeleteLoginProfile',
  'iam:CreateAccessKey',
  'iam:DeleteAccessKey',
] as const;

/** A call about a password or an access key: only who can hand one over carries it out. */
export type SignInCall = Extract<IamCall, { readonly action: (typeof signInActions)[number] }>;

export function isSignInCall<C extends { readonly action: string }>(
  call: C,
): call is C & SignInCall {
  return signInActions.some((action) => action === call.action);
}

/** Tags as a map, in the form that IAM takes. */
export function toTagList(tags: { readonly [key: string]: string }): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
