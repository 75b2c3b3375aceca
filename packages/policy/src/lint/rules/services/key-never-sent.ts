import type { ActionData } from '../../../actions/action-data.ts';
import { splitAction } from '../../../actions/match-actions.ts';
import type { LintCondition, LintStatement, PatternText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { strictServices, takes } from './keys-of-actions.ts';

/**
 * CONDITION_KEY_NEVER_SENT, a code of our own: no action of the statement comes with the key, so
 * that the condition is as good as written for a missing key. AWS reports it for a few services.
 */
export const keyNeverSentRule: LintRule = (document, data) =>
  document.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => neverSent(statement, condition, data)),
  );

function neverSent(
  { actions }: LintStatement,
  { key, operator, keyPlace }: LintCondition,
  data: ActionData,
): readonly RuleFinding[] {
  const prefix = splitAction(key.toLowerCase()).prefix;
  if (operator === undefined || operator.ifExists || operator.comparison === 'Null') return [];
  if (strictServices.has(prefix) || data.globalKey(key) !== undefined) return [];
  if (data.service(prefix)?.conditionKey(key) === undefined || actions.length === 0) return [];
  if (!actions.every((action) => isWithout(action, prefix, key, data))) return [];
  return [
    found(
      'CONDITION_KEY_NEVER_SENT',
      `None of the actions of this statement comes with ${key}.`,
      keyPlace,
    ),
  ];
}

/** Only named actions of the key's own service are judged. */
function isWithout(
  { value, negated }: PatternText,
  service: string,
  key: string,
  data: ActionData,
): boolean {
  const { prefix, name } = splitAction(value);
  if (negated || /[*?]/.test(value) || prefix.toLowerCase() !== service) return false;
  const action = data.service(service)?.action(name);
  return action !== undefined && !takes(action, key);
}
