import type { ActionData } from '../../../actions/action-data.ts';
import { matchesSomeAction, matchServices, splitAction } from '../../../actions/match-actions.ts';
import { nearestName } from '../../../actions/nearest-name.ts';
import type { PatternText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { unlistedActions } from './observed-names.ts';

/** How many findings of a document look for a better name, which takes a while. */
const mostSuggestions = 50;

/** INVALID_ACTION and INVALID_SERVICE_IN_ACTION: names in Action and NotAction that nobody has. */
export const actionNameRule: LintRule = (document, data) => {
  const known = new Map<string, boolean>();
  let suggestions = 0;
  return document.statements.flatMap(({ actions }) =>
    actions.flatMap((action): readonly RuleFinding[] => {
      const { value } = action;
      if (isPassedOver(value)) return [];
      const exists = known.get(value) ?? (value.includes(':') && matchesSomeAction(value, data));
      known.set(value, exists);
      if (exists) return [];
      return [faultOf(action, data, suggestions++ < mostSuggestions)];
    }),
  );
};

/** Everything, what holds a variable, which is a fault of its own, and what no page lists. */
function isPassedOver(action: string): boolean {
  if (/^\*+$/.test(action) || action.includes('${')) return true;
  return unlistedActions.has(action.toLowerCase());
}

function faultOf({ value, place }: PatternText, data: ActionData, suggest: boolean): RuleFinding {
  const { prefix, name } = splitAction(value);
  if (!value.includes(':'))
    return found(
      'INVALID_ACTION',
      `"${value}" lacks the prefix of a service, as in s3:Get*.`,
      place,
    );
  const services = matchServices(prefix, data);
  const wild = /[*?]/.test(value);
  if (services.length === 0) {
    const nearest = suggest && !wild ? nearestName(prefix, data.services) : undefined;
    return found(
      'INVALID_SERVICE_IN_ACTION',
      `The service of ${value} does not exist.${nearest ? ` Perhaps ${nearest} is meant.` : ''}`,
      place,
    );
  }
  const names = suggest && !wild ? (services[0]?.actions ?? []) : [];
  const nearest = nearestName(
    name,
    names.map((action) => action.name),
  );
  const hint = nearest === undefined ? '' : ` Perhaps ${prefix}:${nearest} is meant.`;
  const details = wild ? `No action matches ${value}.` : `The action ${value} does not exist.`;
  return found('INVALID_ACTION', details + hint, place);
}
