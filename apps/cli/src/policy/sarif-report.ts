import { ruleTitle, sarifLog, sarifUri } from '@rolecall/core';
import type { LintFinding } from '@rolecall/policy';
import { version } from '../version.ts';
import { levelOf } from './finding-order.ts';
import type { LintedPolicy, PlacedFinding } from './lint-files.ts';

/**
 * The findings as a SARIF 2.1.0 log, which GitHub code scanning and editors read. Lines and columns
 * count from 1, columns in UTF-16 code units.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function sarifReport(policies: readonly LintedPolicy[]): object {
  const all = policies.flatMap(({ findings }) => findings);
  const rules = [...new Map(all.map((finding) => [finding.issueCode, finding])).values()].toSorted(
    (a, b) => (a.issueCode < b.issueCode ? -1 : 1),
  );
  const indexes = new Map(rules.map(({ issueCode }, index) => [issueCode, index]));
  const results = policies.flatMap((policy) =>
    policy.findings.map((finding) => resultOf(finding, { policy, indexes })),
  );
  return sarifLog({
    name: 'rolecall policy lint',
    version,
    rules: rules.map(ruleOf),
    results,
    properties: { actionDataDate: policies[0]?.report.dataDate ?? null },
  });
}

function ruleOf(finding: PlacedFinding): object {
  const { issueCode, learnMoreLink, own } = finding;
  return {
    id: issueCode,
    // Our own codes are explained in the repository, which is no absolute address.
    ...(URL.canParse(learnMoreLink) && { helpUri: learnMoreLink }),
    shortDescription: { text: ruleTitle(issueCode) },
    defaultConfiguration: { level: sarifLevel(finding) },
    properties: {
      tags: ['iam', own ? 'rolecall' : 'access-analyzer', ...securityTag(finding)],
    },
  };
}

function securityTag({ findingType }: LintFinding): readonly string[] {
  return findingType === 'SECURITY_WARNING' ? ['security'] : [];
}

interface ResultContext {
  readonly policy: LintedPolicy;
  readonly indexes: ReadonlyMap<string, number>;
}

function resultOf(finding: PlacedFinding, { policy, indexes }: ResultContext): object {
  const { issueCode, findingDetails, locations } = finding;
  const index = indexes.get(issueCode);
  return {
    ruleId: issueCode,
    ...(index !== undefined && { ruleIndex: index }),
    level: sarifLevel(finding),
    message: { text: findingDetails },
    locations: locations.slice(0, 1).map((location) => locationOf(location, policy)),
    ...(locations.length > 1 && {
      relatedLocations: locations.slice(1).map((location) => locationOf(location, policy)),
    }),
    properties: { findingType: finding.findingType },
  };
}

function locationOf(
  { path, span }: LintFinding['locations'][number],
  { file, address }: LintedPolicy,
): object {
  const { start, end } = span;
  const name = [address, ...path.flatMap(stepOf)].filter((step) => step !== '').join('.');
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(file) },
      region: {
        startLine: start.line,
        startColumn: start.column + 1,
        endLine: end.line,
        endColumn: end.column + 1,
        charOffset: start.offset,
        charLength: Math.max(0, end.offset - start.offset),
      },
    },
    ...(name !== '' && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}

function stepOf(step: LintFinding['locations'][number]['path'][number]): readonly string[] {
  if ('value' in step) return [step.value];
  if ('key' in step) return [step.key];
  return 'index' in step ? [String(step.index)] : [];
}

function sarifLevel(finding: LintFinding): 'error' | 'warning' | 'note' {
  switch (levelOf(finding)) {
    case 'error':
      return 'error';
    case 'security-warning':
    case 'warning':
      return 'warning';
    default:
      return 'note';
  }
}
