import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { FindingsReport } from '../findings-report.ts';
import { standingOf } from '../standing.ts';
import { type XmlElement, xmlLines } from './xml-text.ts';

/**
 * JUnit XML: a suite for each area, a test case for each finding, with the check as its class. A
 * failure fails, what is unknown is an error; what is for a person, does not apply or is excepted is
 * skipped. A warning passes and stands in the output of its suite.
 * Source: the XML Schema of Ant's JUnitReport task (Windy Road Technology, JUnit.xsd).
 */
export function findingsJunit(report: FindingsReport): string {
  const known = new Set(report.areas.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const areas = [
    ...report.areas.map(({ title, checks }) => ({
      title,
      findings: report.findings.filter(({ check }) => checks.some(({ id }) => id === check)),
    })),
    { title: 'Others', findings: report.findings.filter(({ check }) => !known.has(check)) },
  ].filter(({ findings }) => findings.length > 0);
  const suites = areas.map(({ title, findings }, id) => suiteOf({ id, title, findings, report }));
  const root: XmlElement = { name: 'testsuites', children: suites };
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...xmlLines(root)].join('\n')}\n`;
}

interface Suite {
  readonly id: number;
  readonly title: string;
  readonly findings: readonly ReportedFinding[];
  readonly report: FindingsReport;
}

function suiteOf({ id, title, findings, report }: Suite): XmlElement {
  const of = (kinds: readonly string[]) =>
    findings.filter((finding) => kinds.includes(resultOf(finding).name)).length;
  const warnings = findings.filter((finding) => standingOf(finding) === 'warn');
  const { profile, account } = report;
  const properties = { account, caller: report.caller, profile: profile?.id ?? '' };
  return {
    name: 'testsuite',
    attributes: {
      id,
      package: 'rolecall',
      name: title,
      // The schema takes no time zone.
      timestamp: report.takenAt.toISOString().slice(0, 19),
      hostname: account,
      tests: findings.length,
      failures: of(['failure']),
      errors: of(['error']),
      skipped: of(['skipped']),
      time: 0,
    },
    children: [
      {
        name: 'properties',
        children: Object.entries(properties)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
      },
      ...findings.map(caseOf),
      {
        name: 'system-out',
        children: [warnings.map(({ check, message }) => `${check}: ${message}`).join('\n')],
      },
      { name: 'system-err', children: [''] },
    ],
  };
}

function caseOf(finding: ReportedFinding): XmlElement {
  const { id, check } = finding;
  const result = resultOf(finding);
  return {
    name: 'testcase',
    attributes: { classname: check, name: id.slice(check.length + 1), time: 0 },
    ...(result.name !== 'passed' && { children: [result] }),
  };
}

function resultOf(finding: ReportedFinding): XmlElement {
  const { severity, message, remedy, exception } = finding;
  const about = { attributes: { message, type: severity }, children: [remedy || message] };
  const standing = standingOf(finding);
  switch (standing) {
    case 'fail':
      return { name: 'failure', ...about };
    case 'unknown':
      return { name: 'error', ...about };
    case 'excepted':
      return skipped(`Excepted until ${exception?.expires}: ${exception?.reason} (${message})`);
    case 'manual':
    case 'not-applicable':
      return skipped(message);
    case 'warn':
    case 'pass':
      return { name: 'passed' };
    default:
      return standing satisfies never;
  }
}

function skipped(message: string): XmlElement {
  return { name: 'skipped', attributes: { message } };
}
