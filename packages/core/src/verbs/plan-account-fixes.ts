import type { Json } from '@rolecall/policy';
import { accessPartNames } from '../fixes/access-guard.ts';
import type { FixPlan } from '../fixes/fix-plan.ts';
import { targetKey } from '../fixes/fix-target.ts';
import { lookupsFor } from '../fixes/lookups-for.ts';
import { chooseFindings, type FixChoice, planFixes } from '../fixes/plan-fixes.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import type { FixPort } from './fix-port.ts';

/** What a snapshot needs beside what the checks read, so that fixes can be planned from it. */
export const partsForFixes: readonly PartName[] = [
  ...accessPartNames,
  'passwordPolicy',
  'oidcProviders',
  'organization',
];

export interface PlanAccountFixesInput {
  /** Left out for a snapshot that is kept: what has to be looked up is then for a person. */
  readonly port?: Pick<FixPort, 'read'> | undefined;
  readonly findings: readonly Finding[];
  readonly choice: FixChoice;
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
}

/** Looks up what the chosen findings need, and plans. */
export async function planAccountFixes(input: PlanAccountFixesInput): Promise<FixPlan> {
  const { port, findings, choice, snapshot, settings } = input;
  const details = new Map<string, Json>();
  if (port !== undefined) {
    for (const lookup of lookupsFor(chooseFindings(findings, choice))) {
      details.set(targetKey(lookup), await port.read(lookup));
    }
  }
  const { partition } = snapshot.caller;
  return planFixes(findings, choice, { snapshot, settings, partition, details });
}
