import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { isOpen, standingOf } from '../standing.ts';
import { type RunIndex, runIndex } from './run-index.ts';

/** One of the runs that are compared: every finding of it, also what passed. */
export interface ComparedRun {
  readonly takenAt: Date;
  readonly findings: readonly ReportedFinding[];
}

export interface FindingChange {
  /** Missing where nothing was said of it before. */
  readonly before: ReportedFinding | undefined;
  readonly after: ReportedFinding;
}

/** What became of the findings that ask for something: failures, warnings and what is for a person. */
export interface RunComparison {
  readonly before: Date;
  readonly after: Date;
  /** Open now; before it passed, did not apply, or the subject was not there. */
  readonly new: readonly ReportedFinding[];
  /** As they were: open before; now it passes or does not apply. */
  readonly fixed: readonly ReportedFinding[];
  /** Open in both, with the same outcome and severity. */
  readonly stillOpen: readonly ReportedFinding[];
  /** Another outcome or severity, and all that cannot be called new or fixed: read in one run only, or
   *  excepted in one. */
  readonly changed: readonly FindingChange[];
  /** As they were: open before; the check ran again and its subject is not there any more. */
  readonly gone: readonly ReportedFinding[];
  /** Checks of only one of the runs; what they found is in none of the lists above. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/**
 * Compares two runs over one account by the ids of their findings. Nothing is called fixed or gone
 * because its check did not run, or could not read something; nothing is called new for that either.
 */
export function compareRuns(before: ComparedRun, after: ComparedRun): RunComparison {
  const [was, is] = [runIndex(before.findings), runIndex(after.findings)];
  const fates = [...new Set([...was.byId.keys(), ...is.byId.keys()])].flatMap(
    (id) => fateOf(id, was, is) ?? [],
  );
  return {
    before: before.takenAt,
    after: after.takenAt,
    new: fates.flatMap((fate) => (fate.kind === 'new' ? [fate.after] : [])),
    fixed: fates.flatMap((fate) => (fate.kind === 'fixed' ? [fate.before] : [])),
    stillOpen: fates.flatMap((fate) => (fate.kind === 'still-open' ? [fate.after] : [])),
    changed: fates.flatMap((fate) =>
      fate.kind === 'changed' ? [{ before: fate.before, after: fate.after }] : [],
    ),
    gone: fates.flatMap((fate) => (fate.kind === 'gone' ? [fate.before] : [])),
    onlyBefore: [...was.checks].filter((check) => !is.checks.has(check)),
    onlyAfter: [...is.checks].filter((check) => !was.checks.has(check)),
  };
}

type Fate =
  | { readonly kind: 'new' | 'still-open'; readonly after: ReportedFinding }
  | { readonly kind: 'fixed' | 'gone'; readonly before: ReportedFinding }
  | ({ readonly kind: 'changed' } & FindingChange);

function fateOf(id: string, was: RunIndex, is: RunIndex): Fate | undefined {
  const before = was.byId.get(id);
  const after = is.byId.get(id);
  if (before === undefined) return after && fateOfAppeared(after, was);
  if (after === undefined) return fateOfVanished(before, is);
  if (standingOf(before) === standingOf(after) && before.severity === after.severity)
    return isOpen(after) ? { kind: 'still-open', after } : undefined;
  if (isSettled(before) && isSettled(after)) return undefined;
  if (isSettled(before) && isOpen(after)) return { kind: 'new', after };
  if (isSettled(after) && standingOf(before) !== 'unknown') return { kind: 'fixed', before };
  return { kind: 'changed', before, after };
}

function fateOfAppeared(after: ReportedFinding, was: RunIndex): Fate | undefined {
  if (isSettled(after) || !was.checks.has(after.check)) return undefined;
  const hidden = was.unseen(after);
  if (isOpen(after) && hidden === undefined) return { kind: 'new', after };
  return { kind: 'changed', before: hidden, after };
}

function fateOfVanished(before: ReportedFinding, is: RunIndex): Fate | undefined {
  const known = isOpen(before) || standingOf(before) === 'excepted';
  if (!known || !is.checks.has(before.check)) return undefined;
  const hidden = is.unseen(before);
  return hidden === undefined
    ? { kind: 'gone', before }
    : { kind: 'changed', before, after: hidden };
}

function isSettled(finding: ReportedFinding): boolean {
  const standing = standingOf(finding);
  return standing === 'pass' || standing === 'not-applicable';
}
