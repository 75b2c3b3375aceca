import type { LintRule } from '../../lint-rule.ts';
import { anyValueRule } from './any-value-conditions.ts';
import { companionKeyRule } from './companion-keys.ts';
import { identifierValueRule } from './identifier-values.ts';
import { oidcTrustRule } from './oidc-trust.ts';
import { permissiveValueRule } from './permissive-values.ts';
import { resourceControlRule } from './resource-control-policies.ts';
import { roleGrantRule } from './role-grants.ts';
import { servicePrincipalRule } from './service-principals.ts';
import { sourceIpRule } from './source-ip.ts';
import { trustActionRule } from './trust-actions.ts';
import { weakConditionRule } from './weak-conditions.ts';

export { meaningStatuses } from './statuses.ts';

/** Rules about what a policy says, whose form and names are right. */
export const meaningRules: readonly LintRule[] = [
  trustActionRule,
  roleGrantRule,
  sourceIpRule,
  identifierValueRule,
  permissiveValueRule,
  anyValueRule,
  oidcTrustRule,
  servicePrincipalRule,
  companionKeyRule,
  weakConditionRule,
  resourceControlRule,
];
