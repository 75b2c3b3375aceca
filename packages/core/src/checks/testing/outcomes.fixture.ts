import type { Finding, Outcome } from '../../model/finding.ts';
import { type CheckSettings, defaultCheckSettings } from '../../model/settings.ts';
import type { Check } from '../check.ts';
import { runChecks } from '../run-checks.ts';
import { aSnapshot, type KnownParts, now } from './snapshot.fixture.ts';

export interface Situation {
  readonly settings?: Partial<CheckSettings>;
  readonly partition?: string;
}

export function findingsOf(
  check: Check,
  parts: KnownParts,
  { settings, partition = 'aws' }: Situation = {},
): readonly Finding[] {
  return runChecks({
    checks: [check],
    snapshot: aSnapshot(parts, partition),
    settings: { ...defaultCheckSettings, ...settings },
    now,
  });
}

/** Outcomes by the name of their subject: `alice`, `alice#key-1`, `root` for the account. */
export function outcomesOf(
  check: Check,
  parts: KnownParts,
  situation?: Situation,
): { readonly [subject: string]: Outcome } {
  return Object.fromEntries(
    findingsOf(check, parts, situation).map(({ id, outcome }) => [shortSubject(id), outcome]),
  );
}

/** What a check says of the account as a whole, in one finding. */
export function outcomeOf(check: Check, parts: KnownParts, situation?: Situation): Outcome {
  const [finding, ...others] = findingsOf(check, parts, situation);
  if (finding === undefined || others.length > 0) throw new Error(`${check.id}: not one finding`);
  return finding.outcome;
}

function shortSubject(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
}
