import type { ActionData } from '../../../actions/action-data.ts';
import { type MatchedAction, matchActions } from '../../../actions/match-actions.ts';
import { patternsMeet } from '../../../actions/patterns-meet.ts';
import type { LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { splitArn } from '../structure/split-arn.ts';

/** Services whose actions and resources are told apart reliably. */
const judged: ReadonlySet<string> = new Set(['dynamodb', 'iam', 'kms', 's3', 'sns', 'sqs']);

/**
 * RESOURCE_OF_NO_ACTION, a code of our own: an ARN of a service none of whose actions in the
 * statement works on such a resource (s3:GetObject on a bucket).
 */
export const resourceOfNoActionRule: LintRule = (document, data) =>
  document.statements.flatMap((statement) => inStatement(statement, data));

function inStatement(
  { actions, resources }: LintStatement,
  data: ActionData,
): readonly RuleFinding[] {
  if (actions.length === 0 || actions.some(({ negated }) => negated)) return [];
  if (actions.some(({ value }) => !/^[^*?]+:/.test(value))) return [];
  const arns = resources.filter(({ value, negated }) => !negated && isJudged(value));
  if (arns.length === 0) return [];
  const matched = actions.map(({ value }) => matchActions(value, data));
  // A name that is not known, or an action on no resource, may be meant for anything.
  if (matched.some((found) => found.length === 0)) return [];
  const formats = formatsOf(matched.flat());
  if (formats === undefined) return [];
  return arns
    .filter(({ value }) => {
      const fields = fieldsOf(value);
      return !formats.some((format) => arnsMeet(fields, format));
    })
    .map(({ value, place }) =>
      found('RESOURCE_OF_NO_ACTION', `No action of this statement works on ${value}.`, place),
    );
}

function isJudged(arn: string): boolean {
  const fields = splitArn(arn);
  return fields[0] === 'arn' && fields.length === 6 && judged.has(fields[2] ?? '');
}

/** Formats of ARNs that the actions work on; `undefined` where one works on `*` alone. */
function formatsOf(matched: readonly MatchedAction[]): readonly (readonly string[])[] | undefined {
  if (matched.some(({ action }) => action.resourceTypes.length === 0)) return undefined;
  const arns = matched.flatMap(({ service, action }) =>
    service.resourceTypes.filter(({ name }) => action.resourceTypes.includes(name)),
  );
  return [...new Set(arns.map(({ arn }) => arn))].map(fieldsOf);
}

/** Fields one, three and four have findings of their own; here the kind of resource counts. */
function arnsMeet(arn: readonly string[], format: readonly string[]): boolean {
  return [2, 5].every((index) => patternsMeet(arn[index] ?? '', format[index] ?? ''));
}

function fieldsOf(arn: string): readonly string[] {
  return splitArn(arn).map((field) => field.replace(/\$\{[^{}]*\}/g, '*'));
}
