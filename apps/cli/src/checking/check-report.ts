import {
  type ComplianceReport,
  checkGroups,
  complianceJson,
  type FindingsReport,
  findingsJson,
  findingsReport,
  type Refreshed,
  reportCompliance,
  reportedProfile,
} from '@rolecall/core';
import { version } from '../version.ts';
import type { Checked } from './run-check.ts';

/** One run in the two shapes that all reports are made of. */
export interface CheckReports {
  readonly report: FindingsReport;
  readonly compliance: ComplianceReport | undefined;
  readonly refreshed: Refreshed | undefined;
}

export function checkReports(checked: Checked): CheckReports {
  const { snapshot, checkedAt, findings, profile, explicit, comparison, refreshed } = checked;
  return {
    report: findingsReport({
      snapshot,
      findings,
      groups: checkGroups,
      checkedAt,
      version,
      ...(profile && { profile: reportedProfile(profile) }),
      ...(comparison && { comparison }),
    }),
    compliance: profile && reportCompliance({ profile, findings, explicit, now: checkedAt }),
    refreshed,
  };
}

/** All of it as one value; a later run is compared with it. */
export function checkJson({ report, compliance, refreshed }: CheckReports): object {
  return {
    ...findingsJson(report),
    compliance: compliance === undefined ? null : complianceJson(compliance),
    ...(refreshed && {
      fresh: {
        users: refreshed.users,
        root: refreshed.root,
        changed: refreshed.changed.map(({ before, after }) => ({
          before: before ?? null,
          after: after ?? null,
        })),
        confirmed: refreshed.confirmed,
        notes: refreshed.notes,
      },
    }),
  };
}
