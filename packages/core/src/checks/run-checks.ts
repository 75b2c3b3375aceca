import type { Finding } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Check, type CheckContext, judgesReportedUsers, type Verdict } from './check.ts';
import { knownValues } from './known-values.ts';
import { missingParts, notReadable } from './not-readable.ts';
import { correctForGaps, findReportGaps } from './report-gaps.ts';

export interface RunChecksInput {
  readonly checks: readonly Check[];
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
  /** The moment to which ages are measured. */
  readonly now: Date;
}

/**
 * Runs every check over the snapshot. A check that lacks a part it needs, or that throws, gives
 * one `unknown` finding; one that has nothing to look at gives one `not-applicable`. So each check
 * is heard at least once.
 */
export function runChecks({ checks, snapshot, settings, now }: RunChecksInput): readonly Finding[] {
  const { account, partition } = snapshot.caller;
  const accountArn = `arn:${partition}:iam::${account}:root`;
  const context: CheckContext = { account, partition, accountArn, now, settings };
  return checks.flatMap((check) =>
    verdictsOf(check, snapshot, context).map((verdict) => toFinding(check, verdict)),
  );
}

function verdictsOf(check: Check, snapshot: Snapshot, context: CheckContext): readonly Verdict[] {
  const missing = missingParts(check.needs, snapshot.parts);
  if (missing.length > 0) return [notReadable(missing, context.accountArn)];
  try {
    const said = check.run(knownValues(snapshot.parts), context, snapshot.parts);
    const gaps = judgesReportedUsers(check) ? findReportGaps(snapshot.parts) : undefined;
    const verdicts = gaps === undefined ? said : correctForGaps(check, said, gaps);
    return verdicts.length > 0 ? verdicts : [nothingToCheck(check, context)];
  } catch (error) {
    return [crashed(error, context)];
  }
}

function nothingToCheck(check: Check, { accountArn }: CheckContext): Verdict {
  return {
    outcome: 'not-applicable',
    subject: accountArn,
    message:
      check.subject === 'account'
        ? 'There is nothing in the account that this is about.'
        : `There is no ${check.subject.replaceAll('-', ' ')} that this is about.`,
    remedy: '',
  };
}

function crashed(error: unknown, { accountArn }: CheckContext): Verdict {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    outcome: 'unknown',
    subject: accountArn,
    message: `The check itself failed: ${reason}`,
    evidence: { error: reason },
    remedy: 'This is a defect of Rolecall: please report it with the snapshot part it reads.',
  };
}

function toFinding(check: Check, verdict: Verdict): Finding {
  const { outcome, subject, message, key } = verdict;
  const settled = outcome === 'pass' || outcome === 'not-applicable';
  return {
    id: `${check.id}:${subject}${key === undefined ? '' : `#${key}`}`,
    check: check.id,
    severity: verdict.severity ?? check.severity,
    outcome,
    subject,
    message,
    evidence: verdict.evidence ?? {},
    remedy: verdict.remedy ?? (settled ? '' : check.remedy),
  };
}
