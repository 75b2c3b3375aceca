import type { Statement } from '../language/policy.ts';
import { assemblePolicy, type PolicySource, readPolicy } from '../language/read-policy.ts';
import { type CompareAccessOptions, compareAccess } from './compare-access.ts';
import { hasWildcard } from './principal-pattern.ts';

/** A statement without which the policy grants the same. */
export interface IdleStatement {
  readonly statement: number;
  readonly sid: string | undefined;
  /**
   * `redundant`: other statements allow, or deny, all that it does. `shadowed`: an Allow of which
   * Deny statements leave nothing.
   */
  readonly kind: 'redundant' | 'shadowed';
}

/**
 * Statements that could be left out one at a time; of two equal ones both are named. A statement is
 * named only where that is certain: none of a policy with wildcards within its principals.
 * @throws PolicyFormatError
 */
export function findIdleStatements(
  source: PolicySource,
  options?: CompareAccessOptions | null,
): readonly IdleStatement[] {
  const { version, statements } = readPolicy(source);
  // A comparison takes them for patterns where they allow; this policy is nobody's reference.
  if (statements.some(hasPrincipalPattern)) return [];
  const grantsNothing = (old: readonly Statement[], next: readonly Statement[]) =>
    compareAccess(
      assemblePolicy({ version, statements: old }),
      assemblePolicy({ version, statements: next }),
      options,
    ).verdict === 'none';
  const denies = statements.filter(isDeny);
  return statements.flatMap((statement): readonly IdleStatement[] => {
    const { index, sid, effect } = statement;
    const others = statements.filter((other) => other !== statement);
    if (effect === 'Deny') {
      // A Deny also holds against other documents: it is idle only within the other Denies.
      const covered = grantsNothing(others.filter(isDeny).map(asAllow), [asAllow(statement)]);
      return covered ? [{ statement: index, sid, kind: 'redundant' }] : [];
    }
    if (grantsNothing([], [statement, ...denies]))
      return [{ statement: index, sid, kind: 'shadowed' }];
    return grantsNothing(others, statements) ? [{ statement: index, sid, kind: 'redundant' }] : [];
  });
}

function hasPrincipalPattern({ principal }: Statement): boolean {
  return principal?.principals.some((one) => !one.everyone && hasWildcard(one.value)) === true;
}

function isDeny({ effect }: Statement): boolean {
  return effect === 'Deny';
}

function asAllow(statement: Statement): Statement {
  return { ...statement, effect: 'Allow' };
}
