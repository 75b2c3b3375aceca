import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { isRecord, type JsonRecord, recordAt } from '../read-json.ts';

/** A workflow as its rules are judged, each part with its line (from 1). */
export type Workflow = {
  path: string;
  text: string;
  /** Names of events. */
  events: readonly string[];
  /** As written; `undefined` where nothing is said. */
  permissions: unknown;
  concurrency: unknown;
  jobs: readonly Job[];
};

export type Job = {
  id: string;
  line: number;
  permissions: unknown;
  concurrency: unknown;
  timeout: unknown;
  /** A workflow that is called, in the place of steps. */
  uses: string | undefined;
  steps: readonly Step[];
};

export type Step = {
  line: number;
  /** The line of `uses` as it is written, with its comment. */
  source: string;
  uses: string | undefined;
  run: string | undefined;
  with: JsonRecord;
};

/** Reads a workflow; what YAML itself says against it is a list of faults. */
export function readWorkflow(
  path: string,
  text: string,
): { workflow: Workflow } | { faults: { line: number; message: string }[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    return { faults: [{ line: lines.linePos(error.pos[0]).line, message: error.message }] };
  }
  const content: unknown = document.toJS();
  if (!isRecord(content) || !isMap(document.get('jobs'))) {
    return { faults: [{ line: 1, message: 'is no workflow: it has no jobs' }] };
  }
  const lineAt = (where: readonly (string | number)[]) =>
    lines.linePos(offsetOf(document, where)).line;
  const sourceLines = text.split('\n');
  const jobs = Object.entries(recordAt(content, 'jobs')).map(([id, job]) =>
    readJob(id, isRecord(job) ? job : {}, {
      lineAt: (where) => lineAt(['jobs', id, ...where]),
      sourceAt: (line) => sourceLines[line - 1] ?? '',
    }),
  );
  const { permissions, concurrency } = content;
  return {
    workflow: { path, text, events: eventsOf(content['on']), permissions, concurrency, jobs },
  };
}

type Places = {
  lineAt: (where: readonly (string | number)[]) => number;
  sourceAt: (line: number) => string;
};

function readJob(id: string, job: JsonRecord, { lineAt, sourceAt }: Places): Job {
  const steps = Array.isArray(job['steps']) ? job['steps'] : [];
  return {
    id,
    line: lineAt([]),
    permissions: job['permissions'],
    concurrency: job['concurrency'],
    timeout: job['timeout-minutes'],
    uses: textOf(job['uses']),
    steps: steps.filter(isRecord).map((step, index) => {
      const uses = textOf(step['uses']);
      const line = lineAt(['steps', index, ...(uses === undefined ? [] : ['uses'])]);
      const { run } = step;
      return { line, source: sourceAt(line), uses, run: textOf(run), with: recordAt(step, 'with') };
    }),
  };
}

function eventsOf(on: unknown): readonly string[] {
  if (Array.isArray(on)) return on.map(String);
  return isRecord(on) ? Object.keys(on) : [String(on)];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function offsetOf(document: Document, where: readonly (string | number)[]): number {
  const node: unknown = document.getIn(where, true);
  const range = isRecord(node) ? node['range'] : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
