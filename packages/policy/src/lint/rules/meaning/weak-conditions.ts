import { trustPolicyType } from '../../../language/policy-kind.ts';
import type { LintDocument, LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { callerWrittenKeys } from './curated-keys.ts';
import { comparesStrings, ruleOfStatements, testsOf } from './statement-queries.ts';

/**
 * UNTRUSTWORTHY_CONDITION_KEY, S3_PREFIX_IN_NEGATIVE_CONTEXT and ALLOW_WITH_NOT_PRINCIPAL: what
 * looks like a restriction and is easily got round.
 */
export const weakConditionRule: LintRule = ruleOfStatements((statement, document) => [
  ...notPrincipal(statement, document),
  ...callerWritten(statement),
  ...excludedPrefixes(statement),
]);

function notPrincipal(
  { effect, elements }: LintStatement,
  { policyType, resourceType }: LintDocument,
): readonly RuleFinding[] {
  const element = elements.get('NotPrincipal');
  // Trust policies and other types refuse NotPrincipal altogether.
  if (policyType !== 'RESOURCE_POLICY' || resourceType === trustPolicyType) return [];
  if (effect !== 'Allow' || element === undefined) return [];
  return [
    {
      issueCode: 'ALLOW_WITH_NOT_PRINCIPAL',
      details:
        'Allow with NotPrincipal lets in everyone else, anonymous callers included. Use Principal.',
      places: [element.place],
    },
  ];
}

function callerWritten({ conditions }: LintStatement): readonly RuleFinding[] {
  return conditions
    .filter(
      ({ key, operator }) =>
        callerWrittenKeys.has(key.toLowerCase()) && operator?.comparison !== 'Null',
    )
    .map(({ key, keyPlace }) => ({
      issueCode: 'UNTRUSTWORTHY_CONDITION_KEY',
      details: `The caller writes the value of ${key}. Do not decide access by it.`,
      places: [keyPlace],
    }));
}

/** A listing of a shorter prefix shows the same objects and does not match. */
function excludedPrefixes(statement: LintStatement): readonly RuleFinding[] {
  if (statement.effect === undefined) return [];
  const excludes = statement.effect === 'Allow';
  return testsOf(statement, 's3:prefix')
    .filter((condition) => comparesStrings(condition) && condition.operator?.negated === excludes)
    .map(({ keyPlace }) => ({
      issueCode: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
      details:
        'A listing with a shorter s3:prefix shows the same objects and gets past this. Allow with ' +
        'StringLike, or Deny with StringNotLike.',
      places: [keyPlace],
    }));
}
