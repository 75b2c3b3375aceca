import type { LintCondition, LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { isPrincipalKey, sourceKeys } from './curated-keys.ts';
import { isAbout, ruleOfStatements } from './statement-queries.ts';

/**
 * RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY, …_SERVICE_PRINCIPAL_CONDITION_KEY and
 * RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: a resource control policy binds people and services
 * alike, so a condition that only one of them can meet has to be kept from the other.
 */
export const resourceControlRule: LintRule = ruleOfStatements((statement, { policyType }) => {
  if (policyType !== 'RESOURCE_CONTROL_POLICY' || statement.effect !== 'Deny') return [];
  const sparesServices = requiresService(statement, 'false');
  const sparesPeople = requiresService(statement, 'true');
  const checksPresence = ['aws:SourceAccount', 'aws:SourceArn'].some((key) =>
    statement.conditions.some((condition) => isPresenceCheck(condition, key)),
  );
  return statement.conditions.flatMap((condition) => {
    if (condition.operator?.comparison === 'Null') return [];
    if (isPrincipalKey(condition.key)) return sparesServices ? [] : [principalFinding(condition)];
    if (!sourceKeys.includes(condition.key.toLowerCase())) return [];
    return [
      ...(sparesPeople ? [] : [serviceFinding(condition)]),
      ...(checksPresence ? [] : [presenceFinding(condition)]),
    ];
  });
});

function requiresService({ conditions }: LintStatement, answer: string): boolean {
  return conditions.some(
    (condition) =>
      condition.operator?.comparison === 'Bool' &&
      isAbout(condition, 'aws:PrincipalIsAWSService') &&
      condition.values.length > 0 &&
      condition.values.every(({ value }) => value.toLowerCase() === answer),
  );
}

function isPresenceCheck(condition: LintCondition, key: string): boolean {
  return (
    condition.operator?.comparison === 'Null' &&
    isAbout(condition, key) &&
    condition.values.some(({ value }) => value.toLowerCase() === 'false')
  );
}

function principalFinding({ key, keyPlace }: LintCondition): RuleFinding {
  return {
    issueCode: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    details:
      `Service principals do not have ${key} and are denied too. ` +
      'Add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}.',
    places: [keyPlace],
  };
}

function serviceFinding({ key, keyPlace }: LintCondition): RuleFinding {
  return {
    issueCode: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    details:
      `Only service principals have ${key}; users and roles are denied too. ` +
      'Add "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}.',
    places: [keyPlace],
  };
}

function presenceFinding({ key, keyPlace }: LintCondition): RuleFinding {
  return {
    issueCode: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    details:
      `Some services act without ${key} and are denied too. Add "Null": {"aws:SourceAccount": ` +
      '"false"} or "Null": {"aws:SourceArn": "false"}.',
    places: [keyPlace],
  };
}
