import type { Policy, Statement } from '../language/policy.ts';
import type { NormalisedRequest } from './access-request.ts';
import { actionMatches } from './match-action.ts';
import { conditionHolds } from './match-condition.ts';
import type { MatchOptions } from './match-options.ts';
import { principalMatches } from './match-principal.ts';
import { resourceMatches } from './match-resource.ts';

/** A statement with what it takes to match it. */
export interface StatementQuestion {
  /** That of the statement's policy: variables have values in 2012-10-17 only. */
  readonly version: Policy['version'];
  readonly statement: Statement;
  readonly request: NormalisedRequest;
  readonly options?: MatchOptions | undefined;
}

/**
 * Whether a statement applies to the request: all its elements have to match, and all its
 * conditions have to hold. `explainMismatch` tells why one does not.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function matchStatement({
  version,
  statement,
  request,
  options = {},
}: StatementQuestion): boolean {
  const scope = { version, request, options };
  return (
    actionMatches(statement.action, request.action) &&
    resourceMatches(statement.resource, scope) &&
    principalMatches(statement, scope) &&
    statement.conditions.every((condition) => conditionHolds(condition, scope))
  );
}
