import type { Policy } from '../language/policy.ts';
import { fieldCount } from './pattern.ts';
import { documentedReading, type Reading } from './reading.ts';
import { isUnclear } from './unclear-condition.ts';

/** The documented reading first, then others that read some statement of these policies differently. */
export function readingsOf(policies: readonly Policy[]): readonly Reading[] {
  const statements = policies.flatMap((policy) =>
    policy.statements.map((statement) => ({
      ...statement,
      variables: policy.version === '2012-10-17',
    })),
  );
  const readings: Reading[] = [documentedReading];
  const vary = (when: boolean, change: Partial<Reading>) => {
    if (when) readings.push(...readings.map((reading) => ({ ...reading, ...change })));
  };
  vary(
    statements.some(({ resource, variables }) =>
      resource?.patterns.some((text) => text !== '*' && fieldCount(text, variables) < 6),
    ),
    { shortArns: 'glob' },
  );
  vary(
    statements.some(({ effect, principal }) => effect === 'Deny' && principal?.negated === true),
    { notPrincipal: 'lenient' },
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
        ({ operator, values }) => operator.comparison.startsWith('Arn') && values.includes('*'),
      ),
    ),
    { starArnValue: 'fails' },
  );
  vary(
    statements.some((statement) =>
      statement.conditions.some((condition) => isUnclear(condition, statement)),
    ),
    { unclear: 'opaque' },
  );
  return readings;
}
