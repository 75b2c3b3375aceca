import type { LintRule } from '../../lint-rule.ts';
import { actionNameRule } from './action-names.ts';
import { conditionKeyNameRule } from './condition-key-names.ts';
import { conditionKeyTypeRule } from './condition-key-types.ts';
import { keyOfActionRule } from './keys-of-actions.ts';
import { regionValueRule } from './region-values.ts';
import { resourceArnFormatRule } from './resource-arn-formats.ts';
import { resourceControlServiceRule } from './resource-control-services.ts';
import { resourcePolicyScopeRule } from './resource-policy-scope.ts';
import { servicePrincipalFormatRule } from './service-principal-format.ts';
import { tagKeySupportRule } from './tag-key-support.ts';
import { vpceKeySupportRule } from './vpce-key-support.ts';

/** Rules that look up services, actions, resource types and condition keys. */
export const serviceRules: readonly LintRule[] = [
  actionNameRule,
  resourceControlServiceRule,
  resourcePolicyScopeRule,
  resourceArnFormatRule,
  conditionKeyNameRule,
  conditionKeyTypeRule,
  keyOfActionRule,
  tagKeySupportRule,
  vpceKeySupportRule,
  regionValueRule,
  servicePrincipalFormatRule,
];
