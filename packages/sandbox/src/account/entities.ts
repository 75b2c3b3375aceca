/** Instants are ISO 8601 texts in UTC to the second, as AWS writes them. */
export type Instant = string;

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface Named {
  name: string;
  path: string;
  readonly id: string;
  readonly createdAt: Instant;
  tags: readonly Tag[];
}

/** What can carry policies. */
export interface PolicyHolder {
  /** Inline policies: name → document text. */
  readonly inline: Map<string, string>;
  /** ARNs of attached managed policies, in the order of attaching. */
  attached: readonly string[];
}

export interface User extends Named, PolicyHolder {
  readonly kind: 'user';
  boundary?: string | undefined;
  /** Lower-case group names, in the order of joining. */
  groups: readonly string[];
  login?: LoginProfile | undefined;
  passwordLastUsed?: Instant | undefined;
  keys: readonly AccessKey[];
  mfa: readonly MfaDevice[];
  certificates: readonly SigningCertificate[];
  sshKeys: readonly SshKey[];
  serviceCredentials: readonly ServiceCredential[];
}

export interface Group extends Named, PolicyHolder {
  readonly kind: 'group';
}

export interface Role extends Named, PolicyHolder {
  readonly kind: 'role';
  /** Own users and roles are stored in it by unique id, as AWS does. */
  trust: string;
  description?: string | undefined;
  maxSession: number;
  boundary?: string | undefined;
  lastUsed?: { readonly at: Instant; readonly region: string } | undefined;
}

export interface ManagedPolicy extends Named {
  readonly kind: 'policy';
  readonly description?: string | undefined;
  updatedAt: Instant;
  versions: readonly PolicyVersion[];
  defaultVersion: string;
  /** Version numbers are never used twice. */
  lastVersion: number;
}

export interface PolicyVersion {
  readonly id: string;
  readonly document: string;
  readonly createdAt: Instant;
}

export interface InstanceProfile extends Named {
  readonly kind: 'instance-profile';
  /** Lower-case role name. */
  role?: string | undefined;
}

export interface LoginProfile {
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly resetRequired: boolean;
}

export type Status = 'Active' | 'Inactive' | 'Expired';

export interface AccessKey {
  readonly id: string;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly lastUsed?: KeyUse | undefined;
}

export interface KeyUse {
  readonly at: Instant;
  readonly region: string;
  readonly service: string;
}

export interface MfaDevice {
  readonly serial: string;
  readonly enabledAt: Instant;
}

export interface SigningCertificate {
  readonly id: string;
  readonly body: string;
  readonly status: Status;
  readonly uploadedAt: Instant;
}

export interface SshKey {
  readonly id: string;
  readonly body: string;
  readonly fingerprint: string;
  readonly status: Status;
  readonly uploadedAt: Instant;
}

export interface ServiceCredential {
  readonly id: string;
  readonly service: string;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly expiresAt?: Instant | undefined;
}

export interface VirtualMfa {
  readonly serial: string;
  readonly createdAt: Instant;
  tags: readonly Tag[];
  /** The user's unique id, or `root`. */
  owner?: string | undefined;
  enabledAt?: Instant | undefined;
}

export interface OidcProvider {
  /** Without `https://`. */
  readonly url: string;
  readonly createdAt: Instant;
  clientIds: readonly string[];
  thumbprints: readonly string[];
  tags: readonly Tag[];
}

export interface SamlProvider {
  readonly name: string;
  readonly createdAt: Instant;
  metadata: string;
  validUntil: Instant;
  tags: readonly Tag[];
}

export interface ServerCertificate {
  name: string;
  path: string;
  readonly id: string;
  readonly uploadedAt: Instant;
  readonly expiresAt: Instant;
  readonly body: string;
  readonly chain?: string | undefined;
  tags: readonly Tag[];
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly symbols: boolean;
  readonly numbers: boolean;
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly usersCanChange: boolean;
  readonly maxAgeDays?: number | undefined;
  readonly reusePrevention?: number | undefined;
  readonly hardExpiry?: boolean | undefined;
}

/** The account's root user. */
export interface Root {
  readonly createdAt: Instant;
  readonly password: boolean;
  readonly passwordLastUsed?: Instant | undefined;
  readonly keys: readonly AccessKey[];
  readonly mfa: 'none' | 'virtual' | 'hardware';
  readonly certificates: readonly { readonly status: Status; readonly uploadedAt: Instant }[];
}

/** What AssumeRole and its like gave out. */
export interface Session {
  readonly arn: string;
  readonly of: /** The unique id of its role: one created again under the name is another. */
    | { readonly kind: 'role'; readonly roleId: string }
    /** Root of a member account, from AssumeRoot. */
    | { readonly kind: 'root'; readonly account: string };
  /** The session may do nothing that the policies passed to AssumeRole do not allow. */
  readonly policy?: string | undefined;
  readonly policyArns: readonly string[];
  readonly tags: readonly Tag[];
  readonly mfa: boolean;
}
