import {
  type AccessAnalyzerPort,
  type AnalyzerFinding,
  type Layout,
  wrapText,
} from '@rolecall/core';
import { type LintFinding, printJson } from '@rolecall/policy';
import type { LintedPolicy } from './lint-files.ts';
import { nameOf } from './policy-files.ts';
import { lintOptionsOf } from './policy-kind.ts';

/** What Access Analyzer says of one policy, beside what was found offline. */
export interface OnlineLint {
  readonly policy: LintedPolicy;
  readonly findings: readonly AnalyzerFinding[];
  /** Findings of AWS's codes that only one of the two has, by code and path. */
  readonly onlyAws: readonly AnalyzerFinding[];
  readonly onlyOffline: readonly LintFinding[];
}

/** Asks ValidatePolicy about every policy, one after the other. */
export async function lintOnline(
  port: Pick<AccessAnalyzerPort, 'validatePolicy'>,
  policies: readonly LintedPolicy[],
): Promise<readonly OnlineLint[]> {
  const answers: OnlineLint[] = [];
  for (const policy of policies) {
    const { kind, resourceType, report } = policy;
    const { policyType } = lintOptionsOf(kind);
    const isResource = policyType === 'RESOURCE_POLICY';
    const findings = await port.validatePolicy({
      policy: textOf(policy),
      policyType,
      ...(isResource && resourceType !== undefined && { resourceType }),
    });
    answers.push({
      policy,
      findings,
      onlyAws: without(findings, report.findings),
      onlyOffline: without(report.findings, findings),
    });
  }
  return answers;
}

/** A whole file as it stands, so that the places agree; of another the policy alone. */
function textOf({ text, tree, address, file }: LintedPolicy): string {
  const isWhole = address === '' && !/\.ya?ml$/i.test(file);
  return tree === undefined || isWhole ? text : printJson(tree.root);
}

function without<F extends AnalyzerFinding | LintFinding>(
  findings: readonly F[],
  others: readonly (AnalyzerFinding | LintFinding)[],
): readonly F[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ issueCode, locations }: AnalyzerFinding | LintFinding): string {
  return JSON.stringify([issueCode, locations.map(({ path }) => path)]);
}

/** Where AWS and the offline answer differ, or that they do not. */
export function renderOnline(answers: readonly OnlineLint[], layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const differing = answers.filter(
    ({ onlyAws, onlyOffline }) => onlyAws.length + onlyOffline.length > 0,
  );
  if (differing.length === 0) return ['', paint.good('✓ AWS Access Analyzer says the same.')];
  const line = (lead: string, { issueCode, findingDetails }: AnalyzerFinding | LintFinding) =>
    wrapText(`${issueCode}: ${findingDetails}`, { width, indent: 2, lead, hanging: 4 });
  return differing.flatMap(({ policy, onlyAws, onlyOffline }) => [
    '',
    paint.strong(`AWS Access Analyzer differs on ${nameOf(policy)}`),
    ...onlyAws.flatMap((finding) => line('AWS only  ', finding)),
    ...onlyOffline.flatMap((finding) => line('offline only  ', finding)),
  ]);
}
