import type { Check } from '../checks/check.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import type { AccountPort } from './account-port.ts';
import { refuseRoot } from './refuse-root.ts';

export interface CheckAccountInput {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  readonly now: Date;
  /** Parts that nothing of this needs, but what is done with the findings does: `partsForExceptions`. */
  readonly alsoRead?: readonly PartName[];
}

export interface CheckReport {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/** Reads what the checks need, and nothing else, and runs them. */
export async function checkAccount(input: CheckAccountInput): Promise<CheckReport> {
  const { port, checks, settings, now, alsoRead = [] } = input;
  refuseRoot(await port.identify());
  const { regions } = settings;
  const snapshot = await port.collect({
    parts: [...new Set([...partsForChecks(checks), ...alsoRead])],
    ...(regions.length > 0 && { regions }),
  });
  return { snapshot, findings: runChecks({ checks, snapshot, settings, now }) };
}

/** The parts that some of the checks needs or uses. */
export function partsForChecks(checks: readonly Check[]): readonly PartName[] {
  return [...new Set(checks.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))];
}
