import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createGitHubServer, type GitHubServer } from '../create-github-server.ts';
import { addCommit } from '../state/commits.ts';
import { addPull } from '../state/pulls.ts';
import * as events from './events.ts';
import type { Job } from './job.ts';
import { runAction } from './run-action.ts';

async function serverWithPull({ fork }: { fork: boolean }) {
  const server = await createGitHubServer();
  const base = addCommit(server.state, { branch: 'main', files: { 'rolecall.yaml': 'a' } });
  const commit = { parents: [base], files: { 'rolecall.yaml': 'b' } };
  const sha = addCommit(server.state, { ...commit, ...(!fork && { branch: 'change' }) });
  const from = fork ? { fork: { repository: 'mona/infrastructure', sha } } : {};
  return { server, base, sha, pull: addPull(server.state, { head: 'change', ...from }) };
}

async function scriptOf(server: GitHubServer, code: string): Promise<string> {
  const main = join(await server.makeFolder(), 'main.mjs');
  await writeFile(main, code);
  return main;
}

it('runs a script as the runner does', async () => {
  const { server, pull } = await serverWithPull({ fork: false });
  await using _ = server;
  const main = await scriptOf(
    server,
    `import { appendFileSync, lstatSync } from 'node:fs';
    const { env } = process;
    const url = env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY + '/pulls/1';
    const headers = { authorization: 'token ' + env['INPUT_GITHUB-TOKEN'] };
    const { number } = await (await fetch(url, { headers })).json();
    appendFileSync(env.GITHUB_OUTPUT, 'number=' + number + '\\nboth<<x\\na\\nb\\nx\\n');
    appendFileSync(env.GITHUB_OUTPUT, 'link=' + lstatSync('link').isSymbolicLink() + '\\n');
    appendFileSync(env.GITHUB_OUTPUT, 'role=' + env['INPUT_ROLE-TO-ASSUME'] + '\\n');
    appendFileSync(env.GITHUB_STEP_SUMMARY, '# Done');
    console.log('::error file=a.yaml,line=3::50%25 wrong%0Anext');
    console.error('gone');
    process.exitCode = 2;`,
  );
  const { env } = await events.pullRequestEvent(server, { pull });
  const ended = await runAction({
    ...{ main, env, server },
    inputs: { 'role-to-assume': 'arn' },
    workspaceFiles: { 'sub/a.yaml': 'x', link: { symlink: 'sub/a.yaml' } },
  });
  expect(ended).toMatchObject({
    exitCode: 2,
    stderr: 'gone\n',
    outputs: { number: '1', both: 'a\nb', link: 'true', role: 'arn' },
    summary: '# Done',
    commands: [
      { name: 'error', properties: { file: 'a.yaml', line: '3' }, message: '50% wrong\nnext' },
    ],
  });
  expect(server.faults).toEqual([]);
});

it('passes on nothing of its own environment, and cancels', async () => {
  await using server = await createGitHubServer();
  addCommit(server.state, { branch: 'main' });
  const main = await scriptOf(
    server,
    `process.on('SIGINT', () => {
      console.log(JSON.stringify(Object.keys(process.env)));
      process.exit(7);
    });
    const { GITHUB_API_URL: url, GITHUB_REPOSITORY: name } = process.env;
    await fetch(url + '/repos/' + name).catch(() => {});
    setInterval(() => {}, 1000);`,
  );
  const { env } = await events.scheduleEvent(server);
  const cancelWhen = server.waitFor(/^GET /);
  const { exitCode, stdout } = await runAction({ main, env, server, cancelWhen });
  const given = [...Object.keys(env), 'INPUT_GITHUB-TOKEN', 'PATH', 'AWS_EC2_METADATA_DISABLED'];
  const names: unknown = JSON.parse(stdout);
  expect({ exitCode, names }).toEqual({ exitCode: 7, names: expect.arrayContaining(given) });
  expect(names).toHaveLength(given.length);
});

it.each<[string, (server: GitHubServer) => Promise<Job>, object, string]>([
  [
    'push',
    (server) => events.pushEvent(server),
    { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main' },
    'ref:refs/heads/main',
  ],
  [
    'schedule',
    (server) => events.scheduleEvent(server, { environment: 'production' }),
    { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
    'environment:production',
  ],
  [
    'workflow_dispatch',
    (server) => events.workflowDispatchEvent(server, { branch: 'change', actor: 'mona' }),
    {
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REF: 'refs/heads/change',
      GITHUB_ACTOR: 'mona',
    },
    'ref:refs/heads/change',
  ],
])('makes the job of %s', async (_name, start, expected, subject) => {
  const { server } = await serverWithPull({ fork: false });
  await using _ = server;
  const { env, payload, run } = await start(server);
  expect(env).toMatchObject({ ...expected, GITHUB_RUN_ID: String(run.id), GITHUB_HEAD_REF: '' });
  expect(payload).toMatchObject({
    repository: { full_name: 'acme/infrastructure', default_branch: 'main' },
    sender: { login: env['GITHUB_ACTOR'] },
  });
  expect(server.oidc.claims).toMatchObject({ sub: `repo:acme/infrastructure:${subject}` });
});

it('makes the jobs of a pull request', async () => {
  const { server, sha, base, pull } = await serverWithPull({ fork: false });
  await using _ = server;
  const { env, payload, run } = await events.pullRequestEvent(server, { pull });
  expect(env).toMatchObject({
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_SHA: pull.mergeCommitSha,
    GITHUB_HEAD_REF: 'change',
    GITHUB_BASE_REF: 'main',
  });
  expect(payload).toMatchObject({
    action: 'synchronize',
    number: 1,
    pull_request: { number: 1, head: { sha, repo: { fork: false } }, base: { sha: base } },
  });
  expect(run).toMatchObject({ headSha: sha, headBranch: 'change', event: 'pull_request' });
  const name = 'pull_request_target';
  const target = await events.pullRequestEvent(server, { pull, name });
  expect(target.env).toMatchObject({ GITHUB_EVENT_NAME: name, GITHUB_SHA: base });
  const queued = await events.mergeGroupEvent(server, { pull });
  expect(queued.payload).toMatchObject({ merge_group: { base_ref: 'refs/heads/main' } });
});

it('gives a fork neither the right to write nor OIDC', async () => {
  const { server, pull } = await serverWithPull({ fork: true });
  await using _ = server;
  const { env, payload } = await events.forkPullRequestEvent(server, { pull });
  expect(payload).toMatchObject({
    pull_request: { head: { repo: { full_name: 'mona/infrastructure', fork: true } } },
  });
  expect(env).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
  expect(Object.values(server.permissions)).not.toContain('write');
});
