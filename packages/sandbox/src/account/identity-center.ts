import type { Instant } from './entities.ts';

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
  readonly userName: string;
  readonly displayName: string;
  readonly email?: string | undefined;
  readonly status: 'ENABLED' | 'DISABLED';
  readonly createdAt: Instant;
}

export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description?: string | undefined;
  readonly createdAt: Instant;
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
}

export interface Assignment {
  readonly account: string;
  readonly permissionSetArn: string;
  readonly principalType: 'USER' | 'GROUP';
  readonly principalId: string;
}
