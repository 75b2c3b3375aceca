import type { LintCondition, LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { keysSetByAction, sourceKeys } from './curated-keys.ts';
import {
  appliesToAction,
  isAbout,
  isRestrictedBy,
  ruleOfStatements,
  testsOf,
} from './statement-queries.ts';

/**
 * MISSING_PAIRED_CONDITION_KEYS, DYNAMODB_ATTRIBUTES_WITHOUT_SELECT and
 * MISSING_ACTION_FOR_CONDITION_KEY: a key that means little without another key or an action.
 */
export const companionKeyRule: LintRule = ruleOfStatements((statement) => [
  ...unpairedVpcAddress(statement),
  ...unpairedSourceArn(statement),
  ...attributesWithoutSelect(statement),
  ...keysWithoutAction(statement),
]);

const vpcKeys = ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'];

/** Addresses in a VPC are unique only within it. */
function unpairedVpcAddress(statement: LintStatement): readonly RuleFinding[] {
  if (vpcKeys.some((key) => testsOf(statement, key).length > 0)) return [];
  return testsOf(statement, 'aws:VpcSourceIp').map((condition) =>
    unpaired(condition, 'aws:SourceVpc or aws:SourceVpce'),
  );
}

/** An ARN without an account, such as a bucket's, may come to belong to someone else. */
function unpairedSourceArn(statement: LintStatement): readonly RuleFinding[] {
  const others = sourceKeys.filter((key) => key !== 'aws:sourcearn');
  if (statement.effect !== 'Allow') return [];
  if (others.some((key) => testsOf(statement, key).length > 0)) return [];
  return testsOf(statement, 'aws:SourceArn')
    .filter(
      ({ operator, values }) =>
        operator?.negated === false && values.some(({ value }) => isWithoutAccount(value)),
    )
    .map((condition) => unpaired(condition, 'aws:SourceAccount'));
}

function isWithoutAccount(arn: string): boolean {
  const fields = arn.length > 2048 ? [] : arn.split(':');
  return fields.length >= 6 && fields[4] === '';
}

function unpaired({ key, keyPlace }: LintCondition, companions: string): RuleFinding {
  return {
    issueCode: 'MISSING_PAIRED_CONDITION_KEYS',
    details: `${key} alone allows too much. Add ${companions} to the same Condition.`,
    places: [keyPlace],
  };
}

/** Actions that return items; source: Service Authorization Reference, Amazon DynamoDB. */
const readActions = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:TransactGetItems',
];

function attributesWithoutSelect(statement: LintStatement): readonly RuleFinding[] {
  const attributes = testsOf(statement, 'dynamodb:Attributes');
  if (statement.effect !== 'Allow' || attributes.length === 0) return [];
  if (selectsAttributes(statement)) return [];
  if (!readActions.some((action) => appliesToAction(statement, action))) return [];
  return attributes.map(({ keyPlace }) => ({
    issueCode: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    details:
      'A read that names no attributes returns them all. Also require dynamodb:Select to be ' +
      'SPECIFIC_ATTRIBUTES.',
    places: [keyPlace],
  }));
}

function selectsAttributes({ conditions }: LintStatement): boolean {
  return conditions.some(
    (condition) =>
      isAbout(condition, 'dynamodb:Select') &&
      condition.operator?.comparison === 'StringEquals' &&
      !condition.operator.negated &&
      condition.values.length > 0 &&
      condition.values.every(({ value }) => value === 'SPECIFIC_ATTRIBUTES'),
  );
}

function keysWithoutAction(statement: LintStatement): readonly RuleFinding[] {
  const action = statement.elements.get('Action');
  if (statement.effect !== 'Allow' || action === undefined) return [];
  return keysSetByAction
    .filter((pair) => isRestrictedBy(statement, pair.key))
    .filter(() => appliesToAction(statement, 'sts:AssumeRole'))
    .filter((pair) => !appliesToAction(statement, pair.action))
    .map((pair) => ({
      issueCode: 'MISSING_ACTION_FOR_CONDITION_KEY',
      details: `${pair.key} can only be set with ${pair.action}. Add it to Action.`,
      places: [action.place, ...testsOf(statement, pair.key).map(({ keyPlace }) => keyPlace)],
    }));
}
