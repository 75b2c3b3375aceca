import type { ReportedFinding } from '../../exceptions/exception.ts';
import type { FindingsReport } from './findings-report.ts';
import { type Standing, standingOf, standings } from './standing.ts';

/** How one chapter stands, counted in checks: a thousand users weigh as much as one root user. */
export interface AreaScore {
  readonly title: string;
  /** Checks by the worst of their findings. */
  readonly checks: { readonly [S in Standing]: number };
  /** Percent of the checks judged that pass, rounded down; nothing where none could be judged. */
  readonly score: number | undefined;
}

/**
 * A check passes where none of its findings says otherwise. What is unknown, for a person, excepted or
 * not applicable counts neither way.
 */
export function areaScores({
  areas,
  findings,
}: Pick<FindingsReport, 'areas' | 'findings'>): readonly AreaScore[] {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  return areas.map(({ title, checks }) =>
    scoreOf(
      title,
      checks.map(({ id }) => worstOf(byCheck.get(id) ?? [])),
    ),
  );
}

/** The score of all areas together. */
export function totalScore(scores: readonly AreaScore[]): AreaScore {
  return scoreOf(
    'All',
    scores.flatMap(({ checks }) =>
      standings.flatMap((standing) => new Array<Standing>(checks[standing]).fill(standing)),
    ),
  );
}

function scoreOf(title: string, worst: readonly Standing[]): AreaScore {
  const of = (standing: Standing) => worst.filter((each) => each === standing).length;
  const judged = of('pass') + of('warn') + of('fail');
  return {
    title,
    checks: {
      pass: of('pass'),
      fail: of('fail'),
      warn: of('warn'),
      manual: of('manual'),
      'not-applicable': of('not-applicable'),
      unknown: of('unknown'),
      excepted: of('excepted'),
    },
    score: judged === 0 ? undefined : Math.floor((100 * of('pass')) / judged),
  };
}

function worstOf(findings: readonly ReportedFinding[]): Standing {
  const found = new Set(findings.map(standingOf));
  return standings.find((standing) => found.has(standing)) ?? 'not-applicable';
}
