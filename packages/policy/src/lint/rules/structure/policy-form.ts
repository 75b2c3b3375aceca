import { trustPolicyType } from '../../../language/policy-kind.ts';
import type { LintTarget } from '../../lint-document.ts';

/** Trust policies are known by their resource type alone. */
export function isTrustPolicy({ policyType, resourceType }: LintTarget): boolean {
  return policyType === 'RESOURCE_POLICY' && resourceType === trustPolicyType;
}

/** Whether Principal names whom the policy is about, rather than being out of place or fixed. */
export function namesPrincipals({ policyType }: LintTarget): boolean {
  return policyType === 'RESOURCE_POLICY';
}

/** IAM and Organizations hold statement IDs to the grammar; other services are lenient. */
export function hasStrictSids(target: LintTarget): boolean {
  return target.policyType !== 'RESOURCE_POLICY' || isTrustPolicy(target);
}
