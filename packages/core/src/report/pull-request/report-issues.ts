import { describeRequest } from '../../guardrails/describe-request.ts';
import type { SourcePosition } from '../../model/errors.ts';
import type { Severity } from '../../model/finding.ts';
import { shortSubject } from '../short-subject.ts';
import { visibleText } from '../visible-text.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { type RiskRow, riskRows } from './risk-rows.ts';

export type IssueLevel = 'error' | 'warning' | 'note';

/** Something a report says of a place, for annotations and code scanning. Text, not Markdown. */
export interface ReportIssue {
  readonly level: IssueLevel;
  /** `guardrail/trust`, `risk/administrator`, `MISSING_ACTION`. */
  readonly rule: string;
  readonly title: string;
  /** What it is about, wherever it stands: part of its identity. */
  readonly subject: string;
  readonly message: string;
  readonly position: SourcePosition | undefined;
  readonly learnMore?: string | undefined;
}

const levels: readonly IssueLevel[] = ['error', 'warning', 'note'];

/** The worst first: what stops the change, then what it risks, then what could be better. */
export function issuesOf(report: PullRequestReport): readonly ReportIssue[] {
  const { problems, refusals, plan, lint } = report;
  const issues: readonly ReportIssue[] = [
    ...problems.map(({ code, message, position, hint }) => ({
      level: 'error' as const,
      rule: `input/${code}`,
      title: 'Cannot be read',
      subject: position?.file ?? '',
      message: withHint(message, hint),
      position,
    })),
    ...refusals.map(({ rule, resource, position, message, hint }) => ({
      level: 'error' as const,
      rule: `guardrail/${rule}`,
      title: `Refused by guardrails: ${rule}`,
      subject: resource ?? 'plan',
      message: withHint(`${resource ?? 'The plan'}: ${message}`, hint),
      position,
    })),
    ...(plan?.conflicts ?? []).map(({ resource, position, message, hint }) => ({
      level: 'error' as const,
      rule: 'conflict',
      title: 'Stands in the way',
      subject: resource,
      message: withHint(message, hint),
      position,
    })),
    ...riskRows(report).map(riskIssue),
    ...lint.map(({ level, code, message, position, learnMore }) => ({
      level,
      rule: code,
      title: code,
      subject: position.file,
      message,
      position,
      learnMore,
    })),
  ];
  return issues
    .map((issue) => ({
      ...issue,
      title: visibleText(issue.title),
      message: visibleText(issue.message.replace(/\s+/g, ' ')),
    }))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

const riskTitles: { readonly [K in RiskRow['kind']]: string } = {
  administrator: 'Administrator access',
  'public-trust': 'Strangers may assume the role',
  'widened-trust': 'More may assume the role',
  boundary: 'Permissions boundary changes',
  'identity-provider': 'Somebody else vouches for identities',
  credential: 'Credentials are made',
  monitoring: 'Findings go unseen',
  contact: 'AWS writes to somebody else',
  undecided: 'Not decided whether it grants more',
  'used-role': 'A role in use goes',
  replacement: 'Deleted and made anew',
  granted: 'New access',
  new: 'New principal',
  outside: 'New access',
};

/** A risk is for a person to weigh, so that it is no error by itself. */
function riskIssue({ kind, severity, who, text, witness, positions }: RiskRow): ReportIssue {
  const example = witness === undefined ? '' : ` For example ${describeRequest(witness.request)}.`;
  return {
    level: riskLevels[severity],
    rule: `risk/${kind}`,
    title: riskTitles[kind],
    subject: who,
    message: `${shortSubject(who)}: ${text}${example}`,
    position: positions[0],
  };
}

const riskLevels: { readonly [S in Severity]: IssueLevel } = {
  critical: 'warning',
  high: 'warning',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

function withHint(message: string, hint: string | undefined): string {
  return hint === undefined || hint === '' ? message : `${message} ${hint}`;
}
