import type { ConditionOperator } from '../language/condition-operator.ts';
import { patternParts } from '../language/pattern-text.ts';
import type { Condition, PatternElement, PrincipalEntry } from '../language/policy.ts';
import { actionMatches } from './match-action.ts';
import { conditionHolds } from './match-condition.ts';
import type { MatchScope } from './match-options.ts';
import { principalMatches } from './match-principal.ts';
import { resourceMatches } from './match-resource.ts';
import type { StatementQuestion } from './match-statement.ts';
import type { RequestPrincipal } from './request-principal.ts';

/** An element by which a statement does not apply, beside what the request had. */
export type StatementMismatch =
  | {
      readonly element: 'Action' | 'NotAction';
      readonly patterns: readonly string[];
      readonly requested: string;
    }
  | {
      readonly element: 'Resource' | 'NotResource';
      readonly patterns: readonly string[];
      readonly requested: string;
      /** Keys of variables, in lower case, that have no value: their patterns match nothing. */
      readonly unresolved: readonly string[];
    }
  | {
      readonly element: 'Principal' | 'NotPrincipal';
      readonly principals: readonly PrincipalEntry[];
      readonly requested: RequestPrincipal | undefined;
    }
  | {
      readonly element: 'Condition';
      readonly operator: ConditionOperator;
      /** As the policy writes it. */
      readonly key: string;
      readonly values: readonly string[];
      /** `undefined`: the request does not have the key. */
      readonly requested: readonly string[] | undefined;
      readonly unresolved: readonly string[];
    };

/** Every element by which the statement does not apply; empty when it does. */
export function explainMismatch({
  version,
  statement,
  request,
  options = {},
}: StatementQuestion): readonly StatementMismatch[] {
  const scope = { version, request, options };
  const { action, resource, principal, conditions } = statement;
  const mismatches: StatementMismatch[] = [];
  if (!actionMatches(action, request.action))
    mismatches.push({
      element: action.negated ? 'NotAction' : 'Action',
      patterns: action.patterns,
      requested: request.action,
    });
  if (resource !== undefined && !resourceMatches(resource, scope))
    mismatches.push(resourceMismatch(resource, scope));
  if (principal !== undefined && !principalMatches(statement, scope))
    mismatches.push({
      element: principal.negated ? 'NotPrincipal' : 'Principal',
      principals: principal.principals,
      requested: request.principal,
    });
  const failed = conditions.filter((condition) => !conditionHolds(condition, scope));
  return [...mismatches, ...failed.map((condition) => conditionMismatch(condition, scope))];
}

function resourceMismatch(element: PatternElement, scope: MatchScope): StatementMismatch {
  return {
    element: element.negated ? 'NotResource' : 'Resource',
    patterns: element.patterns,
    requested: scope.request.resource,
    unresolved: unresolvedKeys(element.patterns, scope),
  };
}

function conditionMismatch(condition: Condition, scope: MatchScope): StatementMismatch {
  const { operator, key, values } = condition;
  const takesVariables = /^(?:String|Arn)/.test(operator.comparison);
  return {
    element: 'Condition',
    operator,
    key,
    values,
    requested: scope.request.context.get(key.toLowerCase()),
    unresolved: takesVariables ? unresolvedKeys(values, scope) : [],
  };
}

function unresolvedKeys(
  patterns: readonly string[],
  { version, request }: MatchScope,
): readonly string[] {
  const keys = new Set<string>();
  for (const pattern of patterns)
    for (const part of patternParts(pattern, { variables: version === '2012-10-17' })) {
      if (part.kind !== 'variable') continue;
      const count = request.context.get(part.key)?.length ?? 0;
      if (count > 1 || (count === 0 && part.fallback === undefined)) keys.add(part.key);
    }
  return [...keys];
}
