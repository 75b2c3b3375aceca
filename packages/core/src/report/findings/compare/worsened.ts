import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { severities } from '../../../model/finding.ts';
import { standingOf } from '../standing.ts';
import type { FindingChange, RunComparison } from './compare-runs.ts';

/**
 * What is worse than in the run before: all that is new, and of what has changed what failed or
 * could not be read for the first time, or weighs more. Not what was open before, nor the checks
 * that did not run then.
 */
export function worsened(compared: RunComparison): readonly ReportedFinding[] {
  return [...compared.new, ...compared.changed.filter(isWorse).map(({ after }) => after)];
}

function isWorse({ before, after }: FindingChange): boolean {
  if (before === undefined) return true;
  const [was, is] = [standingOf(before), standingOf(after)];
  if (severities.indexOf(after.severity) > severities.indexOf(before.severity)) return true;
  // What failed and cannot be read now is no news; what nobody could read and fails is.
  return is === 'fail' ? was !== 'fail' : is === 'unknown' && was !== 'fail' && was !== 'unknown';
}
