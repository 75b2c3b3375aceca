import { policySize } from '@rolecall/policy';
import type { Diagnostic } from '../model/errors.ts';
import type { DesiredResource } from '../model/resource.ts';

type Quotas = { readonly [name: string]: number };

/**
 * IAM's limits where the account does not tell its own. Sizes are characters without white space.
 * Source: IAM and STS quotas, read 2026-11-20; GetAccountSummary has the account's, also raised ones.
 */
const defaults = {
  PolicySizeQuota: 6144,
  AssumeRolePolicySizeQuota: 2048,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10240,
  AttachedPoliciesPerRoleQuota: 10,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  GroupsPerUserQuota: 10,
} as const;

type Limit = keyof typeof defaults;

/** Whether what is declared fits into what IAM takes; each fault at its line. */
export function checkLimits(
  desired: readonly DesiredResource[],
  quotas: Quotas,
): readonly Diagnostic[] {
  return desired.flatMap((resource) =>
    measuresOf(resource).flatMap(({ what, limit, measured }) => {
      const most = quotas[limit] ?? defaults[limit];
      if (measured <= most) return [];
      return [tooMuch(resource, { what, measured, most })];
    }),
  );
}

interface Measure {
  readonly what: string;
  readonly limit: Limit;
  readonly measured: number;
}

function measuresOf(resource: DesiredResource): readonly Measure[] {
  switch (resource.type) {
    case 'role':
      return [
        {
          what: 'trust policy',
          limit: 'AssumeRolePolicySizeQuota',
          measured: policySize(resource.trust),
        },
        inline(resource, 'RolePolicySizeQuota'),
        attached(resource, 'AttachedPoliciesPerRoleQuota'),
      ];
    case 'user':
      return [
        inline(resource, 'UserPolicySizeQuota'),
        attached(resource, 'AttachedPoliciesPerUserQuota'),
        { what: 'groups', limit: 'GroupsPerUserQuota', measured: resource.groups.length },
      ];
    case 'group':
      return [
        inline(resource, 'GroupPolicySizeQuota'),
        attached(resource, 'AttachedPoliciesPerGroupQuota'),
      ];
    case 'policy':
      return [
        { what: 'policy', limit: 'PolicySizeQuota', measured: policySize(resource.document) },
      ];
    case 'account-alias':
    case 'instance-profile':
    case 'oidc-provider':
    case 'password-policy':
    case 'service-linked-role':
      return [];
    default:
      // Theirs are none of IAM's: each kind looks after its own.
      return [];
  }
}

function inline(
  { inlinePolicies }: Extract<DesiredResource, { inlinePolicies: unknown }>,
  limit: Limit,
): Measure {
  const sizes = Object.values(inlinePolicies).map(policySize);
  return { what: 'inline policies together', limit, measured: sizes.reduce((a, b) => a + b, 0) };
}

function attached(
  { managedPolicies }: Extract<DesiredResource, { managedPolicies: unknown }>,
  limit: Limit,
): Measure {
  return { what: 'attached policies', limit, measured: managedPolicies.length };
}

function tooMuch(
  resource: DesiredResource,
  {
    what,
    measured,
    most,
  }: { readonly what: string; readonly measured: number; readonly most: number },
): Diagnostic {
  const unit = /polic(y|ies together)$/.test(what) ? ' characters (white space not counted)' : '';
  return {
    code: 'QUOTA_EXCEEDED',
    message: `${resource.address}: ${what}: ${measured}${unit}; IAM takes ${most}.`,
    position: resource.position,
    hint:
      unit === ''
        ? 'Put several policies into one, or ask AWS for a higher quota.'
        : 'Split it into several policies, or use wildcards for related actions.',
  };
}
