import type { Policy } from '../language/policy.ts';
import { fieldCount, isStars } from './pattern.ts';
import { hasWildcard } from './principal-pattern.ts';
import { documentedReading, type Reading } from './reading.ts';
import { conditionGroups, isUnclear } from './unclear-condition.ts';

/** The documented reading first, then others that read some statement of these policies differently. */
export function readingsOf(policies: readonly Policy[]): readonly Reading[] {
  const statements = policies.flatMap((policy) =>
    policy.statements.map((statement) => ({
      ...statement,
      variables: policy.version === '2012-10-17',
    })),
  );
  const readings: Reading[] = [documentedReading];
  const vary = (when: boolean, ...changes: readonly Partial<Reading>[]) => {
    const before = [...readings];
    if (when)
      for (const change of changes)
        readings.push(...before.map((reading) => ({ ...reading, ...change })));
  };
  vary(
    statements.some(({ resource, variables }) =>
      resource?.patterns.some((text) => !isStars(text) && fieldCount(text, variables) < 6),
    ),
    { shortArns: 'glob' },
  );
  vary(
    statements.some(({ effect, principal }) => effect === 'Deny' && principal?.negated === true),
    { notPrincipal: 'lenient' },
    { notPrincipal: 'strict' },
  );
  vary(
    statements.some(({ principal }) =>
      principal?.principals.some((entry) => !entry.everyone && hasWildcard(entry.value)),
    ),
    { principalWildcards: 'strict' },
    { principalWildcards: 'strict-literal' },
  );
  vary(
    statements.some(({ conditions }) =>
      conditions.some(({ operator }) => operator.qualifier === 'ForAnyValue' && operator.ifExists),
    ),
    { anyValueIfExists: true },
  );
  vary(
    statements.some(({ conditions }) =>
      conditions.some(
        ({ operator, values }) => operator.comparison.startsWith('Arn') && values.some(isStars),
      ),
    ),
    { starArnValue: 'fails' },
  );
  vary(
    statements.some(
      (statement) =>
        statement.conditions.some((condition) => isUnclear(condition, statement)) ||
        conditionGroups(statement.conditions).length < statement.conditions.length,
    ),
    { unclear: 'opaque' },
  );
  return readings;
}
