import {
  type ComparedRun,
  type ComplianceReport,
  checkGroups,
  compareRuns,
  complianceJson,
  type Exception,
  exceptFindings,
  type FindingsReport,
  findingsJson,
  findingsMarkdown,
  findingsPage,
  findingsReport,
  findingsSarif,
  renderComplianceMarkdown,
  reportCompliance,
  reportedProfile,
} from '@rolecall/core';
import { version } from '../run/version.ts';
import type { Ran } from './run-checks-of.ts';

/** What a check run leaves beside the report that all modes share. */
export interface CheckDetails {
  readonly findings: FindingsReport;
  readonly compliance: ComplianceReport | undefined;
  /** Ids of findings that the exceptions of the pull request would excuse. */
  readonly wouldExcuse: readonly string[];
}

export interface DetailInput {
  readonly ran: Extract<Ran, { kind: 'ran' }>;
  readonly previous: ComparedRun | undefined;
  /** The day on which exceptions hold. */
  readonly now: Date;
}

export function checkDetails({ ran, previous, now }: DetailInput): CheckDetails {
  const { snapshot, findings: judged, exceptions, profile, explicit, checkedAt } = ran;
  const except = (by: readonly Exception[]) =>
    exceptFindings(judged, by, { now, snapshot }).findings;
  const findings = except(exceptions.holding);
  const excused = new Set(
    findings.filter(({ exception }) => exception !== undefined).map(({ id }) => id),
  );
  const comparison =
    previous && compareRuns(previous, { takenAt: new Date(snapshot.takenAt), findings });
  return {
    findings: findingsReport({
      ...{ snapshot, findings, checkedAt, version, groups: checkGroups },
      ...(profile && { profile: reportedProfile(profile) }),
      ...(comparison && { comparison }),
    }),
    compliance: profile && reportCompliance({ profile, findings, explicit, now: checkedAt }),
    wouldExcuse: except(exceptions.proposed ?? [])
      .filter(({ exception, id }) => exception !== undefined && !excused.has(id))
      .map(({ id }) => id),
  };
}

/** The part of the summary that only a check run has. */
export function detailsMarkdown({ findings, compliance, wouldExcuse }: CheckDetails): string {
  const shown = wouldExcuse.slice(0, mostExcused).map((id) => `- \`${id.replaceAll('`', '')}\``);
  const rest = wouldExcuse.length - shown.length;
  const excused =
    wouldExcuse.length === 0
      ? []
      : [
          '### What this change would excuse',
          'Exceptions hold once they are merged; in this run these count:',
          [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n'),
        ];
  const blocks = [
    ...excused,
    findingsMarkdown(findings, { budget: 700_000 }).trimEnd(),
    ...(compliance === undefined ? [] : [renderComplianceMarkdown(compliance)]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const mostExcused = 50;

export function detailsSarif({ findings }: CheckDetails, file: string): object {
  return findingsSarif(findings, { file });
}

export function detailsJson({ findings, compliance }: CheckDetails): object {
  return {
    ...findingsJson(findings),
    compliance: compliance === undefined ? null : complianceJson(compliance),
  };
}

export function detailsPage({ findings }: CheckDetails): string {
  return findingsPage(findings);
}
