import { grantsMore, type PullRequestReport } from '@rolecall/core';
import type { CheckDetails } from '../checking/check-details.ts';
import type { OutputName } from '../run/output-table.ts';
import type { Runner } from '../run/runner.ts';
import { worstOf } from './worst-of.ts';

export interface WrittenFiles {
  readonly planFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly htmlFile: string | undefined;
  readonly jsonFile: string | undefined;
}

export interface Found {
  readonly report: PullRequestReport;
  readonly details: CheckDetails | undefined;
}

/** What later steps read; all of it is known before anything is told to GitHub. */
export function writeOutputs(
  { output }: Pick<Runner, 'output'>,
  { report, details }: Found,
  { planFile, sarifFile, htmlFile, jsonFile }: WrittenFiles,
): void {
  const { plan, review, policies, lint, checks, phase, failure } = report;
  const numberOf = (...kinds: readonly string[]) =>
    String(plan?.changes.filter(({ kind }) => kinds.includes(kind)).length ?? 0);
  const granted = new Set(
    [...(review?.access ?? []), ...policies].filter(grantsMore).map(({ arn }) => arn),
  ).size;
  const found = lint.filter(({ level }) => level !== 'note').length + checks.length;
  const isApplied = phase.kind === 'applied' && failure === undefined;
  const values: Readonly<Record<Exclude<OutputName, 'comment-url' | 'accounts'>, string>> = {
    changed: String((plan?.changes.length ?? 0) > 0),
    'to-create': numberOf('create'),
    'to-update': numberOf('update', 'adopt'),
    'to-delete': numberOf('delete'),
    'to-replace': numberOf('replace'),
    conflicts: String(plan?.conflicts.length ?? 0),
    'plan-id': plan?.planId ?? '',
    'plan-file': planFile ?? '',
    findings: String(found),
    'highest-severity': worstOf(report) ?? '',
    'newly-granted': String(granted),
    'failure-reason': failure?.reason ?? '',
    applied: String(isApplied),
    'sarif-file': sarifFile ?? '',
    'html-file': htmlFile ?? '',
    'json-file': jsonFile ?? '',
    'new-findings': String(details?.findings.comparison?.new.length ?? ''),
  };
  for (const [name, value] of Object.entries(values)) {
    if (isOutputName(name, values)) output(name, value);
  }
}

function isOutputName<T extends object>(name: string, values: T): name is string & keyof T {
  return Object.hasOwn(values, name);
}
