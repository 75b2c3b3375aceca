import { bundledActionData } from '../actions/bundled-action-data.ts';
import type { AccessRequest } from '../evaluate/access-request.ts';
import type { PolicyType } from '../language/policy-kind.ts';
import type { PolicySource } from '../language/read-policy.ts';
import {
  type AccessLayers,
  type AccessModel,
  type CompareOptions,
  readModel,
  type UnreadablePolicy,
  UnreadablePolicyError,
} from './access-model.ts';
import type { StatementRef } from './box.ts';
import { type Budget, BudgetExceeded } from './budget.ts';
import { candidatesOf, compareModels } from './compare-model.ts';
import type { OldDecision } from './confirm-witness.ts';
import type { Piece } from './pieces.ts';
import type { PrincipalCandidate } from './principal-candidates.ts';
import { documentedReading, type Reading } from './reading.ts';
import { readingsOf } from './readings-of.ts';

/** Whether the new policies grant anything that the old ones do not. */
export type AccessComparison =
  | NoNewAccess
  | {
      readonly verdict: 'grants';
      /** A request that the new policies allow and the old ones do not; the evaluator agreed. */
      readonly witness: Witness;
      readonly dataDate: string;
    }
  /** To be treated as "grants". */
  | { readonly verdict: 'undecided'; readonly reason: UndecidedReason; readonly dataDate: string };

export interface NoNewAccess {
  readonly verdict: 'none';
  /** Per Allow statement of the new policies: the old statements it lies within. */
  readonly coverage: readonly Coverage[];
  readonly dataDate: string;
}

export interface Coverage {
  readonly statement: StatementRef;
  readonly coveredBy: readonly StatementRef[];
}

export interface Witness {
  readonly request: AccessRequest;
  /** The new statements that allow it: one of each layer. */
  readonly allowedBy: readonly StatementRef[];
  readonly oldDecision: OldDecision;
  /** Whether AWS knows the action. */
  readonly knownAction: boolean;
}

export type UndecidedReason =
  | { readonly kind: 'unreadable'; readonly policy: UnreadablePolicy }
  /** The search was given up. */
  | { readonly kind: 'budget'; readonly message: string }
  /** The policies differ in what policy variables, or several forms of one key, can be. */
  | {
      readonly kind: 'unproven';
      readonly statements: readonly StatementRef[];
      readonly message: string;
    }
  /** The answer is "none" only if AWS reads a corner of the language as its documentation says. */
  | {
      readonly kind: 'reading';
      readonly statements: readonly StatementRef[];
      readonly message: string;
    };

export interface CompareAccessOptions extends CompareOptions {
  /** Not needed for the comparison: what a document says tells. */
  readonly policyType?: PolicyType | undefined;
}

/** Steps a comparison may take: a second or two at the very most. Policies that IAM stores take a few thousand. */
export const defaultBudget = 400_000;

/**
 * Decides whether `next` grants anything that `old` does not: for every request, whoever makes it.
 * Each side is one document or several whose access adds up; moving a statement from one of them to
 * another grants nothing. Exact, but for policy variables and corners of the language that AWS does
 * not document: there the answer may be "undecided" where "none" would be true, never the reverse.
 * Never throws: a document that cannot be read gives "undecided".
 */
export function compareAccess(
  old: PolicySource | readonly PolicySource[],
  next: PolicySource | readonly PolicySource[],
  options?: CompareAccessOptions | null,
): AccessComparison {
  return compareEffectiveAccess(
    { layers: [sourcesOf(old)] },
    { layers: [sourcesOf(next)] },
    options,
  );
}

/** As `compareAccess`, for what policies of several layers allow together. */
export function compareEffectiveAccess(
  old: AccessLayers,
  next: AccessLayers,
  given?: CompareAccessOptions | null,
): AccessComparison {
  const options = given ?? {};
  const dataDate = (options.data ?? bundledActionData()).date;
  try {
    const models = { old: readModel(old, 'old'), next: readModel(next, 'new') };
    return { ...compareReadings(models, options), dataDate };
  } catch (error) {
    const reason = undecidedReason(error);
    if (reason === undefined) throw error;
    return { verdict: 'undecided', reason, dataDate };
  }
}

export function sourcesOf(
  sources: PolicySource | readonly PolicySource[],
): readonly PolicySource[] {
  return isList(sources) ? sources : [sources];
}

/** Why a comparison was given up; `undefined` for errors that are none of its own. */
export function undecidedReason(error: unknown): UndecidedReason | undefined {
  if (error instanceof UnreadablePolicyError)
    return { kind: 'unreadable', policy: error.unreadable };
  if (error instanceof BudgetExceeded) return { kind: 'budget', message: error.message };
  return undefined;
}

export interface Models {
  readonly old: AccessModel;
  readonly next: AccessModel;
}

type Verdict = DistributiveOmit<AccessComparison, 'dataDate'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function compareReadings(models: Models, options: CompareOptions): Verdict {
  const budget: Budget = { left: options.budget ?? defaultBudget };
  const readings = readingsOf([...models.old.layers, ...models.next.layers].flat());
  const candidates = candidatesOf(models.old, models.next, budget);
  const context = { ...options, spent: budget, candidates };
  const documented = compareReading(models, documentedReading, context);
  if (documented.verdict !== 'none') return documented;
  for (const reading of readings.slice(1)) {
    const other = compareReading(models, reading, context);
    if (other.verdict === 'none') continue;
    return {
      verdict: 'undecided',
      reason: {
        kind: 'reading',
        statements: other.verdict === 'grants' ? other.witness.allowedBy : [],
        message: describeReading(reading),
      },
    };
  }
  return documented;
}

interface ReadingContext extends CompareOptions {
  readonly spent: Budget;
  readonly candidates: readonly PrincipalCandidate[];
}

function compareReading(
  { old, next }: Models,
  reading: Reading,
  { spent, candidates, ...options }: ReadingContext,
): Verdict {
  const data = options.data ?? bundledActionData();
  const comparer = compareModels(old, next, { data, reading, budget: spent, candidates });
  const coverage = new Map<
    string,
    { statement: StatementRef; coveredBy: Map<string, StatementRef> }
  >();
  const open: StatementRef[] = [];
  for (const piece of comparer.pieces()) {
    const verdict = comparer.judge(piece);
    if (verdict.kind === 'grants') {
      const { request, old: oldDecision } = verdict;
      const knownAction = isKnown(request.action, data);
      return {
        verdict: 'grants',
        witness: { request, allowedBy: refsOf(piece), oldDecision, knownAction },
      };
    }
    if (verdict.kind === 'open') open.push(...refsOf(piece));
    else addCoverage(coverage, piece, verdict.coveredBy);
  }
  if (open.length > 0) {
    const message =
      'What policy variables stand for, or several forms of one condition key, leaves it open.';
    return {
      verdict: 'undecided',
      reason: { kind: 'unproven', statements: distinct(open), message },
    };
  }
  return {
    verdict: 'none',
    coverage: [...coverage.values()].map(({ statement, coveredBy }) => ({
      statement,
      coveredBy: [...coveredBy.values()],
    })),
  };
}

export function isKnown(action: string, data: NonNullable<CompareOptions['data']>): boolean {
  const [prefix = '', name = ''] = action.split(':');
  return data.service(prefix)?.action(name) !== undefined;
}

export function refsOf({ boxes }: Piece): readonly StatementRef[] {
  return boxes.map(({ statement }) => statement);
}

function addCoverage(
  coverage: Map<string, { statement: StatementRef; coveredBy: Map<string, StatementRef> }>,
  piece: Piece,
  coveredBy: readonly StatementRef[],
): void {
  for (const statement of refsOf(piece)) {
    const entry = coverage.get(keyOf(statement)) ?? { statement, coveredBy: new Map() };
    for (const one of coveredBy) entry.coveredBy.set(keyOf(one), one);
    coverage.set(keyOf(statement), entry);
  }
}

function distinct(statements: readonly StatementRef[]): readonly StatementRef[] {
  return [...new Map(statements.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ policy, statement }: StatementRef): string {
  return `${policy} ${statement}`;
}

function describeReading(reading: Reading): string {
  const notes = [
    reading.shortArns === 'glob' && 'a resource with fewer than six ARN fields is a plain pattern',
    reading.notPrincipal === 'lenient' && 'NotPrincipal spares whoever is listed by any name',
    reading.notPrincipal === 'strict' &&
      'NotPrincipal spares the session of a federated user only where that itself is listed',
    reading.principalWildcards !== 'patterns' &&
      'a wildcard within Principal is none where it limits access',
    reading.anyValueIfExists && 'ForAnyValue with IfExists is true of a missing key',
    reading.starArnValue === 'fails' && '"*" is no ARN pattern',
    reading.unclear === 'opaque' &&
      'a condition with a value of another form than its operator takes means something',
  ].filter((note) => note !== false);
  return `It would grant access if AWS took it that ${notes.join(' and that ')}.`;
}

function isList(
  sources: PolicySource | readonly PolicySource[],
): sources is readonly PolicySource[] {
  return Array.isArray(sources);
}
