import { createHash } from 'node:crypto';
import type { CheckMetadata } from '../../../checks/check.ts';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { Severity } from '../../../model/finding.ts';
import { sarifLog, sarifUri } from '../../sarif-log.ts';
import { shortSubject } from '../../short-subject.ts';
import { visibleText } from '../../visible-text.ts';
import { checkEntries, controlsOf, type FindingsReport } from '../findings-report.ts';
import { standingOf } from '../standing.ts';

export interface FindingsSarifOptions {
  /** The file that results point at, since an account is none: the manifest, as a path in the repository. */
  readonly file: string;
}

/**
 * A SARIF 2.1.0 log of one run: a rule for each check that ran, a result for each finding that did
 * not pass. Where it is stands as a logical location (the ARN); code scanning wants a file beside it.
 * Excepted findings are suppressed results. What could not be read is an open
 * question (`kind: open`), what is for a person one to review.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function findingsSarif(report: FindingsReport, { file }: FindingsSarifOptions): object {
  const shown = report.findings.filter((each) => kindOf(each) !== undefined);
  const entries = checkEntries(report);
  const ids = [...new Set([...entries.keys(), ...shown.map(({ check }) => check)])];
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return sarifLog({
    name: 'Rolecall',
    version: report.version,
    rules: ids.map((id) => ruleOf(id, entries.get(id)?.check, controlsOf(report, id))),
    results: shown.map((finding) => resultOf(finding, indexes.get(finding.check) ?? 0, file)),
    properties: {
      account: report.account,
      partition: report.partition,
      takenAt: report.takenAt.toISOString(),
      ...(report.profile && { profile: report.profile.id }),
    },
  });
}

function ruleOf(id: string, check: CheckMetadata | undefined, controls: readonly string[]): object {
  if (check === undefined) return { id };
  const { title, rationale, remedy, documentation, severity } = check;
  const helpUri = URL.canParse(documentation) ? documentation : undefined;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: { text: remedy === '' ? rationale : remedy },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['iam', 'security', ...controls], 'security-severity': scores[severity] },
  };
}

type Kind = 'fail' | 'review' | 'open';

function kindOf({ outcome }: ReportedFinding): Kind | undefined {
  switch (outcome) {
    case 'fail':
    case 'warn':
      return 'fail';
    case 'manual':
      return 'review';
    case 'unknown':
      return 'open';
    case 'pass':
    case 'not-applicable':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

function resultOf(finding: ReportedFinding, ruleIndex: number, file: string): object {
  const { id, check, severity, outcome, subject, message, exception } = finding;
  const kind = kindOf(finding) ?? 'open';
  // SARIF: the level of what is no failure is `none`.
  const level = kind !== 'fail' ? 'none' : outcome === 'warn' ? 'warning' : levels[severity];
  const text = `${shortSubject(subject)}: ${message}`;
  return {
    ruleId: check,
    ruleIndex,
    kind,
    level,
    // Brackets would make a link of it.
    message: { text: visibleText(text).replace(/[[\]\\]/g, '\\$&') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: sarifUri(file) },
          region: { startLine: 1 },
        },
        logicalLocations: [
          {
            fullyQualifiedName: visibleText(subject),
            name: visibleText(shortSubject(subject)),
            kind: 'resource',
          },
        ],
      },
    ],
    // GitHub looks at this one alone to know a result again.
    partialFingerprints: {
      primaryLocationLineHash: `${createHash('sha256').update(id).digest('hex').slice(0, 32)}:1`,
    },
    ...(exception && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: `${exception.reason} (${exception.owner}, until ${exception.expires})`,
        },
      ],
    }),
    properties: { severity, standing: standingOf(finding) },
  };
}

const levels: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Of GitHub's `security-severity`: above 9 critical, from 7 high, from 4 medium. */
const scores: { readonly [S in Severity]: string } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.5',
};
