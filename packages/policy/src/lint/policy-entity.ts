/** What a policy is attached to or passed with; it decides how long the policy may be. */
export type PolicyEntity =
  | 'managed-policy'
  | 'inline-user'
  | 'inline-group'
  | 'inline-role'
  | 'trust-policy'
  | 'session-policy'
  | 'service-control-policy'
  | 'resource-control-policy';

export interface EntityQuota {
  /** Characters that every account has. */
  readonly standard: number;
  /** Characters after a quota increase, at most. */
  readonly most: number;
  readonly countsSpace: boolean;
}

/**
 * Sources: IAM User Guide, "IAM and AWS STS quotas"; Organizations User Guide, "Quotas for AWS
 * Organizations". IAM does not count white space. Inline quotas are for all policies of an entity
 * together, so that one policy alone may not pass them either.
 */
export const entityQuotas: Readonly<Record<PolicyEntity, EntityQuota>> = {
  'managed-policy': { standard: 6_144, most: 6_144, countsSpace: false },
  'inline-user': { standard: 2_048, most: 2_048, countsSpace: false },
  'inline-group': { standard: 5_120, most: 5_120, countsSpace: false },
  'inline-role': { standard: 10_240, most: 10_240, countsSpace: false },
  'trust-policy': { standard: 2_048, most: 8_192, countsSpace: false },
  'session-policy': { standard: 2_048, most: 2_048, countsSpace: false },
  'service-control-policy': { standard: 10_240, most: 10_240, countsSpace: true },
  'resource-control-policy': { standard: 5_120, most: 5_120, countsSpace: true },
};
