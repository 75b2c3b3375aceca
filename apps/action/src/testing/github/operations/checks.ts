import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../json.ts';
import { type CheckRun, type GitHubState, instantOf } from '../state/github-state.ts';
import { actionsApp } from '../state/people.ts';
import { found, type Handler, Refusal } from './answer.ts';
import { pageOf } from './page.ts';
import { resolveCommit } from './resolve-commit.ts';

export const checkHandlers: Readonly<Record<string, Handler>> = {
  'checks/create': ({ state, body }) => {
    const headSha = textAt(body, 'head_sha') ?? '';
    if (!state.commits.has(headSha)) throw new Refusal(422, `No commit found for SHA: ${headSha}`);
    const check: CheckRun = {
      id: state.nextId(),
      headSha,
      name: '',
      detailsUrl: null,
      externalId: '',
      status: 'queued',
      conclusion: null,
      startedAt: instantOf(state),
      completedAt: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
    };
    change(state, check, body);
    state.checkRuns.set(check.id, check);
    return { status: 201, body: showCheck(state, check) };
  },

  'checks/update': ({ state, path, body }) => {
    const check = found(state.checkRuns.get(Number(path['check_run_id'])));
    change(state, check, body);
    return { status: 200, body: showCheck(state, check) };
  },

  'checks/list-for-ref': (ask) => {
    const { state, path, query } = ask;
    const { sha } = found(resolveCommit(state, path['ref'] ?? ''));
    const wanted = { name: query('check_name'), status: query('status'), app: query('app_id') };
    const newestOnly = (query('filter') ?? 'latest') === 'latest';
    const matching = [...state.checkRuns.values()]
      .reverse()
      .filter(({ headSha }) => headSha === sha)
      .filter(({ name }) => wanted.name === undefined || name === wanted.name)
      .filter(({ status }) => wanted.status === undefined || status === wanted.status)
      .filter(() => wanted.app === undefined || wanted.app === String(actionsApp['id']));
    const shown = newestOnly
      ? matching.filter(({ name }, at) => matching.findIndex((run) => run.name === name) === at)
      : matching;
    const { items, headers } = pageOf(ask, shown);
    const runs = items.map((check) => showCheck(state, check));
    return { status: 200, body: { total_count: shown.length, check_runs: runs }, headers };
  },
};

/** A conclusion completes; annotations are added to those there are. */
function change(state: GitHubState, check: CheckRun, body: unknown): void {
  const annotations = listAt(recordAt(body, 'output'), 'annotations');
  annotations.forEach(refuseColumnsOverLines);
  const conclusion = textAt(body, 'conclusion');
  const status = textAt(body, 'status') ?? (conclusion === undefined ? check.status : 'completed');
  if (status === 'completed' && conclusion === undefined && check.conclusion === null) {
    throw new Refusal(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  check.name = textAt(body, 'name') ?? check.name;
  check.detailsUrl = textAt(body, 'details_url') ?? check.detailsUrl;
  check.externalId = textAt(body, 'external_id') ?? check.externalId;
  check.startedAt = textAt(body, 'started_at') ?? check.startedAt;
  check.status = status;
  check.conclusion = conclusion ?? check.conclusion;
  if (status === 'completed') {
    check.completedAt = textAt(body, 'completed_at') ?? check.completedAt ?? instantOf(state);
  }
  const output = recordAt(body, 'output');
  for (const part of ['title', 'summary', 'text'] as const) {
    check.output[part] = textAt(output, part) ?? check.output[part];
  }
  check.annotations.push(...annotations);
}

/** The prose of the description: columns only where the annotation is on one line. */
function refuseColumnsOverLines(annotation: unknown): void {
  if (!isRecord(annotation) || annotation['start_line'] === annotation['end_line']) return;
  if ('start_column' in annotation || 'end_column' in annotation) {
    throw new Refusal(422, 'Invalid request.\n\nColumns need an annotation of one line.');
  }
}

function showCheck({ repository }: GitHubState, check: CheckRun): JsonRecord {
  const { id, name, headSha, status, conclusion, output, annotations } = check;
  return {
    id,
    name,
    head_sha: headSha,
    status,
    conclusion,
    html_url: `https://github.com/${repository.fullName}/runs/${id}`,
    details_url: check.detailsUrl,
    external_id: check.externalId,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: { ...output, annotations_count: annotations.length },
    app: actionsApp,
  };
}
