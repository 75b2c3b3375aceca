import type { PolicySource } from '../language/read-policy.ts';

/**
 * The policies that have a say in one request. What is left out is not in force, except that
 * without an identity or resource policy nothing is granted.
 */
export interface PolicySet {
  /** The caller's own policies and those of the groups a user is in. */
  readonly identity?: readonly PolicySource[] | undefined;
  /** The policy attached to the resource: bucket, key, trust policy ... */
  readonly resource?: PolicySource | undefined;
  /** Twelve digits. Missing: the account field of the resource's ARN, where it has one. */
  readonly resourceAccount?: string | undefined;
  /** A role's trust policy and a KMS key policy have to allow by themselves. Default: `other`. */
  readonly resourceKind?: 'trust' | 'kms-key' | 'other' | undefined;
  /** The caller's permissions boundary. */
  readonly boundary?: PolicySource | undefined;
  /** The policies passed when the session was made; an empty list is none. */
  readonly session?: readonly PolicySource[] | undefined;
  /** Those of the caller's account, a list for each level: root, OUs, account. */
  readonly serviceControl?: readonly (readonly PolicySource[])[] | undefined;
  /** Those of the resource's account, a list for each level, `RCPFullAWSAccess` included. */
  readonly resourceControl?: readonly (readonly PolicySource[])[] | undefined;
  /** The caller is in the organisation's management account. */
  readonly managementAccount?: boolean | undefined;
  /** The caller is a service-linked role. */
  readonly serviceLinkedRole?: boolean | undefined;
  /** The policy of the VPC endpoint that the request passes through. */
  readonly vpcEndpoint?: PolicySource | undefined;
}

/** One of the places where policies are attached. */
export type Layer =
  | 'resourceControl'
  | 'serviceControl'
  | 'vpcEndpoint'
  | 'resource'
  | 'identity'
  | 'boundary'
  | 'session';
