import type { Instant } from './entities.ts';

export interface Instance {
  readonly id: string;
  readonly region: string;
  readonly state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';
  readonly launchedAt: Instant;
  readonly profileArn?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface AppRunnerService {
  readonly name: string;
  readonly id: string;
  readonly region: string;
  readonly status: 'RUNNING' | 'PAUSED' | 'CREATE_FAILED' | 'DELETE_FAILED' | 'DELETED';
  readonly createdAt: Instant;
}

/** A replication set of Incident Manager, known in each of its Regions. */
export interface ReplicationSet {
  readonly arn: string;
  readonly status: 'ACTIVE' | 'CREATING' | 'UPDATING' | 'DELETING' | 'FAILED';
  readonly deletionProtected: boolean;
  readonly regions: Readonly<Record<string, 'ACTIVE' | 'CREATING' | 'DELETING' | 'FAILED'>>;
  readonly createdAt: Instant;
}

/** What Proton keeps for the account in a Region; texts are empty where nothing is set. */
export interface ProtonSettings {
  readonly pipelineServiceRoleArn: string;
  readonly pipelineCodebuildRoleArn: string;
  readonly repository?: ProtonRepository | undefined;
}

export interface ProtonRepository {
  readonly name: string;
  readonly branch: string;
  readonly provider: 'GITHUB' | 'GITHUB_ENTERPRISE' | 'BITBUCKET';
}

export interface Stack {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly status: 'CREATE_COMPLETE' | 'UPDATE_COMPLETE' | 'ROLLBACK_COMPLETE' | 'DELETE_FAILED';
  readonly roleArn?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: Instant;
}

/** When a user, group or role last used a service; without an instant, never. */
export interface ServiceUse {
  readonly namespace: string;
  readonly at?: Instant | undefined;
}

/** Somebody's request to act in the account for a while. */
export interface DelegationRequest {
  readonly id: string;
  readonly state: 'UNASSIGNED' | 'ASSIGNED' | 'PENDING_APPROVAL' | 'ACCEPTED' | 'REJECTED';
  readonly requester: string;
  readonly createdAt: Instant;
}

/** Whether the account's principals can get web identity tokens for others. */
export interface OutboundFederation {
  readonly enabled: boolean;
  readonly issuer: string;
}
