import type { LintDocument, LintStatement } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from './each-statement.ts';
import { isTrustPolicy } from './policy-form.ts';

/** Elements that a statement of this kind of policy has to have. */
export const checkMissingElements = eachStatement((statement, document) => [
  ...effectFindings(statement),
  ...actionFindings(statement),
  ...principalFindings(statement, document),
  ...resourceFindings(statement, document),
]);

function effectFindings({ elements, place }: LintStatement): readonly RuleFinding[] {
  if (elements.has('Effect')) return [];
  return [found('MISSING_EFFECT', 'The statement has no Effect.', place)];
}

function actionFindings({ elements, place }: LintStatement): readonly RuleFinding[] {
  if (elements.has('Action') || elements.has('NotAction')) return [];
  return [found('MISSING_ACTION', 'The statement has neither Action nor NotAction.', place)];
}

function principalFindings(
  { elements, place }: LintStatement,
  { policyType }: LintDocument,
): readonly RuleFinding[] {
  const takesPrincipal =
    policyType === 'RESOURCE_POLICY' || policyType === 'RESOURCE_CONTROL_POLICY';
  if (!takesPrincipal || elements.has('Principal') || elements.has('NotPrincipal')) return [];
  return [found('MISSING_PRINCIPAL', 'The statement does not say whom it is about.', place)];
}

/** A trust policy sent without its resource type gets this finding from AWS, too. */
function resourceFindings(
  { elements, place }: LintStatement,
  document: LintDocument,
): readonly RuleFinding[] {
  if (isTrustPolicy(document) || elements.has('Resource') || elements.has('NotResource')) return [];
  return [found('MISSING_RESOURCE', 'The statement has neither Resource nor NotResource.', place)];
}
