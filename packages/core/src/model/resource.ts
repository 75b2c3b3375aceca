import type { PolicyDocument } from '@rolecall/policy';
import type { Adopting, Declared } from './declared.ts';
import type {
  DesiredAccountAssignment,
  LiveAccountAssignment,
} from './kinds/account-assignment.ts';
import type { DesiredAlternateContact, LiveAlternateContact } from './kinds/alternate-contact.ts';
import type { DesiredAnalyzer, LiveAnalyzer } from './kinds/analyzer.ts';
import type {
  DesiredIdentityCenterGroup,
  LiveIdentityCenterGroup,
} from './kinds/identity-center-group.ts';
import type {
  DesiredIdentityCenterUser,
  LiveIdentityCenterUser,
} from './kinds/identity-center-user.ts';
import type { DesiredPermissionSet, LivePermissionSet } from './kinds/permission-set.ts';
import type { DesiredProtonSettings, LiveProtonSettings } from './kinds/proton-settings.ts';
import type { DesiredSamlProvider, LiveSamlProvider } from './kinds/saml-provider.ts';
import type { SignIn } from './parts/sign-in-schema.ts';
import type { DesiredSignIn } from './sign-in.ts';
import type {
  Group,
  InstanceProfile,
  ManagedPolicy,
  OidcProvider,
  PasswordPolicy,
  Role,
  Tags,
  User,
} from './snapshot.ts';

/** In the order in which they are made, where nothing else settles it. */
export const resourceTypes = [
  'account-alias',
  'password-policy',
  'alternate-contact',
  'oidc-provider',
  'saml-provider',
  'service-linked-role',
  'policy',
  'group',
  'user',
  'role',
  'instance-profile',
  'proton-settings',
  'analyzer',
  'identity-center-user',
  'identity-center-group',
  'permission-set',
  'account-assignment',
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** Kinds that a plan may delete, so that they can end or be moved; all others are there for good. */
export const prunableTypes = [
  'policy',
  'group',
  'user',
  'role',
  'instance-profile',
] as const satisfies readonly ResourceType[];
export type PrunableType = (typeof prunableTypes)[number];

export function isPrunableType(type: ResourceType): type is PrunableType {
  return prunableTypes.some((each) => each === type);
}

/** Kinds that may end. People stay where what made them ends: they count as not declared then. */
export const endingTypes = [
  ...prunableTypes,
  'oidc-provider',
  'saml-provider',
  'analyzer',
  'identity-center-user',
  'identity-center-group',
  'permission-set',
  'account-assignment',
] as const satisfies readonly ResourceType[];
export type EndingType = (typeof endingTypes)[number];

export function isEndingType(type: ResourceType): type is EndingType {
  return endingTypes.some((each) => each === type);
}

/** Types whose rules stand in a record each: `manifest/kinds` and `plan/kinds`. */
export const specifiedTypes = [
  'alternate-contact',
  'saml-provider',
  'proton-settings',
  'analyzer',
  'identity-center-user',
  'identity-center-group',
  'permission-set',
  'account-assignment',
] as const satisfies readonly ResourceType[];
export type SpecifiedType = (typeof specifiedTypes)[number];

export function isSpecifiedType(type: ResourceType): type is SpecifiedType {
  const types: readonly ResourceType[] = specifiedTypes;
  return types.includes(type);
}

export function isSpecified<R extends { readonly type: ResourceType }>(
  resource: R,
): resource is R & { readonly type: SpecifiedType } {
  return isSpecifiedType(resource.type);
}

/** What grants a principal something. */
interface DeclaredGrants {
  /** ARNs, in the order declared. */
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: { readonly [name: string]: PolicyDocument };
  /** Whether what is attached beyond the declaration is taken away. */
  readonly exclusive: boolean;
}

export interface DesiredRole extends Declared, DeclaredGrants, Adopting {
  readonly type: 'role';
  readonly path: string;
  readonly trust: PolicyDocument;
  readonly description: string | undefined;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary: string | undefined;
  readonly tags: Tags;
}

export interface DesiredPolicy extends Declared, Adopting {
  readonly type: 'policy';
  readonly path: string;
  readonly document: PolicyDocument;
  /** ARN of the AWS-managed policy whose text the document is. */
  readonly copyOf: string | undefined;
  readonly description: string | undefined;
  readonly tags: Tags;
}

export interface DesiredGroup extends Declared, DeclaredGrants, Adopting {
  readonly type: 'group';
  readonly path: string;
}

export interface DesiredUser extends Declared, DeclaredGrants, Adopting, DesiredSignIn {
  readonly type: 'user';
  readonly path: string;
  readonly groups: readonly string[];
  readonly permissionsBoundary: string | undefined;
  readonly tags: Tags;
}

export interface DesiredInstanceProfile extends Declared, Adopting {
  readonly type: 'instance-profile';
  readonly path: string;
  readonly role: string;
  readonly tags: Tags;
}

export interface DesiredServiceLinkedRole extends Declared {
  readonly type: 'service-linked-role';
  /** Service principal; also the resource's name, with the suffix behind a slash. */
  readonly service: string;
  readonly customSuffix: string | undefined;
  readonly description: string | undefined;
}

export interface DesiredOidcProvider extends Declared, Adopting {
  readonly type: 'oidc-provider';
  /** Host and path without `https://`; also the resource's name. */
  readonly url: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[] | undefined;
  readonly tags: Tags;
}

export interface DesiredAccountAlias extends Declared, Adopting {
  readonly type: 'account-alias';
  readonly alias: string;
}

export interface DesiredPasswordPolicy extends Declared, Adopting {
  readonly type: 'password-policy';
  readonly settings: PasswordPolicy;
}

export type DesiredResource =
  | DesiredAccountAlias
  | DesiredAccountAssignment
  | DesiredAlternateContact
  | DesiredAnalyzer
  | DesiredGroup
  | DesiredIdentityCenterGroup
  | DesiredIdentityCenterUser
  | DesiredInstanceProfile
  | DesiredOidcProvider
  | DesiredPasswordPolicy
  | DesiredPermissionSet
  | DesiredPolicy
  | DesiredProtonSettings
  | DesiredRole
  | DesiredSamlProvider
  | DesiredServiceLinkedRole
  | DesiredUser;

export type DesiredOf<T extends ResourceType> = Extract<DesiredResource, { readonly type: T }>;

export interface LiveRole extends Role {
  readonly type: 'role';
  readonly description: string | undefined;
  readonly maxSessionDuration: number;
}

export interface LivePolicy extends Omit<ManagedPolicy, 'attachmentCount' | 'boundaryCount'> {
  readonly type: 'policy';
  readonly description: string | undefined;
  readonly tags: Tags;
}

export interface LiveGroup extends Group {
  readonly type: 'group';
}

export interface LiveUser extends User {
  readonly type: 'user';
  /** Absent where it was not read: it takes calls of its own. */
  readonly signIn?: SignIn | undefined;
}

export interface LiveInstanceProfile extends InstanceProfile {
  readonly type: 'instance-profile';
}

export interface LiveServiceLinkedRole {
  readonly type: 'service-linked-role';
  readonly name: string;
  readonly arn: string;
  readonly service: string;
}

export interface LiveOidcProvider extends OidcProvider {
  readonly type: 'oidc-provider';
  readonly name: string;
}

export interface LiveAccountAlias {
  readonly type: 'account-alias';
  readonly name: string;
  readonly alias: string;
}

export interface LivePasswordPolicy {
  readonly type: 'password-policy';
  readonly name: string;
  readonly settings: PasswordPolicy;
}

/** A resource as AWS shows it, whole enough to be compared with a desired one. */
export type LiveResource =
  | LiveAccountAlias
  | LiveAccountAssignment
  | LiveAlternateContact
  | LiveAnalyzer
  | LiveGroup
  | LiveIdentityCenterGroup
  | LiveIdentityCenterUser
  | LiveInstanceProfile
  | LiveOidcProvider
  | LivePasswordPolicy
  | LivePermissionSet
  | LivePolicy
  | LiveProtonSettings
  | LiveRole
  | LiveSamlProvider
  | LiveServiceLinkedRole
  | LiveUser;

export type LiveOf<T extends ResourceType> = Extract<LiveResource, { readonly type: T }>;

/**
 * What tells a resource from all others of its account: type and name, the name without regard to
 * case, as IAM takes it.
 */
export function resourceKey(resource: {
  readonly type: ResourceType;
  readonly name: string;
}): string {
  return `${resource.type}/${resource.name.toLowerCase()}`;
}
