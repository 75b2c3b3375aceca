import type { Schema } from '@rolecall/contract';
import { findingJson, findingsPagePolicy, type ReportedFinding } from '@rolecall/core';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { compareCheckRuns, type RunChange } from '../use-cases/checks/compare-check-runs.ts';
import { requireFinished } from '../use-cases/checks/finished-run.ts';
import { type RunFormat, renderRun, reportTypes } from '../use-cases/checks/render-run.ts';
import { runFindingsReport } from '../use-cases/checks/run-findings-report.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery, positionPattern } from './paging.ts';

type ReportHandlers = Pick<
  Handlers,
  'compareCheckRuns' | 'getCompliance' | 'getFixPlan' | 'getReport'
>;

/** What is made of the findings of a run that has succeeded. */
export function checkReportHandlers({ store }: Pick<ServiceDeps, 'store'>): ReportHandlers {
  return {
    compareCheckRuns: async ({ params: { id }, query }) => {
      const { limit, after: cursor } = pageQuery(query, positionPattern);
      const compared = await compareCheckRuns(store, { id, beforeId: query.with });
      const { before, after, changes, onlyBefore, onlyAfter } = compared;
      const kinds: ReadonlySet<string> | undefined = query.change && new Set(query.change);
      const start = cursor === undefined ? 0 : Number(cursor.id) + 1;
      const wanted = changes.flatMap((one, position) =>
        position >= start && kinds?.has(one.change) !== false ? [{ one, position }] : [],
      );
      const shown = wanted.slice(0, limit);
      const last = wanted.length > limit ? shown.at(-1) : undefined;
      const next = last && { createdAt: after.run.createdAt, id: String(last.position) };
      return {
        status: 200,
        body: {
          before: { id: before.run.id, takenAt: before.report.takenAt },
          after: { id: after.run.id, takenAt: after.report.takenAt },
          counts: countChanges(changes),
          onlyBefore: [...onlyBefore],
          onlyAfter: [...onlyAfter],
          items: shown.map(({ one }) => shownChange(one)),
          ...nextCursor(next),
        },
      };
    },

    getCompliance: async ({ params }) => {
      const { compliance } = (await requireFinished(store, params.id)).report;
      if (compliance === null) throw problem('not-found');
      return { status: 200, body: compliance };
    },

    getFixPlan: async ({ params }) => {
      const { fixPlan } = (await requireFinished(store, params.id)).report;
      if (fixPlan === null) throw problem('not-found');
      return { status: 200, body: fixPlan };
    },

    getReport: async ({ params, query, accept }) => {
      const format = query.format ?? formatOf(accept);
      const finished = await requireFinished(store, params.id);
      const report = await runFindingsReport(store, finished, query.with);
      return {
        status: 200,
        body: renderRun(report, finished, format),
        mediaType: reportTypes[format],
        headers: {
          'Content-Disposition': `attachment; filename="rolecall-${report.account}.${endings[format]}"`,
          'Content-Security-Policy': format === 'html' ? pagePolicy : dataPolicy,
        },
      };
    },
  };
}

const dataPolicy = securityHeaders['content-security-policy'];

/** What the page allows itself, in nobody's frame; with no origin it reaches nothing of ours. */
const pagePolicy = `${findingsPagePolicy()}; frame-ancestors 'none'; sandbox allow-scripts`;

/** Of the file that a client keeps. */
const endings: Readonly<Record<RunFormat, string>> = {
  json: 'json',
  html: 'html',
  sarif: 'sarif',
  csv: 'csv',
  junit: 'junit.xml',
  markdown: 'md',
  ocsf: 'ocsf.json',
  asff: 'asff.json',
};

function formatOf(accept: string): RunFormat {
  return formats.find((format) => reportTypes[format] === accept) ?? 'json';
}

const formats = ['json', 'html', 'sarif', 'csv', 'junit', 'markdown', 'ocsf', 'asff'] as const;

function countChanges(changes: readonly RunChange[]): Schema<'RunComparison'>['counts'] {
  const found = Map.groupBy(changes, ({ change }) => change);
  return Object.fromEntries(kinds.map((kind) => [kind, found.get(kind)?.length ?? 0]));
}

const kinds = ['new', 'unknown', 'changed', 'still-open', 'fixed', 'gone'] as const;

function shownChange({ change, before, after }: RunChange): Schema<'FindingChange'> {
  return { change, before: shownFinding(before), after: shownFinding(after) };
}

function shownFinding(finding: ReportedFinding | undefined): Schema<'Finding'> | null {
  return finding === undefined ? null : findingJson(finding);
}
