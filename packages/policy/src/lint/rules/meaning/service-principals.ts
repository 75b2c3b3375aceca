import type { LintDocument, LintStatement, PrincipalText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import {
  isPrincipalKey,
  keysIrrelevantToS3Policies,
  sourceKeys,
  sourceSubstitutes,
} from './curated-keys.ts';
import { principalsOfKind, ruleOfStatements } from './statement-queries.ts';

/**
 * RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL, RECOMMENDED_ and UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_
 * PRINCIPAL, IRRELEVANT_CONDITION_KEY_IN_POLICY: checks of policies that are said to be attached
 * to an S3 resource; other resource policies are not checked for them.
 */
export const servicePrincipalRule: LintRule = ruleOfStatements((statement, document) => {
  if (!isS3Policy(document)) return [];
  return [...irrelevantKeys(statement), ...servicePrincipalFindings(statement)];
});

function isS3Policy({ policyType, resourceType }: LintDocument): boolean {
  return policyType === 'RESOURCE_POLICY' && resourceType?.startsWith('AWS::S3') === true;
}

function irrelevantKeys({ conditions }: LintStatement): readonly RuleFinding[] {
  return conditions
    .filter(({ key }) => keysIrrelevantToS3Policies.has(key.toLowerCase()))
    .map(({ key, keyPlace }) => ({
      issueCode: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
      details: `${key} says nothing in the policy of the resource itself. Use it in identity policies.`,
      places: [keyPlace],
    }));
}

function servicePrincipalFindings(statement: LintStatement): readonly RuleFinding[] {
  const services = principalsOfKind(statement, 'Service');
  if (statement.effect !== 'Allow' || services.length === 0) return [];
  const unsupported = unsupportedKeys(statement, services);
  const keys = statement.conditions.map(({ key }) => key.toLowerCase());
  if (keys.some((key) => sourceKeys.includes(key))) return unsupported;
  const substitutes = statement.conditions.filter(({ key }) =>
    sourceSubstitutes.has(key.toLowerCase()),
  );
  if (substitutes.length === 0) return [...unsupported, unrestricted(services)];
  return [
    ...unsupported,
    ...substitutes.map(({ key, keyPlace }) => ({
      issueCode: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      details: `${recommended} restrict a service principal better than ${key}.`,
      places: [keyPlace],
    })),
  ];
}

const recommended = 'aws:SourceArn, aws:SourceAccount, aws:SourceOrgID and aws:SourceOrgPaths';

function unrestricted(services: readonly PrincipalText[]): RuleFinding {
  return {
    issueCode: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    details: `The service may act here on behalf of any account. ${recommended} say for whom it may act.`,
    places: services.map(({ place }) => place),
  };
}

/** Keys that a request of a service never carries, so that the statement never allows it. */
function unsupportedKeys(
  statement: LintStatement,
  services: readonly PrincipalText[],
): readonly RuleFinding[] {
  if (services.length < statement.principals.length) return [];
  const found = statement.conditions.filter(
    ({ key, operator }) =>
      isPrincipalKey(key) &&
      operator !== undefined &&
      !operator.ifExists &&
      !operator.negated &&
      operator.comparison !== 'Null',
  );
  if (found.length === 0) return [];
  const keys = [...new Set(found.map(({ key }) => key))].join(', ');
  return [
    {
      issueCode: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      details: `Requests of a service principal do not carry ${keys}.`,
      places: found.map(({ keyPlace }) => keyPlace),
    },
  ];
}
