import { findCheck } from '../checks/index.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import { checksOf } from './checks-of.ts';
import type { Automation, Control } from './framework.ts';
import { findLoosened, judgeFinding, type Loosened } from './judge-finding.ts';
import type { Profile } from './profiles.ts';

/** Worst first, and so what cannot be told comes before what a person has to tell. */
export const controlStatuses = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'] as const;
export type ControlStatus = (typeof controlStatuses)[number];

export interface ControlReport {
  readonly control: Control;
  readonly status: ControlStatus;
  /** Ids of the findings that decide, in the order of the findings. */
  readonly findings: readonly string[];
  /** What is left for a person, or why nothing can be told; empty where the findings say it all. */
  readonly words: readonly string[];
  /** Limits of the control that the team's own settings loosened. */
  readonly loosened: readonly Loosened[];
}

export interface ComplianceReport {
  readonly profile: Profile;
  /** In the order of the framework; none for our own profiles. */
  readonly controls: readonly ControlReport[];
}

export interface ComplianceInput {
  readonly profile: Profile;
  /** Of a run of what `checksOf` gives for the same profile and settings. */
  readonly findings: readonly Finding[];
  /** What the team sets itself. */
  readonly explicit?: Partial<CheckSettings>;
  /** The moment to which ages were measured. */
  readonly now: Date;
}

/**
 * What findings say of each control of a profile's framework. One failure fails it; then what is
 * unknown counts, a check that was not run included; then warnings and what checks do not see,
 * which are for a person. It passes only where all of it passed or does not apply.
 */
export function reportCompliance(input: ComplianceInput): ComplianceReport {
  const { profile, findings, explicit = {}, now } = input;
  const { settings } = checksOf(profile, explicit);
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  const run: Run = { byCheck, settings, now };
  const controls = profile.framework?.controls ?? [];
  return { profile, controls: controls.map((control) => reportControl(control, run)) };
}

interface Run {
  readonly byCheck: ReadonlyMap<string, readonly Finding[]>;
  readonly settings: CheckSettings;
  readonly now: Date;
}

function reportControl(control: Control, run: Run): ControlReport {
  const { automation } = control;
  const undecided = { control, findings: [], loosened: [] };
  switch (automation.kind) {
    case 'checks':
      return { control, ...judgeChecks(automation, run) };
    case 'manual':
      return { ...undecided, status: 'manual', words: [automation.words] };
    case 'not-automatable':
      return { ...undecided, status: 'manual', words: [automation.why] };
    case 'unmapped':
      return { ...undecided, status: 'unknown', words: [automation.why] };
    default:
      return automation satisfies never;
  }
}

type ByChecks = Extract<Automation, { readonly kind: 'checks' }>;

function judgeChecks(
  { checks, settings: own, remainder }: ByChecks,
  { byCheck, settings, now }: Run,
): Omit<ControlReport, 'control'> {
  const judged = checks
    .flatMap((check) => byCheck.get(check) ?? [])
    .map((finding) => ({
      id: finding.id,
      status: statusOf(judgeFinding(finding, { own, settings, now })),
    }));
  const unheard = checks.filter((check) => !byCheck.has(check));
  const found = new Set(judged.map((each) => each.status));
  if (unheard.length > 0) found.add('unknown');
  const applies = found.has('pass') || found.has('manual');
  if (remainder !== undefined && applies) found.add('manual');
  const status = controlStatuses.find((each) => found.has(each)) ?? 'unknown';
  return {
    status,
    findings: judged.filter((each) => each.status === status).map(({ id }) => id),
    words: [
      ...(status === 'unknown' ? unheard.map(notRun) : []),
      ...(status === 'manual' && remainder !== undefined ? [remainder] : []),
    ],
    loosened: findLoosened({ own, settings }),
  };
}

function notRun(check: string): string {
  return findCheck(check) === undefined
    ? `There is no check ${check} yet.`
    : `The check ${check} was not run.`;
}

function statusOf(outcome: Outcome): ControlStatus {
  return outcome === 'warn' ? 'manual' : outcome;
}
