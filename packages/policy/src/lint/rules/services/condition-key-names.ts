import type { ActionData } from '../../../actions/action-data.ts';
import { nearestName } from '../../../actions/nearest-name.ts';
import type { LintCondition } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { findConditionKey } from './find-condition-key.ts';

/**
 * Names of condition keys: INVALID_GLOBAL_CONDITION_KEY, UNSUPPORTED_GLOBAL_CONDITION_KEY,
 * INVALID_SERVICE_CONDITION_KEY, INVALID_SERVICE and MISSING_TAG_KEY_IN_CONDITION.
 */
export const conditionKeyNameRule: LintRule = (document, data) => {
  let suggestions = 0;
  const nearestOf = (key: string, service: string): string | undefined => {
    if (suggestions++ >= mostSuggestions) return undefined;
    const names = data.service(service)?.conditionKeys ?? [];
    return nearestName(
      key,
      names.map((known) => known.key),
    );
  };
  return document.statements.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => nameFault(condition, data, nearestOf)),
  );
};

/** How many findings of a document look for a better name, which takes a while. */
const mostSuggestions = 50;

function nameFault(
  { key, keyPlace }: LintCondition,
  data: ActionData,
  nearestOf: (key: string, service: string) => string | undefined,
): readonly RuleFinding[] {
  if (key.toLowerCase() === 'aws:arn')
    return [
      found(
        'UNSUPPORTED_GLOBAL_CONDITION_KEY',
        'aws:ARN is not sent; aws:PrincipalArn or aws:SourceArn is.',
        keyPlace,
      ),
    ];
  const looked = findConditionKey(key, data);
  if (looked.kind === 'unknown-service')
    return [found('INVALID_SERVICE', `The service "${looked.service}" does not exist.`, keyPlace)];
  if (looked.kind !== 'unknown-key') return [];
  const tagKey = tagKeyWithout(key, data);
  if (tagKey !== undefined)
    return [
      found(
        'MISSING_TAG_KEY_IN_CONDITION',
        `The name of a tag has to follow: ${tagKey}tag-key.`,
        keyPlace,
      ),
    ];
  if (looked.service === 'aws')
    return [found('INVALID_GLOBAL_CONDITION_KEY', `The key ${key} does not exist.`, keyPlace)];
  const nearest = nearestOf(key, looked.service);
  return [
    found(
      'INVALID_SERVICE_CONDITION_KEY',
      `The service ${looked.service} has no key ${key}.${nearest ? ` Perhaps ${nearest} is meant.` : ''}`,
      keyPlace,
    ),
  ];
}

/** `aws:ResourceTag/` for `aws:ResourceTag` and `aws:ResourceTag/`, where it takes a tag's name. */
function tagKeyWithout(key: string, data: ActionData): string | undefined {
  const name = key.endsWith('/') ? key : `${key}/`;
  if (!/tag\/$/i.test(name)) return undefined;
  return findConditionKey(`${name}x`, data).kind === 'known' ? name : undefined;
}
