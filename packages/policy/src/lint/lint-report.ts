import { positionsOf } from '../text/position.ts';
import { type CatalogueEntry, catalogue, learnMoreLink } from './catalogue.ts';
import type { LintFinding } from './finding.ts';
import type { RuleFinding } from './lint-rule.ts';
import { orderFindings } from './order-findings.ts';
import { ownCatalogue, ownDocsLink } from './own-catalogue.ts';

export interface LintReport {
  /** In the shape, order and codes of Access Analyzer's ValidatePolicy. */
  readonly findings: readonly LintFinding[];
  /** Codes of our own, which AWS does not report. */
  readonly ownFindings: readonly LintFinding[];
  /** Day of the data on actions, `YYYY-MM-DD`. */
  readonly dataDate: string;
}

export interface FoundInText {
  readonly text: string;
  readonly findings: readonly RuleFinding[];
  readonly ownFindings: readonly RuleFinding[];
  readonly dataDate: string;
}

/**
 * Findings in order, with type, link, lines and columns.
 * @throws Error where a rule reports a code that no catalogue has; a fault of ours.
 */
export function lintReport({ text, findings, ownFindings, dataDate }: FoundInText): LintReport {
  const complete = completerFor(text);
  return {
    findings: orderFindings(findings).map(complete(catalogue(), learnMoreLink)),
    ownFindings: orderFindings(ownFindings).map(
      complete(ownCatalogue, ({ issueCode }) => ownDocsLink(issueCode)),
    ),
    dataDate,
  };
}

function completerFor(text: string) {
  const positionAt = positionsOf(text);
  return (entries: readonly CatalogueEntry[], linkOf: (entry: CatalogueEntry) => string) => {
    const byCode = new Map(entries.map((entry) => [entry.issueCode, entry]));
    return ({ issueCode, details, places }: RuleFinding): LintFinding => {
      const entry = byCode.get(issueCode);
      if (entry === undefined) throw new Error(`${issueCode} is in no catalogue.`);
      return {
        findingType: entry.findingType,
        issueCode,
        findingDetails: details,
        learnMoreLink: linkOf(entry),
        locations: places.map(({ path, start, end }) => ({
          path,
          span: { start: positionAt(start), end: positionAt(end) },
        })),
      };
    };
  };
}
