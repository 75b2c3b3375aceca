import type { Account } from './account.ts';
import type { Instant, Root } from './entities.ts';

/** The organization as this account sees it. */
export interface Organization {
  readonly id: string;
  readonly managementAccount: string;
  readonly managementEmail: string;
  readonly featureSet: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly delegatedForIam: boolean;
  /** Service principals that AWS Organizations trusts → since when. */
  readonly trustedServices: Map<string, Instant>;
  features: readonly ('RootCredentialsManagement' | 'RootSessions')[];
  /** By id; the management account and this one are always among them. */
  readonly accounts: Map<string, OrganizationAccount>;
  readonly policies: Map<string, OrganizationPolicy>;
  /** Id of the root: `r-…`. */
  readonly rootId: string;
  /** By id: `ou-…`. */
  readonly units: Map<string, OrganizationalUnit>;
  /** Account → service principal → since when. */
  readonly delegates: Map<string, Map<string, Instant>>;
}

export interface OrganizationalUnit {
  readonly id: string;
  readonly name: string;
  /** Id of the unit or root it lies in. */
  readonly parent: string;
}

export interface OrganizationAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
  readonly joinedAt: Instant;
  readonly joinedBy: 'INVITED' | 'CREATED';
  /** Id of the unit or root it lies in. */
  readonly parent: string;
  /** What AssumeRoot finds. Of this account itself, what it was at the start. */
  readonly root: Root;
}

export type PolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'DECLARATIVE_POLICY_EC2';

export interface OrganizationPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly description: string;
  readonly awsManaged: boolean;
  /** Ids of accounts, units (`ou-…`) and the root (`r-…`). */
  targets: readonly string[];
}

/** An invitation or the like. */
export interface Handshake {
  readonly id: string;
  readonly action: 'INVITE' | 'ENABLE_ALL_FEATURES' | 'APPROVE_ALL_FEATURES';
  readonly state: 'REQUESTED' | 'OPEN' | 'CANCELED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED';
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  /** Of whom it comes. */
  readonly organization: string;
}

/** What this account is in its organization; a delegate of any service may ask about it. */
export function organizationRole(account: Account): 'none' | 'management' | 'delegate' | 'member' {
  const { organization, id } = account;
  if (organization === undefined) return 'none';
  if (organization.managementAccount === id) return 'management';
  return organization.delegatedForIam || organization.delegates.has(id) ? 'delegate' : 'member';
}
