import type { CheckMetadata } from '../../checks/check.ts';
import type { ReportedFinding } from '../../exceptions/exception.ts';
import { exceptionChecks } from '../../exceptions/exception-checks.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { RunComparison } from './compare/compare-runs.ts';

/** A set of checks that somebody else's document asks for, e.g. a benchmark. */
export interface ReportedProfile {
  /** As on the command line, e.g. `cis-7.0`. */
  readonly id: string;
  readonly title: string;
  /** Check id → numbers of what it answers there. */
  readonly controls?: { readonly [check: string]: readonly string[] };
}

/** A chapter of the report: the checks that ran, in the order of reports. */
export interface ReportedArea {
  readonly title: string;
  readonly checks: readonly CheckMetadata[];
}

/** One run of checks over one account: all that the formats are made of. */
export interface FindingsReport {
  readonly account: string;
  readonly partition: string;
  /** ARN of who looked. */
  readonly caller: string;
  /** When the snapshot was taken. */
  readonly takenAt: Date;
  /** The moment to which ages are measured. */
  readonly checkedAt: Date;
  /** Where the credential report could be read: when AWS made it. */
  readonly credentialReportGeneratedAt: string | undefined;
  readonly findings: readonly ReportedFinding[];
  readonly areas: readonly ReportedArea[];
  readonly profile?: ReportedProfile;
  /** Where an earlier run is known. */
  readonly comparison?: RunComparison;
  /** Rolecall's own. */
  readonly version: string;
}

export interface FindingsReportInput {
  readonly snapshot: Snapshot;
  /** Those of `exceptFindings`, or of `runChecks`. */
  readonly findings: readonly ReportedFinding[];
  /** All chapters there are; what did not run is left out. */
  readonly groups: readonly ReportedArea[];
  readonly checkedAt: Date;
  readonly version: string;
  readonly profile?: ReportedProfile;
  readonly comparison?: RunComparison;
}

/** A report of a run. A check is in it if any finding is of it. */
export function findingsReport(input: FindingsReportInput): FindingsReport {
  const { snapshot, findings, groups, checkedAt, version, profile, comparison } = input;
  const ran = new Set(findings.map(({ check }) => check));
  const own = { title: 'Exceptions', checks: Object.values(exceptionChecks) };
  const generated = snapshot.parts.credentialReport;
  return {
    ...snapshot.caller,
    caller: snapshot.caller.arn,
    takenAt: new Date(snapshot.takenAt),
    checkedAt,
    credentialReportGeneratedAt:
      generated.status === 'known' ? generated.value.generatedAt : undefined,
    findings,
    areas: [...groups, own]
      .map(({ title, checks }) => ({ title, checks: checks.filter(({ id }) => ran.has(id)) }))
      .filter(({ checks }) => checks.length > 0),
    ...(profile && { profile }),
    ...(comparison && { comparison }),
    version,
  };
}

/** What reports say of a check, and its chapter; a check that is not among the areas has only an id. */
export interface CheckEntry {
  readonly area: string;
  readonly check: CheckMetadata | undefined;
}

export function checkEntries({
  areas,
}: Pick<FindingsReport, 'areas'>): ReadonlyMap<string, CheckEntry> {
  return new Map(
    areas.flatMap(({ title, checks }) => checks.map((check) => [check.id, { area: title, check }])),
  );
}

/** The controls of the profile that a check answers. */
export function controlsOf({ profile }: FindingsReport, check: string): readonly string[] {
  const controls = profile?.controls ?? {};
  return (Object.hasOwn(controls, check) ? controls[check] : undefined) ?? [];
}
