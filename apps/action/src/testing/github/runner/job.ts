import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHubServer } from '../create-github-server.ts';
import type { JsonRecord } from '../json.ts';
import { showRepository } from '../operations/representations.ts';
import type { WorkflowRun } from '../state/github-state.ts';
import { idOf, userOf } from '../state/people.ts';
import { addRun, defaultWorkflow } from '../state/runs.ts';

/** A job of a workflow, as a step of it sees it. */
export interface Job {
  /** The runner's environment, complete but for the inputs; the files it names exist. */
  readonly env: Readonly<Record<string, string>>;
  /** What is in the file at `GITHUB_EVENT_PATH`. */
  readonly payload: JsonRecord;
  /** Of this job, as the API shows it. */
  readonly run: WorkflowRun;
}

export interface JobOptions {
  /** Who caused the event. */
  readonly actor?: string;
  /** Who started this attempt, where it was run again. */
  readonly triggeringActor?: string;
  /** `.github/workflows/rolecall.yml`. */
  readonly workflow?: string;
  /** A deployment environment; it is in the subject of OIDC tokens. */
  readonly environment?: string;
  readonly runAttempt?: number;
}

export interface JobEvent extends JobOptions {
  readonly name: string;
  /** Without repository and sender, which every event has. */
  readonly payload: JsonRecord;
  /** `refs/pull/1/merge`. */
  readonly ref: string;
  readonly sha: string;
  /** What the run is listed under, where that is another commit. */
  readonly run?: Partial<Pick<WorkflowRun, 'headSha' | 'headBranch' | 'headRepository' | 'pulls'>>;
  /** The rest of the subject of OIDC tokens, without it the ref: `pull_request`. */
  readonly subject?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
}

/** Makes the job of an event: its run, its files and its environment. */
export async function startJob(server: GitHubServer, event: JobEvent): Promise<Job> {
  const { state } = server;
  const { repository } = state;
  const { actor = 'octocat', workflow = defaultWorkflow, runAttempt = 1 } = event;
  const run = addRun(state, {
    event: event.name,
    headSha: event.sha,
    headBranch: event.ref.replace('refs/heads/', ''),
    path: workflow,
    status: 'in_progress',
    conclusion: null,
    actor,
    runAttempt,
    ...event.run,
  });
  const payload = {
    ...event.payload,
    repository: showRepository(state, repository.fullName),
    sender: userOf(actor),
  };
  const subject =
    event.environment === undefined
      ? (event.subject ?? `ref:${event.ref}`)
      : `environment:${event.environment}`;
  const workflowRef = `${repository.fullName}/${workflow}@${event.ref}`;
  server.oidc.claims = {
    sub: `repo:${repository.fullName}:${subject}`,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(repository.ownerId),
    ...{ ref: event.ref, sha: event.sha, actor, event_name: event.name },
    ...{ head_ref: event.headRef ?? '', base_ref: event.baseRef ?? '' },
    ...{ workflow_ref: workflowRef, job_workflow_ref: workflowRef, run_id: String(run.id) },
  };
  const refName = event.ref.replace(/^refs\/(?:heads\/|pull\/)/, '');
  const env = {
    ...(await makeFiles(server, payload)),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__acme_rolecall',
    GITHUB_ACTION_REPOSITORY: 'acme/rolecall',
    GITHUB_ACTION_REF: 'main',
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: String(idOf(actor)),
    GITHUB_TRIGGERING_ACTOR: event.triggeringActor ?? actor,
    GITHUB_API_URL: server.url,
    GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: refName,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_PROTECTED: String(state.protectedBranches.has(refName)),
    GITHUB_HEAD_REF: event.headRef ?? '',
    GITHUB_BASE_REF: event.baseRef ?? '',
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_REPOSITORY_OWNER_ID: String(repository.ownerId),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.runNumber),
    GITHUB_RUN_ATTEMPT: String(runAttempt),
    GITHUB_JOB: 'rolecall',
    GITHUB_WORKFLOW: run.name,
    GITHUB_WORKFLOW_REF: workflowRef,
    GITHUB_WORKFLOW_SHA: event.sha,
    GITHUB_RETENTION_DAYS: '90',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    // Absent unless the job may have tokens, so that asking fails as it does there.
    ...(server.permissions['id-token'] === 'write' && {
      ACTIONS_ID_TOKEN_REQUEST_URL: server.oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: server.oidc.requestToken,
    }),
  };
  return { env, payload, run };
}

async function makeFiles(server: GitHubServer, payload: object): Promise<Record<string, string>> {
  const folder = await server.makeFolder();
  const files = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', GITHUB_STATE: '', GITHUB_ENV: '' };
  const contents = { ...files, GITHUB_PATH: '', GITHUB_EVENT_PATH: JSON.stringify(payload) };
  const folders = ['RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'GITHUB_WORKSPACE', 'HOME'];
  const pathOf = (name: string) => join(folder, name.toLowerCase());
  await Promise.all(folders.map((name) => mkdir(pathOf(name))));
  await Promise.all(Object.entries(contents).map(([name, text]) => writeFile(pathOf(name), text)));
  const names = [...folders, ...Object.keys(contents)];
  const paths = Object.fromEntries(names.map((name) => [name, pathOf(name)]));
  return { ...paths, RUNNER_WORKSPACE: folder };
}
