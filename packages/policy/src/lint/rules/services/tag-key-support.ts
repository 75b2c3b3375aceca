import type { ActionData, ActionEntry } from '../../../actions/action-data.ts';
import { matchActions, splitAction } from '../../../actions/match-actions.ts';
import type { LintCondition, LintStatement, PatternText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { takes } from './keys-of-actions.ts';

/**
 * ALLOW_WITH_… and DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE and their NOTACTION forms:
 * aws:ResourceTag with actions on resources without tags, where the condition never holds.
 */
export const tagKeySupportRule: LintRule = (document, data) =>
  document.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => tagFault(statement, condition, data)),
  );

function tagFault(
  statement: LintStatement,
  condition: LintCondition,
  data: ActionData,
): readonly RuleFinding[] {
  const { key, keyPlace, operator } = condition;
  const { effect, actions } = statement;
  if (!/^aws:resourcetag\/./i.test(key) || effect === undefined) return [];
  // The negated and …IfExists forms hold where the key is missing, and so does Null: true.
  if (operator === undefined || operator.negated || operator.ifExists) return [];
  if (operator.comparison === 'Null') return [];
  const verb = effect === 'Allow' ? 'ALLOW' : 'DENY';
  const holds = effect === 'Allow' ? 'allowed' : 'denied';
  if (actions.some(({ negated }) => negated))
    return [
      found(
        `${verb}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
        `Actions whose resources have no ${key} are not ${holds}; list actions in Action.`,
        keyPlace,
      ),
    ];
  const lacking = actions.filter((action) => lacksTags(action, key, data));
  if (lacking.length === 0) return [];
  const prefixes = [...new Set(lacking.map(({ value }) => splitAction(value).prefix))].sort();
  return [
    found(
      `${verb}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
      `${key} is never sent with some actions of ${prefixes.join(', ')}; they are not ${holds}.`,
      ...lacking.map(({ place }) => place),
      keyPlace,
    ),
  ];
}

/** Whether none of the actions that the pattern matches, and at least one, takes the tag. */
function lacksTags({ value }: PatternText, key: string, data: ActionData): boolean {
  const { prefix, name } = splitAction(value);
  if (/[*?]/.test(prefix)) return false;
  if (/[*?]/.test(name)) {
    const matched = matchActions(value, data);
    return matched.length > 0 && matched.every(({ action }) => !mayTake(action, key));
  }
  const action = data.service(prefix)?.action(name);
  return action !== undefined && !mayTake(action, key);
}

/** AWS reports nothing for actions that tag what they create, although it has no tags before. */
function mayTake(action: ActionEntry, key: string): boolean {
  return takes(action, key) || takes(action, 'aws:RequestTag/any');
}
