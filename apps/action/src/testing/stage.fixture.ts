import { readFile } from 'node:fs/promises';
import { createAccountPort, createClients } from '@rolecall/aws';
import { applyManifest, planManifest, readManifest } from '@rolecall/core';
import { createSandbox, parseScenario, type Sandbox, serveSandbox } from '@rolecall/sandbox';
import { createGitHubServer, type GitHubServer } from './github/create-github-server.ts';
import {
  forkPullRequestEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from './github/runner/events.ts';
import type { Job } from './github/runner/job.ts';
import { type EndedAction, runAction } from './github/runner/run-action.ts';
import { addCommit } from './github/state/commits.ts';
import type { FileContent } from './github/state/git-objects.ts';
import type { IssueComment, Pull } from './github/state/github-state.ts';
import { addPull, filesAt, mergePull, type NewPull } from './github/state/pulls.ts';
import { addArtifact, defaultWorkflow } from './github/state/runs.ts';

export const account = '111122223333';
export const head = `version: 1\nscope: platform\naccount: '${account}'\n`;

/** What is in an account, or a repository, when a scenario begins. */
export interface StageOptions {
  /** Where AWS is, in the place of the sandbox. */
  readonly awsEndpoint?: string | undefined;
  /** A scenario of the sandbox, as YAML. */
  readonly scenario?: string;
  /** ARN of whose credentials the run has; without it an administrator's. */
  readonly caller?: string;
  /** A manifest that has been applied before. */
  readonly applied?: string;
  /** Files of the default branch beside the workflow; `rolecall.yaml` is `applied` unless given. */
  readonly files?: Readonly<Record<string, FileContent>>;
}

export type Files = Readonly<Record<string, FileContent | null>>;
export type Inputs = Readonly<Record<string, string>>;

/** A repository at GitHub, an account at AWS, and the action between them, each on a real port. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHubServer;
  readonly sandbox: Sandbox;
  /** Opens a pull request with these changes. */
  open(files: Files, options?: Partial<NewPull>): Pull;
  /** The action on the pull request; keeps its plan as the workflows do. */
  plan(pull: Pull, inputs?: Inputs, options?: { readonly action?: string }): Promise<EndedAction>;
  planFork(pull: Pull, inputs?: Inputs): Promise<EndedAction>;
  merge(pull: Pull, by?: string): string;
  /** The action on a push to the default branch, at its tip if no commit is given. */
  apply(inputs?: Inputs, at?: { readonly after?: string }): Promise<EndedAction>;
  release(planId: string, inputs?: Inputs): Promise<EndedAction>;
  queue(pull: Pull, inputs?: Inputs): Promise<EndedAction>;
  onSchedule(inputs: Inputs): Promise<EndedAction>;
  /** Any event and mode, at a commit's files. */
  run(job: Job, at: string, inputs: Inputs): Promise<EndedAction>;
  /** A call of IAM that somebody makes past the repository; `Action` and its parameters. */
  changeByHand(call: Readonly<Record<string, string>>): Promise<void>;
  comments(pull: Pull): readonly IssueComment[];
  /** IAM writes since the stage was set, as `CreateRole`. */
  writes(): readonly string[];
}

const workflow = `on: pull_request
jobs:
  rolecall:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: acme/rolecall@v1
`;

const main = `${import.meta.dirname}/../../dist/main.js`;
export const secretAccessKey = 'example-secret';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey };

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { scenario, caller, applied, files = {} } = options;
  const sandbox = createSandbox({
    now: () => new Date(),
    accountId: account,
    ...(scenario !== undefined && { scenario: parseScenario(scenario, 'scenario.yaml') }),
    ...(caller !== undefined && { caller }),
  });
  if (applied !== undefined) await provision(sandbox, applied);
  const before = sandbox.calls.length;
  const served = await serveSandbox(sandbox, { port: 0 });
  const github = await createGitHubServer();
  const { state } = github;
  addCommit(state, {
    branch: 'main',
    files: {
      [defaultWorkflow]: workflow,
      ...(applied !== undefined && { 'rolecall.yaml': applied }),
      ...files,
    },
  });
  const aws = { endpoint: options.awsEndpoint ?? served.url, region: 'us-east-1', credentials };
  const checkedOut = (sha: string) =>
    Object.fromEntries([...filesAt(state, sha)].map(([path, entry]) => [path, contentOf(entry)]));
  const contentOf = ({ mode, sha }: { readonly mode: string; readonly sha: string }) => {
    const data = state.blobs.get(sha) ?? new Uint8Array();
    return mode === '120000' ? { symlink: Buffer.from(data).toString('utf8') } : data;
  };
  const run = async (job: Job, at: string, inputs: Inputs, isOffline = false) => {
    const ended = await runAction({
      main,
      env: { ...job.env, AWS_EC2_METADATA_DISABLED: 'true' },
      inputs,
      workspaceFiles: checkedOut(at),
      server: github,
      ...(!isOffline && { aws }),
    });
    job.run.status = 'completed';
    job.run.conclusion = ended.exitCode === 0 ? 'success' : 'failure';
    return ended;
  };
  let branches = 0;
  const stage: Stage = {
    github,
    sandbox,
    open: (changes, asked = {}) => {
      branches += 1;
      const branch = asked.head ?? `change-${branches}`;
      const tip = state.refs.get('heads/main') ?? '';
      const { fork, ...rest } = asked;
      const sha = addCommit(state, {
        ...(fork === undefined && { branch }),
        parents: [tip],
        files: changes,
        author: rest.author ?? 'octocat',
      });
      const from = fork === undefined ? {} : { fork: { ...fork, sha } };
      return addPull(state, { ...rest, head: branch, ...from });
    },
    plan: async (pull, inputs = {}, asked = {}) => {
      const job = await pullRequestEvent(github, { pull, ...asked });
      const ended = await run(job, pull.mergeCommitSha ?? '', { mode: 'plan', ...inputs });
      const file = ended.outputs['plan-file'] ?? '';
      if (file !== '') {
        const text = await readFile(file, 'utf8');
        const kept = { 'rolecall-plan.json': text };
        addArtifact(state, { run: job.run.id, name: 'rolecall-plan', files: kept });
      }
      return ended;
    },
    planFork: async (pull, inputs = {}) => {
      const job = await forkPullRequestEvent(github, { pull });
      return run(job, pull.mergeCommitSha ?? '', { mode: 'plan', ...inputs }, true);
    },
    merge: (pull, by = 'mona') => mergePull(state, pull, { by }),
    apply: async (inputs = {}, at = {}) => {
      const job = await pushEvent(github, at);
      const sha = at.after ?? state.refs.get('heads/main') ?? '';
      return run(job, sha, { mode: 'apply', ...inputs });
    },
    release: async (planId, inputs = {}) => {
      const job = await workflowDispatchEvent(github, {});
      const sha = state.refs.get('heads/main') ?? '';
      return run(job, sha, { mode: 'apply', 'plan-id': planId, ...inputs });
    },
    queue: async (pull, inputs = {}) => {
      const job = await mergeGroupEvent(github, { pull });
      return run(job, pull.mergeCommitSha ?? '', { mode: 'apply', ...inputs });
    },
    onSchedule: async (inputs) => {
      const job = await scheduleEvent(github);
      return run(job, state.refs.get('heads/main') ?? '', inputs);
    },
    run,
    changeByHand: async (call) => {
      const { status, body } = await sandbox.handleHttp({
        method: 'POST',
        path: '/',
        headers: {
          authorization: 'AWS4-HMAC-SHA256 Credential=AKIDHAND/20261121/us-east-1/iam/aws4_request',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ Version: '2010-05-08', ...call }).toString(),
      });
      if (status !== 200) throw new Error(body);
    },
    comments: ({ number }) =>
      [...state.comments.values()].filter((comment) => comment.issue === number),
    writes: () =>
      sandbox.calls
        .slice(before)
        // That others are kept out meanwhile is nothing that was asked for.
        .filter(({ input }) => !JSON.stringify(input).includes('rolecall-lease'))
        .map(({ action }) => action.replace('iam:', ''))
        .filter(
          (action) => !/^(sts:|([a-z-]+:)?(Get|List|Describe|Generate|Simulate))/.test(action),
        ),
    [Symbol.asyncDispose]: async () => {
      await github.close();
      await served.close();
    },
  };
  return stage;
}

async function provision(sandbox: Sandbox, text: string): Promise<void> {
  const clients = createClients({
    region: 'us-east-1',
    credentials,
    requestHandler: sandbox.requestHandler,
  });
  const signal = new AbortController().signal;
  const sleep = () => Promise.resolve();
  const port = createAccountPort(clients, { now: () => new Date(), sleep, signal });
  const source = { read: async () => text, match: async () => [] };
  const manifest = await readManifest(source, 'rolecall.yaml');
  const applied = await applyManifest({
    ...{ port, manifest, sleep, signal },
    reviewed: undefined,
    includeRetired: true,
    allowReplace: true,
    skipPreflight: true,
    confirm: async () => true,
    onEvent: () => {},
  });
  if (applied.kind !== 'applied' || !applied.report.complete) throw new Error('not provisioned');
  const { plan } = await planManifest({ port, manifest, includeRetired: true });
  if (plan.changes.length > 0) throw new Error('not converged');
}
