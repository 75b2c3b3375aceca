import type { Witness } from '@rolecall/policy';
import { statementsOf } from '@rolecall/policy';
import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import type { SourcePosition } from '../../model/errors.ts';
import { type Severity, severities } from '../../model/finding.ts';
import type { Risk } from '../../review/find-risks.ts';
import type { ReviewedAccess } from '../../review/review.ts';
import { comparedSides } from '../compared-sides.ts';
import { count } from '../count.ts';
import { describeAccessLine } from '../describe-access-line.ts';
import { describeStatement } from '../describe-statement.ts';
import { describeTrust } from '../describe-trust.ts';
import type { PullRequestReport, ReportedPolicy } from './pull-request-report.ts';

/** One line of the table that a reviewer reads first. */
export interface RiskRow {
  readonly severity: Severity;
  readonly kind: Risk['kind'] | 'new' | 'outside';
  /** An ARN, or what a policy outside the manifest is called. */
  readonly who: string;
  /** Not escaped. */
  readonly text: string;
  readonly witness: Witness | undefined;
  readonly positions: readonly SourcePosition[];
}

/** The risks of the review, what is new without being a risk, and policies outside the manifest. */
export function riskRows({ review, policies }: PullRequestReport): readonly RiskRow[] {
  const risks = review?.risks ?? [];
  // That a user is given a password says nothing of what it may do.
  const told = risks.filter(({ kind }) => kind !== 'credential');
  const atRisk = new Set(told.map(({ arn }) => arn));
  const fresh = (review?.access ?? []).filter(
    ({ arn, aspect, change, result }) =>
      aspect === 'permissions' &&
      change === 'added' &&
      result.verdict === 'grants' &&
      !atRisk.has(arn),
  );
  const rows = [
    ...risks
      .filter((risk) => !isSaid(risk, risks))
      .map((risk) => riskRow(risk, review?.access ?? [])),
    ...fresh.map((access) => newRow(access, review?.access ?? [])),
    ...policies.flatMap(outsideRow),
  ];
  return rows.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** A boundary that goes is said to grant what it held back. */
function isSaid({ kind, arn }: Risk, risks: readonly Risk[]): boolean {
  const greater = risks.some(
    (each) => each.arn === arn && each.kind === 'boundary' && each.witness !== undefined,
  );
  return kind === 'granted' && greater;
}

function riskRow(risk: Risk, access: readonly ReviewedAccess[]): RiskRow {
  const { severity, kind, arn, witness, causes } = risk;
  const text = textOf(risk, access);
  return { severity, kind, who: arn, text, witness, positions: positionsOf(causes) };
}

/** What exactly is newly allowed says more than that something is. */
function textOf({ kind, arn, text }: Risk, access: readonly ReviewedAccess[]): string {
  if (kind !== 'granted' && kind !== 'boundary') return text;
  const found = access.find((each) => each.arn === arn && each.aspect === 'permissions');
  const newly = found === undefined ? undefined : newlyText(found);
  if (newly === undefined) return text;
  return kind === 'granted' ? newly : `${text} ${newly}`;
}

function newlyText(
  access: Pick<ReviewedAccess, 'diff' | 'labels' | 'sources'>,
): string | undefined {
  const [line, ...others] = access.diff?.newly.lines ?? [];
  if (line === undefined) return undefined;
  const rest = others.length > 0 ? `, and ${count(others.length, 'more statement')}` : '';
  return `May now ${describeAccessLine(line, comparedSides(access).next)}${rest}.`;
}

const mostStatements = 2;

function newRow(access: ReviewedAccess, all: readonly ReviewedAccess[]): RiskRow {
  const { arn, result, causes } = access;
  const account = arn.split(':')[4] ?? '';
  const trust = all.find((each) => each.arn === arn && each.aspect === 'trust');
  const assumed = (trust?.sources.new ?? [])
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow')
    .map((statement) => describeTrust(statement, account));
  const who = assumed.length > 0 ? `, ${assumed.join('; ')}` : '';
  const allows = access.sources.new
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Sid: _, ...statement }) => describeStatement(statement).replace(/^Allow /, ''));
  const rest = allows.length - mostStatements;
  const may = `${allows.slice(0, mostStatements).join('; ')}${rest > 0 ? `; and ${count(rest, 'more statement')}` : ''}`;
  return {
    severity: 'info',
    kind: 'new',
    who: arn,
    text: `Is new${who}. May ${may}.`,
    witness: result.verdict === 'grants' ? result.witness : undefined,
    positions: positionsOf(causes),
  };
}

const newlyWords: { readonly [A in ReportedPolicy['aspect']]: string } = {
  permissions: 'Allows what it did not allow before.',
  trust: 'May be assumed by somebody, or in a way, that it could not be before.',
  'resource-policy': 'Lets somebody in, or to something, that it did not before.',
};

function outsideRow(policy: ReportedPolicy): readonly RiskRow[] {
  const { arn, aspect, result, position } = policy;
  const about = { kind: 'outside' as const, who: arn, positions: position ? [position] : [] };
  switch (result.verdict) {
    case 'none':
      return [];
    case 'grants':
      return [
        {
          ...about,
          severity: aspect === 'permissions' ? 'medium' : 'high',
          text: (aspect === 'permissions' ? newlyText(policy) : undefined) ?? newlyWords[aspect],
          witness: result.witness,
        },
      ];
    case 'undecided':
    case 'unread':
      return [
        {
          ...about,
          severity: 'high',
          text: `Whether it allows more is not decided: ${undecidedWords(result)}`,
          witness: undefined,
        },
      ];
    default:
      return result satisfies never;
  }
}

function undecidedWords(
  result: Extract<PrincipalComparison['result'], { verdict: 'undecided' | 'unread' }>,
): string {
  if (result.verdict === 'unread') return `${result.unread.join(', ')} could not be read.`;
  return result.reason.kind === 'unreadable' ? 'a policy cannot be read.' : result.reason.message;
}

function positionsOf(causes: Risk['causes']): readonly SourcePosition[] {
  const found = causes.flatMap(({ position }) => (position === undefined ? [] : [position]));
  return [...new Map(found.map((each) => [`${each.file}:${each.line}`, each])).values()];
}
