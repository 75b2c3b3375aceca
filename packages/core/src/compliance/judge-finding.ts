import { findCheck } from '../checks/index.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Thresholds } from './framework.ts';
import { measured } from './measures.ts';
import { isStricter, listThresholds, type Threshold } from './thresholds.ts';

export interface OwnLimits {
  /** What the control itself asks for. */
  readonly own: Thresholds;
  /** With which the checks ran. */
  readonly settings: CheckSettings;
  /** The moment to which ages are measured. */
  readonly now: Date;
}

/**
 * What a finding says for one control. What passed under a stricter limit passes; what failed is
 * measured again by the control's own, and is `unknown` where the finding does not tell.
 */
export function judgeFinding(finding: Finding, { own, settings, now }: OwnLimits): Outcome {
  if (finding.outcome !== 'fail') return finding.outcome;
  const laxer = limitsOf(finding.check, own).find(({ setting, value }) =>
    isStricter(setting, { value: settings[setting], other: value }),
  );
  if (laxer === undefined) return 'fail';
  const { setting, value: limit } = laxer;
  const value = measured(finding, { setting, now });
  if (value === undefined) return 'unknown';
  // To be exactly at the limit is to keep it.
  return isStricter(setting, { value: limit, other: value }) ? 'fail' : 'pass';
}

/** The limits of a control that the check reads. */
function limitsOf(check: string, own: Thresholds): readonly Threshold[] {
  const read = findCheck(check)?.settings ?? [];
  return listThresholds(own).filter(({ setting }) => read.includes(setting));
}

/** A limit of the control that the team has loosened. */
export interface Loosened {
  readonly setting: keyof Thresholds;
  readonly wanted: number | boolean;
  readonly ran: number | boolean;
}

/** Limits of the control that were not held against the account, since the team set laxer ones. */
export function findLoosened({ own, settings }: Omit<OwnLimits, 'now'>): readonly Loosened[] {
  return listThresholds(own)
    .filter(({ setting, value }) => isStricter(setting, { value, other: settings[setting] }))
    .map(({ setting, value }) => ({ setting, wanted: value, ran: settings[setting] }));
}
