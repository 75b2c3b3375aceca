import { createHash } from 'node:crypto';
import type { JsonRecord } from '../json.ts';
import type { Artifact, GitHubState, WorkflowRun } from '../state/github-state.ts';
import { idOf, userOf } from '../state/people.ts';
import { type Ask, found, type Handler, Refusal } from './answer.ts';
import { pageOf } from './page.ts';
import { showRepository } from './representations.ts';

export const actionsHandlers: Readonly<Record<string, Handler>> = {
  'actions/list-workflow-runs-for-repo': (ask) => {
    const { state, query } = ask;
    const wanted = { actor: query('actor'), branch: query('branch'), event: query('event') };
    const sha = query('head_sha');
    const status = query('status');
    const runs = [...state.runs.values()]
      .reverse()
      .filter((run) => wanted.actor === undefined || run.actor === wanted.actor)
      .filter((run) => wanted.branch === undefined || run.headBranch === wanted.branch)
      .filter((run) => wanted.event === undefined || run.event === wanted.event)
      .filter((run) => sha === undefined || run.headSha === sha)
      .filter((run) => status === undefined || [run.status, run.conclusion].includes(status));
    const { items, headers } = pageOf(ask, runs);
    const body = {
      total_count: runs.length,
      workflow_runs: items.map((run) => showRun(state, run)),
    };
    return { status: 200, body, headers };
  },

  'actions/get-workflow-run': (ask) => ({ status: 200, body: showRun(ask.state, runOf(ask)) }),

  'actions/list-workflow-run-artifacts': (ask) => {
    const { id } = runOf(ask);
    return listArtifacts(ask, ({ run }) => run === id);
  },

  'actions/list-artifacts-for-repo': (ask) => listArtifacts(ask, () => true),

  'actions/download-artifact': ({ state, path, storageUrl }) => {
    const { id, expired } = found(state.artifacts.get(Number(path['artifact_id'])));
    if (path['archive_format'] !== 'zip') throw new Refusal(404, 'Not Found');
    if (expired) throw new Refusal(410, 'Artifact has expired');
    return { status: 302, headers: { location: storageUrl(id) } };
  },
};

function runOf({ state, path }: Ask): WorkflowRun {
  return found(state.runs.get(Number(path['run_id'])));
}

function listArtifacts(ask: Ask, matches: (artifact: Artifact) => boolean) {
  const { state } = ask;
  const name = ask.query('name');
  const all = [...state.artifacts.values()]
    .reverse()
    .filter(matches)
    .filter((artifact) => name === undefined || artifact.name === name);
  const { items, headers } = pageOf(ask, all);
  const artifacts = items.map((artifact) => showArtifact(state, artifact));
  return { status: 200, body: { total_count: all.length, artifacts }, headers };
}

function showRun(state: GitHubState, run: WorkflowRun): JsonRecord {
  const { fullName } = state.repository;
  return {
    id: run.id,
    name: run.name,
    display_title: run.name,
    event: run.event,
    path: run.path,
    workflow_id: idOf(run.path),
    status: run.status,
    conclusion: run.conclusion,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    html_url: `https://github.com/${fullName}/actions/runs/${run.id}`,
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    actor: userOf(run.actor),
    triggering_actor: userOf(run.actor),
    repository: showRepository(state, fullName),
    head_repository: showRepository(state, run.headRepository),
    // Empty where the pull request comes from a fork.
    pull_requests:
      run.headRepository === fullName
        ? run.pulls.map((number) => showPullOfRun(state, number))
        : [],
  };
}

function showPullOfRun({ repository, pulls }: GitHubState, number: number): JsonRecord {
  const { base, head } = found(pulls.get(number));
  const repo = { id: repository.id, name: repository.name };
  const sideOf = ({ ref, sha }: { ref: string; sha: string }) => ({ ref, sha, repo });
  return { id: 1_000_000 + number, number, base: sideOf(base), head: sideOf(head) };
}

function showArtifact(state: GitHubState, artifact: Artifact): JsonRecord {
  const { id, name, expired, zip, createdAt } = artifact;
  const run = state.runs.get(artifact.run);
  const { fullName } = state.repository;
  const url = `https://api.github.com/repos/${fullName}/actions/artifacts/${id}`;
  return {
    id,
    name,
    expired,
    url,
    archive_download_url: `${url}/zip`,
    size_in_bytes: zip.length,
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
    created_at: createdAt,
    workflow_run: {
      id: artifact.run,
      repository_id: showRepository(state, fullName)['id'],
      head_repository_id: showRepository(state, run?.headRepository ?? fullName)['id'],
      head_sha: run?.headSha,
      head_branch: run?.headBranch ?? '',
    },
  };
}
