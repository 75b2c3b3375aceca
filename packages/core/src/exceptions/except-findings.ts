import type { Finding } from '../model/finding.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import { type Exception, expiryOf, type ReportedFinding } from './exception.ts';
import { type ExceptionFault, faultFinding } from './exception-fault.ts';
import { coversCheck, type Match, matchException } from './match-exception.ts';
import { subjectTags, taggedParts } from './subject-tags.ts';

export interface ExceptFindingsContext {
  readonly now: Date;
  /** Its account, and the tags of its users, roles, policies and providers. */
  readonly snapshot: Pick<Snapshot, 'caller' | 'parts'>;
}

export interface Excepted {
  /** All that came in, in its order, then one for each fault. */
  readonly findings: readonly ReportedFinding[];
  readonly faults: readonly ExceptionFault[];
}

/**
 * Marks the findings that fall under an exception; none is taken away. What failed, is a warning or
 * is for a person can be excepted; what is unknown only where the exception says so. An exception
 * that has expired excepts nothing and is a failure of its own; one that has nothing to except is a
 * warning, unless its checks did not run or could not see.
 */
export function exceptFindings(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  { now, snapshot }: ExceptFindingsContext,
): Excepted {
  const tags = subjectTags(snapshot);
  const judged = exceptions.map((exception) => ({
    exception,
    isExpired: now.getTime() >= expiryOf(exception),
    matches: findings.map((finding) => matchException(exception, finding, tags)),
  }));
  const marked = findings.map((finding, index): ReportedFinding => {
    const holding = judged.find(
      ({ exception, isExpired, matches }) =>
        !isExpired && matches[index]?.kind === 'yes' && isExceptable(finding, exception),
    );
    if (holding === undefined) return finding;
    const { reason, owner, expires } = holding.exception;
    return { ...finding, exception: { reason, owner, expires } };
  });
  const faults = judged.flatMap((each) => faultOf(each, findings) ?? []);
  return {
    findings: [...marked, ...faults.map((fault) => faultFinding(fault, snapshot.caller))],
    faults,
  };
}

/** The parts of a snapshot without which the exceptions cannot be told: those that hold tags. */
export function partsForExceptions(exceptions: readonly Exception[]): readonly PartName[] {
  return exceptions.some(({ target }) => target.kind === 'tag') ? taggedParts : [];
}

function isExceptable({ outcome }: Finding, { evenUnknown }: Exception): boolean {
  switch (outcome) {
    case 'fail':
    case 'warn':
    case 'manual':
      return true;
    case 'unknown':
      return evenUnknown;
    case 'pass':
    case 'not-applicable':
      return false;
    default:
      return outcome satisfies never;
  }
}

interface Judged {
  readonly exception: Exception;
  readonly isExpired: boolean;
  readonly matches: readonly Match[];
}

function faultOf(
  { exception, isExpired, matches }: Judged,
  findings: readonly Finding[],
): ExceptionFault | undefined {
  if (isExpired) return { kind: 'expired', exception };
  const open = findings.map((finding, index) => ({ finding, match: matches[index] }));
  for (const { finding, match } of open)
    if (match?.kind === 'undecided' && isExceptable(finding, exception))
      return { kind: 'undecided', exception, reason: match.reason };
  const concerned = findings.filter(({ check }) => coversCheck(exception, check));
  const isBlind = concerned.some(({ outcome }) => outcome === 'unknown');
  const isUsed = open.some(
    ({ finding, match }) => match?.kind === 'yes' && isExceptable(finding, exception),
  );
  return concerned.length === 0 || isBlind || isUsed ? undefined : { kind: 'unused', exception };
}
