import type { ActionData, ActionEntry } from '../../../actions/action-data.ts';
import { keyPattern } from '../../../actions/condition-key-table.ts';
import { splitAction } from '../../../actions/match-actions.ts';
import type { LintCondition, LintStatement, PatternText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';

/**
 * Services whose keys AWS ties to single actions. For others (deadline, aws-marketplace, …) it
 * reports nothing although the reference says the same of them.
 */
export const strictServices: ReadonlySet<string> = new Set(['dynamodb', 'kms', 's3', 'sts']);

/** UNSUPPORTED_ACTION_FOR_CONDITION_KEY: named actions whose requests never carry the key. */
export const keyOfActionRule: LintRule = (document, data) =>
  document.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => unsupported(statement, condition, data)),
  );

function unsupported(
  { actions }: LintStatement,
  { key, operator, place }: LintCondition,
  data: ActionData,
): readonly RuleFinding[] {
  const service = serviceOfKey(key);
  if (operator === undefined || service === undefined) return [];
  if (data.globalKey(key) !== undefined) return [];
  const isKnown = data.service(service)?.conditionKey(key) !== undefined;
  if (!isKnown) return [];
  const lacking = actions.filter((action) => lacks(action, service, key, data));
  if (lacking.length === 0) return [];
  return [
    found(
      'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
      `Requests for ${lacking.map(({ value }) => value).join(', ')} never carry ${key}.`,
      ...lacking.map((action) => action.place),
      place,
    ),
  ];
}

/** Keys of identity providers belong to sts. */
function serviceOfKey(key: string): string | undefined {
  const prefix = splitAction(key.toLowerCase()).prefix;
  if (strictServices.has(prefix)) return prefix;
  return prefix === 'saml' || prefix.includes('.') ? 'sts' : undefined;
}

function lacks(
  { value, negated }: PatternText,
  service: string,
  key: string,
  data: ActionData,
): boolean {
  const { prefix, name } = splitAction(value);
  if (negated || prefix.toLowerCase() !== service || /[*?]/.test(value)) return false;
  const action = data.service(service)?.action(name);
  return action !== undefined && !takes(action, key);
}

/** Whether requests for the action may carry the key. */
export function takes({ conditionKeys }: ActionEntry, key: string): boolean {
  const lower = key.toLowerCase();
  return conditionKeys.some((known) => {
    const pattern = keyPattern(known);
    if (pattern === undefined) return known.toLowerCase() === lower;
    return lower.startsWith(pattern.before) && lower.endsWith(pattern.after);
  });
}
