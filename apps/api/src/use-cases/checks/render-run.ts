import type { Schema } from '@rolecall/contract';
import {
  type FindingsReport,
  findingsAsff,
  findingsCsv,
  findingsJson,
  findingsJunit,
  findingsMarkdown,
  findingsOcsf,
  findingsPage,
  findingsSarif,
  findProfile,
  renderComplianceMarkdown,
  reportCompliance,
} from '@rolecall/core';
import { findPartition } from '@rolecall/policy';
import { z } from 'zod';
import type { FinishedRun } from './finished-run.ts';
import { readGivenSettings } from './given-settings.ts';

/** Formats of a report by their media types; without a type of its own one is ours (RFC 6838, 3.2). */
export const reportTypes = {
  json: 'application/json',
  html: 'text/html',
  sarif: 'application/sarif+json',
  csv: 'text/csv',
  junit: 'application/xml',
  markdown: 'text/markdown',
  ocsf: 'application/vnd.rolecall.ocsf+json',
  asff: 'application/vnd.rolecall.asff+json',
} as const;

export type RunFormat = keyof typeof reportTypes;

const object = z.record(z.string(), z.unknown());

/** SARIF wants a file for what is wrong; of an account that is its manifest. */
const file = 'rolecall.yaml';

/** A run in a format: as text, or as the value that becomes JSON. */
export function renderRun(report: FindingsReport, finished: FinishedRun, format: RunFormat) {
  switch (format) {
    case 'json':
      return wholeReport(report, finished);
    case 'html':
      return findingsPage(report);
    case 'sarif':
      return object.parse(findingsSarif(report, { file }));
    case 'csv':
      return findingsCsv(report);
    case 'junit':
      return findingsJunit(report);
    case 'markdown':
      return [findingsMarkdown(report), ...complianceTable(report, finished)].join('\n');
    case 'ocsf':
      return z.array(object).parse(findingsOcsf(report));
    case 'asff': {
      const region = findPartition(report.partition)?.iamRegion ?? 'us-east-1';
      return z.array(object).parse(findingsAsff(report, { region }));
    }
    default:
      return format satisfies never;
  }
}

function wholeReport(
  report: FindingsReport,
  { report: { compliance, fresh } }: FinishedRun,
): Schema<'CheckReport'> {
  return { ...findingsJson(report), compliance, fresh };
}

function complianceTable(
  { findings, checkedAt }: FindingsReport,
  { run: { request } }: FinishedRun,
): readonly string[] {
  const profile = request.profile === null ? undefined : findProfile(request.profile);
  if (profile?.framework === undefined) return [];
  const explicit = readGivenSettings(request.settings);
  const compliance = reportCompliance({ profile, findings, explicit, now: checkedAt });
  return [`${renderComplianceMarkdown(compliance)}\n`];
}
