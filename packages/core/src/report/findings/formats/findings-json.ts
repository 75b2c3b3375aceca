import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { outcomes, severities } from '../../../model/finding.ts';
import { areaScores, totalScore } from '../area-scores.ts';
import type { ComparedRun, RunComparison } from '../compare/compare-runs.ts';
import { controlsOf, type FindingsReport } from '../findings-report.ts';
import { countStandings } from '../standing.ts';

/** Moves when the shape below changes so that an older reader would misread it. */
const findingsJsonVersion = 1;

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(json).readonly(),
    z.record(z.string(), json),
  ]),
);

const finding = z.object({
  id: z.string(),
  check: z.string(),
  severity: z.enum(severities),
  outcome: z.enum(outcomes),
  subject: z.string(),
  message: z.string(),
  evidence: z.record(z.string(), json),
  remedy: z.string(),
  exception: z.object({ reason: z.string(), owner: z.string(), expires: z.string() }).optional(),
});

const numbers = z.object({
  pass: z.number(),
  fail: z.number(),
  warn: z.number(),
  manual: z.number(),
  'not-applicable': z.number(),
  unknown: z.number(),
  excepted: z.number(),
});

const comparison = z.object({
  before: z.iso.datetime(),
  after: z.iso.datetime(),
  /** Ids of findings of this report. */
  new: z.array(z.string()),
  stillOpen: z.array(z.string()),
  changed: z.array(z.object({ before: finding.nullable(), after: z.string() })),
  /** As they were in the run before. */
  fixed: z.array(finding),
  gone: z.array(finding),
  /** Ids of checks. */
  onlyBefore: z.array(z.string()),
  onlyAfter: z.array(z.string()),
});

/** The JSON report. Instants are ISO 8601 in UTC; scores are percent, `null` where none was judged. */
export const findingsJsonSchema = z.object({
  schemaVersion: z.literal(findingsJsonVersion),
  tool: z.object({ name: z.literal('Rolecall'), version: z.string() }),
  account: z.string(),
  partition: z.string(),
  caller: z.string(),
  takenAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  credentialReportGeneratedAt: z.string().nullable(),
  profile: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Findings by outcome; one that is excepted counts only there. */
  summary: numbers,
  score: z.number().nullable(),
  /** Checks by the worst of their findings. */
  areas: z.array(z.object({ title: z.string(), score: z.number().nullable(), checks: numbers })),
  checks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      area: z.string(),
      severity: z.enum(severities),
      rationale: z.string(),
      documentation: z.string(),
      /** Numbers in the profile. */
      controls: z.array(z.string()),
    }),
  ),
  findings: z.array(finding),
  comparison: comparison.nullable(),
});

export type FindingsJson = z.infer<typeof findingsJsonSchema>;

/**
 * The run that an earlier JSON report tells of, to compare another with.
 * @throws ZodError where `value` is no such report.
 */
export function readComparedRun(value: unknown): ComparedRun {
  const { takenAt, findings } = findingsJsonSchema.parse(value);
  return {
    takenAt: new Date(takenAt),
    findings: findings.map(({ exception, ...each }) => ({
      ...each,
      ...(exception && { exception }),
    })),
  };
}

/** The report as one value, which `findingsJsonSchema` reads back. */
export function findingsJson(report: FindingsReport): FindingsJson {
  const { profile } = report;
  const scores = areaScores(report);
  return {
    schemaVersion: findingsJsonVersion,
    tool: { name: 'Rolecall', version: report.version },
    account: report.account,
    partition: report.partition,
    caller: report.caller,
    takenAt: report.takenAt.toISOString(),
    checkedAt: report.checkedAt.toISOString(),
    credentialReportGeneratedAt: report.credentialReportGeneratedAt ?? null,
    profile: profile === undefined ? null : { id: profile.id, title: profile.title },
    summary: countStandings(report.findings),
    score: totalScore(scores).score ?? null,
    areas: scores.map(({ title, score, checks }) => ({ title, score: score ?? null, checks })),
    checks: report.areas.flatMap(({ title: area, checks }) =>
      checks.map(({ id, title, severity, rationale, documentation }) => ({
        id,
        title,
        area,
        severity,
        rationale,
        documentation,
        controls: [...controlsOf(report, id)],
      })),
    ),
    findings: report.findings.map(findingJson),
    comparison: report.comparison === undefined ? null : comparisonJson(report.comparison),
  };
}

/** A comparison as it stands in the JSON report. */
export function comparisonJson(compared: RunComparison): z.infer<typeof comparison> {
  return {
    before: compared.before.toISOString(),
    after: compared.after.toISOString(),
    new: compared.new.map(({ id }) => id),
    stillOpen: compared.stillOpen.map(({ id }) => id),
    changed: compared.changed.map(({ before, after }) => ({
      before: before === undefined ? null : findingJson(before),
      after: after.id,
    })),
    fixed: compared.fixed.map(findingJson),
    gone: compared.gone.map(findingJson),
    onlyBefore: [...compared.onlyBefore],
    onlyAfter: [...compared.onlyAfter],
  };
}

export function findingJson(each: ReportedFinding): z.infer<typeof finding> {
  const { id, check, severity, outcome, subject, message, evidence, remedy, exception } = each;
  return {
    id,
    check,
    severity,
    outcome,
    subject,
    message,
    evidence: { ...evidence },
    remedy,
    ...(exception && { exception }),
  };
}
