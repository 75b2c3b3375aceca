import type { LintRule } from '../../lint-rule.ts';
import { conditionFormRules } from './condition-form.ts';
import { conditionValueRules } from './condition-values.ts';
import { checkDataTypes } from './data-types.ts';
import { checkDocumentForm } from './document-form.ts';
import { effectAndSidRules } from './effect-and-sid.ts';
import { elementRules } from './elements.ts';
import { emptyValueRules } from './empty-values.ts';
import { checkMissingElements } from './missing-elements.ts';
import { organizationPolicyRules } from './organization-policies.ts';
import { checkPolicySize } from './policy-size.ts';
import { principalRules } from './principals.ts';
import { checkRedundantPatterns } from './redundant-patterns.ts';
import { checkRedundantStatements } from './redundant-statements.ts';
import { checkResourceArns } from './resource-arns.ts';
import { checkTrustPolicy } from './trust-policy.ts';
import { variableRules } from './variables.ts';

/** Rules about the form of a document, which need no data of services. */
export const structureRules: readonly LintRule[] = [
  checkDocumentForm,
  checkPolicySize,
  checkDataTypes,
  ...elementRules,
  checkMissingElements,
  ...effectAndSidRules,
  ...principalRules,
  checkTrustPolicy,
  ...organizationPolicyRules,
  ...emptyValueRules,
  ...conditionFormRules,
  ...conditionValueRules,
  ...variableRules,
  checkResourceArns,
  checkRedundantPatterns,
  checkRedundantStatements,
];

/** Those that find warnings and suggestions only, in policies that IAM stores. */
export const lesserStructureRules: ReadonlySet<LintRule> = new Set([
  checkPolicySize,
  ...emptyValueRules,
  checkRedundantPatterns,
  checkRedundantStatements,
]);
