import { splitAction } from '../../../actions/match-actions.ts';
import type { LintRule } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';

/**
 * RCP_SYNTAX_ERROR_ACTION: a resource control policy denies actions of certain services only. `*` is
 * left to the statement that allows everything, which every organization has.
 */
export const resourceControlServiceRule: LintRule = (document, data) => {
  if (document.policyType !== 'RESOURCE_CONTROL_POLICY') return [];
  return document.statements.flatMap(({ effect, actions }) =>
    actions.flatMap(({ value, negated, place }) => {
      if (negated || (effect === 'Allow' && value === '*')) return [];
      const { prefix } = splitAction(value);
      const service = data.service(prefix);
      // A service that does not exist has a finding of its own.
      if (service === undefined && !/[*?]/.test(prefix)) return [];
      if (service?.supportsResourceControl === true) return [];
      return [
        found(
          'RCP_SYNTAX_ERROR_ACTION',
          `Resource control policies do not bind the services of ${value}.`,
          place,
        ),
      ];
    }),
  );
};
