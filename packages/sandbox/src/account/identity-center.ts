import type { Instant, Tag } from './entities.ts';
import { hexadecimal, uuid } from './identifiers.ts';

/** The instance of IAM Identity Center that the account sees. */
export interface IdentityCenter {
  readonly arn: string;
  readonly identityStoreId: string;
  readonly region: string;
  /** Who may manage it, beside the accounts it is delegated to. */
  readonly ownerAccount: string;
  readonly name?: string | undefined;
  readonly status: 'ACTIVE' | 'CREATE_IN_PROGRESS' | 'CREATE_FAILED' | 'DELETE_IN_PROGRESS';
  readonly createdAt: Instant;
  readonly keyType: 'AWS_OWNED_KMS_KEY' | 'CUSTOMER_MANAGED_KEY';
  /** By id. */
  readonly users: Map<string, DirectoryUser>;
  readonly groups: Map<string, DirectoryGroup>;
  /** By ARN. */
  readonly permissionSets: Map<string, PermissionSet>;
  assignments: readonly Assignment[];
}

export interface DirectoryUser {
  readonly id: string;
  userName: string;
  displayName: string;
  givenName?: string | undefined;
  familyName?: string | undefined;
  email?: string | undefined;
  readonly status: 'ENABLED' | 'DISABLED';
  readonly createdAt: Instant;
  /** Whether another directory keeps it, and SCIM brings it here. */
  readonly external: boolean;
}

export interface DirectoryGroup {
  readonly id: string;
  displayName: string;
  description?: string | undefined;
  readonly createdAt: Instant;
  readonly external: boolean;
  /** Ids of users. */
  members: readonly string[];
}

export interface PolicyReference {
  readonly name: string;
  readonly path: string;
}

export interface PermissionSet {
  readonly arn: string;
  readonly name: string;
  description?: string | undefined;
  readonly createdAt: Instant;
  /** As ISO 8601 has it: `PT1H`. */
  sessionDuration: string;
  relayState?: string | undefined;
  /** ARNs of AWS-managed policies. */
  managed: readonly string[];
  customer: readonly PolicyReference[];
  inline?: string | undefined;
  boundary?: string | PolicyReference | undefined;
  tags: readonly Tag[];
  /** Accounts whose role is still what the permission set was before. */
  outdated: readonly string[];
}

/** What Identity Center was asked to do and does in its own time. */
export interface CenterRequest {
  readonly id: string;
  readonly kind: 'create' | 'delete' | 'provision';
  readonly permissionSetArn: string;
  /** `undefined` for all accounts that have the permission set. */
  readonly account: string | undefined;
  readonly principalType?: Assignment['principalType'] | undefined;
  readonly principalId?: string | undefined;
  readonly createdAt: Instant;
  /** The call, counted from the account's first, with which it is done. */
  readonly dueCall: number;
  /** Set on purpose: it will fail, with this reason. */
  readonly fault?: string | undefined;
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  failureReason?: string | undefined;
}

export interface Assignment {
  readonly account: string;
  readonly permissionSetArn: string;
  readonly principalType: 'USER' | 'GROUP';
  readonly principalId: string;
}

/** Ids depend on names only, so that two accounts can be compared. */
export function userId(name: string): string {
  return uuid(`directory/user/${name}`);
}

export function groupId(name: string): string {
  return uuid(`directory/group/${name}`);
}

export function permissionSetArn(
  name: string,
  { partition, instanceId }: { readonly partition: string; readonly instanceId: string },
): string {
  const id = `ps-${hexadecimal(`${instanceId}/${name}`, 16)}`;
  return `arn:${partition}:sso:::permissionSet/${instanceId}/${id}`;
}
