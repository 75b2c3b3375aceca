import { digest } from '../../plan/digest.ts';
import { ruleTitle, sarifLog, sarifUri } from '../sarif-log.ts';
import { visibleText } from '../visible-text.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { issuesOf, type ReportIssue } from './report-issues.ts';
import { ruleHelp } from './rule-help.ts';

export interface SarifOptions {
  /** Rolecall's own. */
  readonly version: string;
  /** Where something stands that has no place of its own: the manifest. */
  readonly file: string;
}

/**
 * What a report says, as a SARIF 2.1.0 log of one run. A finding keeps its fingerprint when lines
 * are put in before it. GitHub looks at `primaryLocationLineHash` alone to know one again.
 * Source: GitHub Docs, "SARIF support for code scanning".
 */
export function sarifOf(report: PullRequestReport, { version, file }: SarifOptions): object {
  const issues = issuesOf(report);
  const rules = [...new Map(issues.map((issue) => [issue.rule, issue])).values()].toSorted(
    (a, b) => (a.rule < b.rule ? -1 : 1),
  );
  const indexes = new Map(rules.map(({ rule }, index) => [rule, index]));
  const seen = new Map<string, number>();
  const results = issues.map((issue) => {
    const identity = digest([
      issue.rule,
      issue.position?.file ?? file,
      issue.subject,
      issue.message,
    ]);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return resultOf(issue, {
      file,
      index: indexes.get(issue.rule) ?? 0,
      fingerprint: `${identity.slice(0, 32)}:${nth}`,
    });
  });
  return sarifLog({ name: 'Rolecall', version, rules: rules.map(ruleOf), results });
}

function ruleOf({ rule, level, learnMore }: ReportIssue): object {
  const { title, text, score } = ruleHelp(rule);
  const helpUri = learnMore !== undefined && URL.canParse(learnMore) ? learnMore : undefined;
  const more = helpUri === undefined ? '' : `\n\nSee ${helpUri}`;
  return {
    id: rule,
    shortDescription: { text: title ?? ruleTitle(rule) },
    fullDescription: { text },
    help: { text: `${text}${more}` },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    properties: {
      tags: ['iam', ...(score === undefined ? [] : ['security'])],
      ...(score !== undefined && { 'security-severity': score }),
    },
  };
}

interface ResultContext {
  readonly file: string;
  readonly index: number;
  readonly fingerprint: string;
}

function resultOf(issue: ReportIssue, { file, index, fingerprint }: ResultContext): object {
  const { rule, level, message, position, subject } = issue;
  const region =
    position === undefined
      ? { startLine: 1 }
      : { startLine: position.line, startColumn: position.column };
  return {
    ruleId: rule,
    ruleIndex: index,
    level,
    // Brackets would make a link of it.
    message: { text: message.replace(/[[\]\\]/g, '\\$&') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: sarifUri(position?.file ?? file) },
          region,
        },
        ...(subject !== '' && { logicalLocations: [{ fullyQualifiedName: visibleText(subject) }] }),
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}
