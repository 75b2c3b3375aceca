import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccessRequest,
  type NormalisedRequest,
  normaliseRequest,
} from '../../evaluate/access-request.ts';
import type { MatchOptions } from '../../evaluate/match-options.ts';
import { matchStatement } from '../../evaluate/match-statement.ts';
import type { Policy, Statement } from '../../language/policy.ts';
import { type PolicySource, readPolicy } from '../../language/read-policy.ts';
import { type AccessComparison, compareAccess } from '../compare-access.ts';
import { conditionGroups, isUnclear } from '../unclear-condition.ts';
import {
  arbitraryDocument,
  arbitraryStatement,
  type TestDocument,
  type TestStatement,
} from './policy-document.arbitrary.ts';
import { arbitraryPair, type PolicyPair } from './policy-pair.arbitrary.ts';
import { requestsNear } from './requests.fixture.ts';
import { testData } from './vocabulary.fixture.ts';

/** The same policies in every run of the tests; another seed explores others. */
const seed = Number(process.env.ROLECALL_SEED ?? 20261121);
const anything = { plain: false };
const pairs = arbitraryPair(anything);
const documents = arbitraryDocument(anything);
const place = fc.nat({ max: 11 });

export interface Effort {
  /** How many pairs of policies each law is held against; the first one gets twice as many. */
  readonly pairs: number;
  /** How many requests of each pair are put to the evaluator. */
  readonly requests: number;
}

/** No value is of another form than its operator takes, and no key is written twice. */
function isDocumented({ old, next }: PolicyPair): boolean {
  return [...old, ...next].every((source) => {
    const { version, statements } = readPolicy(source);
    const variables = version === '2012-10-17';
    return statements.every(
      ({ conditions }) =>
        conditions.every((condition) => !isUnclear(condition, { variables })) &&
        conditionGroups(conditions).length === conditions.length,
    );
  });
}

/** Comparer and evaluator share no code but the reader: each is held against the other. */
export function describeAccessLaws(effort: Effort): void {
  const parameters = { numRuns: effort.pairs, seed };

  describe('compareAccess, against the evaluator', () => {
    it('says "none" only where no request gains access, "grants" only with one that does', () => {
      fc.assert(
        fc.property(pairs, fc.integer(), (pair, drawn) => expectTrue(pair, drawn, effort.requests)),
        { ...parameters, numRuns: effort.pairs * 2 },
      );
    });

    it('is never undecided about documented forms without variables', () => {
      fc.assert(
        fc.property(arbitraryPair({ plain: true }), fc.integer(), (pair, drawn) => {
          if (isDocumented(pair)) expect(verdictOf(pair.old, pair.next)).not.toBe('undecided');
          expectTrue(pair, drawn, effort.requests / 2);
        }),
        parameters,
      );
    });
  });

  describe('the laws of comparison', () => {
    it('finds nothing new in the same policies, whatever their order', () => {
      fc.assert(
        fc.property(fc.array(documents, { maxLength: 3 }), (same) => {
          expect(verdictOf(same, same)).toBe('none');
          expect(verdictOf(same, same.map(reversed).toReversed())).toBe('none');
        }),
        parameters,
      );
    });

    it('gives the same verdict for reordered statements and lists', () => {
      fc.assert(
        fc.property(pairs, ({ old, next }) => {
          const verdict = verdictOf(old, next);
          expect(verdictOf(old.map(reversed), next.map(reversed))).toBe(verdict);
        }),
        parameters,
      );
    });

    it('is transitive', () => {
      fc.assert(
        fc.property(pairs, pairs, ({ old, next }, other) => {
          for (const [a, b, c] of [
            [old, next, [...next, ...other.next]],
            [[...old, ...next], old, next],
            [other.old, old, next],
          ] as const) {
            if (verdictOf(a, b) !== 'none' || verdictOf(b, c) !== 'none') continue;
            if (!limitsKeys([a, b], [a, c]) || !limitsKeys([b, c], [a, c])) continue;
            expect(verdictOf(a, c)).not.toBe('grants');
          }
        }),
        parameters,
      );
    });

    it('finds nothing new in fewer Allow or more Deny statements', () => {
      fc.assert(
        fc.property(pairs, arbitraryStatement(anything), place, (pair, extra, at) => {
          const { old, next } = pair;
          if (verdictOf(old, next) !== 'none') return;
          const denying = [...next, documentOf([{ ...extra, Effect: 'Deny' }])];
          if (limitsKeys([old, next], [denying]))
            expect(verdictOf(old, denying)).not.toBe('grants');
          const allowing = [...old, documentOf([{ ...extra, Effect: 'Allow' }])];
          if (limitsKeys([old, next], [allowing]))
            expect(verdictOf(allowing, next)).not.toBe('grants');
          expect(verdictOf(old, withoutAllow(next, at))).not.toBe('grants');
        }),
        parameters,
      );
    });

    it('finds nothing new when statements move between documents of a version', () => {
      fc.assert(
        fc.property(documents, documents, (one, other) => {
          const version = one.Version;
          const apart = [one, { ...other, ...(version && { Version: version }) }];
          const together = [{ ...one, Statement: [...other.Statement, ...one.Statement] }];
          expect(verdictOf(apart, together)).toBe('none');
          expect(verdictOf(together, apart)).toBe('none');
        }),
        parameters,
      );
    });

    it('keeps to its budget and answers the same again', () => {
      fc.assert(
        fc.property(pairs, fc.nat({ max: 200 }), ({ old, next }, budget) => {
          const first = compareAccess(old, next, { data: testData, budget });
          expect(compareAccess(old, next, { data: testData, budget })).toEqual(first);
          const full = verdictOf(old, next);
          if (first.verdict !== 'undecided') expect(first.verdict).toBe(full);
        }),
        parameters,
      );
    });
  });
}

function compare(old: readonly PolicySource[], next: readonly PolicySource[]): AccessComparison {
  return compareAccess(old, next, { data: testData });
}

function verdictOf(old: readonly PolicySource[], next: readonly PolicySource[]) {
  return compare(old, next).verdict;
}

/**
 * A key has several values where AWS, or a policy at hand, says so. An answer holds for others only
 * when these give no further key several values.
 */
function limitsKeys(
  known: readonly (readonly TestDocument[])[],
  others: readonly (readonly TestDocument[])[],
): boolean {
  const keys = new Set(qualifiedKeys(known.flat()));
  return qualifiedKeys(others.flat()).every((key) => keys.has(key));
}

function qualifiedKeys(documents: readonly TestDocument[]): readonly string[] {
  return documents.flatMap((document) =>
    readPolicy(document).statements.flatMap(({ conditions }) =>
      conditions.flatMap(({ operator, key }) => (operator.qualifier ? [key.toLowerCase()] : [])),
    ),
  );
}

/** How wildcards in principals are read, here and by the comparison: see `PrincipalReading`. */
type Wildcards = 'patterns' | 'literal' | 'worst';
type Reading = Omit<MatchOptions, 'principalWildcards'> & { readonly wildcards: Wildcards };

/** The readings that "none" has to hold in. */
const readings: readonly Reading[] = [
  { wildcards: 'patterns' },
  { wildcards: 'literal' },
  { wildcards: 'worst' },
  { wildcards: 'patterns', shortArns: 'glob' },
  { wildcards: 'patterns', notPrincipal: 'lenient' },
  { wildcards: 'patterns', notPrincipal: 'strict' },
  { wildcards: 'worst', notPrincipal: 'strict' },
  { wildcards: 'patterns', starArnValue: 'fails' },
  { wildcards: 'literal', shortArns: 'glob', notPrincipal: 'lenient', starArnValue: 'fails' },
];

function expectTrue(pair: PolicyPair, drawn: number, count: number): void {
  const policies = { old: pair.old.map(readPolicy), next: pair.next.map(readPolicy) };
  const answer = compare(policies.old, policies.next);
  if (answer.verdict === 'grants')
    expect(
      gains(policies, answer.witness.request, { wildcards: 'patterns' }),
      'the witness gains access',
    ).toBe(true);
  if (answer.verdict !== 'none') return;
  const possible = readings.filter(
    ({ wildcards }) => wildcards !== 'worst' || !sharesWildcards(policies),
  );
  const wild = [...wildEntries(policies.old), ...wildEntries(policies.next)].length > 0;
  for (const request of requestsNear(policies, { seed: drawn, count })) {
    if (wild && isPartlyKnown(request)) continue;
    if (!isPossiblePartition(request, policies)) continue;
    for (const reading of possible)
      if (gains(policies, request, reading))
        expect.unreachable(
          `"none", but it gains access: ${JSON.stringify([request, [...contextOf(request)], reading])}`,
        );
  }
}

/** Policies are of one partition: that of the ARNs in them, if there is but one. */
function isPossiblePartition({ principal }: AccessRequest, { old, next }: Policies): boolean {
  const named = [...old, ...next].flatMap(({ statements }) =>
    statements.flatMap(({ principal: element }) =>
      (element?.principals ?? []).flatMap((entry) =>
        entry.everyone ? [] : [...entry.value.matchAll(/^arn:([^:]*)/g)].map(([, found]) => found),
      ),
    ),
  );
  if (named.length === 0 || named.some((partition) => partition?.includes('*'))) return true;
  return [...JSON.stringify(principal ?? '').matchAll(/arn:([^:]*):|"partition":"([^"]*)"/g)].every(
    ([, inArn, given]) => named.includes(inArn ?? given),
  );
}

/** A session of unknown name is one that no entry lists; but a pattern can list them all. */
function isPartlyKnown({ principal }: AccessRequest): boolean {
  if (typeof principal !== 'object') return false;
  return (
    principal.kind === 'account' ||
    (principal.kind === 'role-session' && principal.sessionArn === undefined)
  );
}

interface Policies {
  readonly old: readonly Policy[];
  readonly next: readonly Policy[];
}

function gains({ old, next }: Policies, request: AccessRequest, reading: Reading): boolean {
  const normalised = normaliseRequest(request);
  return (
    isAllowed(next, normalised, { reading, side: 'new' }) &&
    !isAllowed(old, normalised, { reading, side: 'old' })
  );
}

function isAllowed(
  policies: readonly Policy[],
  request: NormalisedRequest,
  { reading, side }: { readonly reading: Reading; readonly side: 'old' | 'new' },
): boolean {
  const { wildcards, ...options } = reading;
  const effects = policies.flatMap(({ version, statements }) =>
    statements
      .filter((statement) => {
        const patterns = readsPatterns(statement, wildcards, side);
        const principalWildcards = patterns ? 'patterns' : 'literal';
        return matchStatement({
          version,
          statement,
          request,
          options: { ...options, principalWildcards },
        });
      })
      .map(({ effect }) => effect),
  );
  return effects.includes('Allow') && !effects.includes('Deny');
}

/** An old Allow always; in the worst case, what allows more now and less before. */
function readsPatterns(
  { effect, principal }: Statement,
  wildcards: Wildcards,
  side: 'old' | 'new',
): boolean {
  const negated = principal?.negated === true;
  if (wildcards === 'patterns' || (side === 'old' && effect === 'Allow' && !negated)) return true;
  if (wildcards === 'literal') return false;
  return side === 'new'
    ? (effect === 'Allow' && !negated) || (effect === 'Deny' && negated)
    : (effect === 'Allow' && negated) || (effect === 'Deny' && !negated);
}

/** The same entry cannot be read in two ways. */
function sharesWildcards({ old, next }: Policies): boolean {
  const before = new Set(wildEntries(old));
  return wildEntries(next).some((entry) => before.has(entry));
}

function wildEntries(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap(({ statements }) =>
    statements.flatMap(({ principal }) =>
      (principal?.principals ?? []).flatMap((entry) =>
        entry.everyone || !/[*?]/.test(entry.value) ? [] : [`${entry.kind} ${entry.value}`],
      ),
    ),
  );
}

function contextOf(request: AccessRequest) {
  return normaliseRequest(request).context;
}

function documentOf(statements: readonly TestStatement[]): TestDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** Statements and lists the other way round, some of them twice. */
function reversed(document: TestDocument): TestDocument {
  return {
    ...document,
    Statement: document.Statement.toReversed().map((statement) => ({
      ...statement,
      ...Object.fromEntries(
        Object.entries(statement).map(([name, value]) => [
          name,
          Array.isArray(value) ? [...value.toReversed(), ...value.slice(0, 1)] : value,
        ]),
      ),
    })),
  };
}

function withoutAllow(sides: readonly TestDocument[], at: number): readonly TestDocument[] {
  return sides.map((document) => {
    const allows = document.Statement.filter(({ Effect }) => Effect === 'Allow');
    const dropped = allows[at % Math.max(allows.length, 1)];
    return { ...document, Statement: document.Statement.filter((one) => one !== dropped) };
  });
}
