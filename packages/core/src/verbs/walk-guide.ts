import { runChecks } from '../checks/run-checks.ts';
import type { Guide } from '../guides/guide.ts';
import { checksForGuide, partsForGuide } from '../guides/guide-needs.ts';
import { type GuideWalk, type WalkGuideInput, walkGuide } from '../guides/walk-guide.ts';
import type { Finding } from '../model/finding.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import type { AccountPort } from './account-port.ts';
import { refuseRoot } from './refuse-root.ts';

type WalkOptions = Omit<WalkGuideInput, 'findings' | 'snapshot'>;

export interface GuideAccountInput extends WalkOptions {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly guide: Guide;
  /** Read as well, so that a plan can be made against the same snapshot. */
  readonly alsoRead?: readonly PartName[];
}

export interface GuideReport {
  readonly walk: GuideWalk;
  readonly findings: readonly Finding[];
  readonly snapshot: Snapshot;
}

/** Reads what the guide asks about and nothing else, runs its checks, and walks it. */
export async function guideAccount(input: GuideAccountInput): Promise<GuideReport> {
  const { port, guide, alsoRead = [], ...options } = input;
  refuseRoot(await port.identify());
  const { regions } = options.settings;
  const snapshot = await port.collect({
    parts: [...new Set([...partsForGuide(guide), ...alsoRead])],
    ...(regions.length > 0 && { regions }),
  });
  return guideSnapshot({ ...options, guide, snapshot });
}

/** Walks a guide over a snapshot that was taken before. */
export function guideSnapshot(
  input: WalkOptions & { readonly guide: Guide; readonly snapshot: Snapshot },
): GuideReport {
  const { guide, snapshot, ...options } = input;
  const { settings, now } = options;
  const findings = runChecks({ checks: checksForGuide(guide), snapshot, settings, now });
  return { walk: walkGuide(guide, { ...options, findings, snapshot }), findings, snapshot };
}
