import { createHash, verify } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { createGitHubServer, type GitHubServer } from './create-github-server.ts';
import { operations } from './description/operation.ts';
import { handlers } from './operations/index.ts';
import { addCommit } from './state/commits.ts';
import { addComment, addIssue } from './state/issues.ts';
import { addReview } from './state/people.ts';
import { addPull, mergePull, pushToPull } from './state/pulls.ts';
import { addArtifact, addRun } from './state/runs.ts';

const at = '/repos/acme/infrastructure';

async function call(server: GitHubServer, request: string, body?: unknown) {
  const [method = 'GET', path = '/'] = request.split(' ');
  const url = path.startsWith('http') ? path : `${server.url}${path}`;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${server.token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: json };
}

/** main ← change, open as number 1. */
async function repositoryWithPull(options: Parameters<typeof createGitHubServer>[0] = {}) {
  const server = await createGitHubServer(options);
  const { state } = server;
  const files = { 'rolecall.yaml': 'scope: a\n', 'policies/a.json': '{}', link: { symlink: 'x' } };
  const base = addCommit(state, { branch: 'main', files });
  const change = { 'rolecall.yaml': 'scope: b\n', 'policies/a.json': null, 'b.txt': 'b' };
  addCommit(state, { branch: 'change', parents: [base], files: change, pusher: 'mona' });
  return { server, state, base, pull: addPull(state, { head: 'change' }) };
}

it('answers every operation that is described', () => {
  expect(Object.keys(handlers).sort()).toEqual(operations.map(({ id }) => id).sort());
});

it('gives answers as described', async () => {
  const { server, state, base, pull } = await repositoryWithPull();
  await using _ = server;
  addReview(state, { pull: 1, author: 'mona' });
  const issue = addIssue(state, { title: 'Drift', labels: ['drift'] });
  const comment = addComment(state, { issue: 1, body: 'Hello' });
  const run = addRun(state, { event: 'pull_request', headSha: pull.head.sha, pulls: [1] });
  addArtifact(state, { run: run.id, name: 'plan', files: { 'plan.json': '{}' } });
  const { tree } = state.commits.get(base) ?? {};
  const blob = createHash('sha1').update('blob 9\0scope: a\n').digest('hex');
  for (const path of [
    '',
    '/branches/main',
    '/collaborators/mona/permission',
    '/activity?ref=refs/heads/change',
    '/contents/rolecall.yaml',
    '/contents/policies?ref=main',
    '/contents/link',
    `/commits/${base}`,
    '/commits/change',
    `/commits/${pull.head.sha}/pulls`,
    '/compare/main...change',
    `/git/trees/${tree}?recursive=1`,
    `/git/blobs/${blob}`,
    '/git/ref/heads/main',
    '/git/ref/heads%2Fchange',
    '/pulls/1',
    '/pulls/1/files',
    '/pulls/1/commits',
    '/pulls/1/reviews',
    '/issues?state=all',
    '/issues/1/comments',
    '/actions/runs?event=pull_request',
    `/actions/runs/${run.id}`,
    `/actions/runs/${run.id}/artifacts`,
    '/actions/artifacts?name=plan',
  ]) {
    expect(await call(server, `GET ${at}${path}`), path).toMatchObject({ status: 200 });
  }
  const check = { name: 'Rolecall', head_sha: pull.head.sha, status: 'in_progress' };
  expect(await call(server, `POST ${at}/check-runs`, check)).toMatchObject({ status: 201 });
  const id = [...state.checkRuns.keys()][0];
  for (const [request, status, body] of [
    [`PATCH ${at}/check-runs/${id}`, 200, { conclusion: 'success' }],
    [`GET ${at}/commits/change/check-runs`, 200],
    [`POST ${at}/issues/1/comments`, 201, { body: 'x' }],
    [`PATCH ${at}/issues/comments/${comment.id}`, 200, { body: 'y' }],
    [`DELETE ${at}/issues/comments/${comment.id}`, 204],
    [`POST ${at}/issues`, 201, { title: 'Drift', labels: ['drift'] }],
    [`PATCH ${at}/issues/${issue.number}`, 200, { state: 'closed' }],
    [`POST ${at}/issues/${issue.number}/labels`, 200, { labels: ['moved'] }],
  ] as const) {
    expect(await call(server, request, body), request).toMatchObject({ status });
  }
  expect(state.checkRuns.get(Number(id))).toMatchObject({ status: 'completed' });
  expect(server.faults).toEqual([]);
});

it('shows what a pull request changes', async () => {
  const { server, state, pull } = await repositoryWithPull();
  await using _ = server;
  expect((await call(server, `GET ${at}/pulls/1/files`)).body).toMatchObject([
    { filename: 'b.txt', status: 'added' },
    { filename: 'policies/a.json', status: 'removed' },
    { filename: 'rolecall.yaml', status: 'modified', additions: 1, deletions: 1 },
  ]);
  const before = pull.head.sha;
  pushToPull(state, pull, { files: { 'b.txt': 'c' }, pusher: 'eve' });
  expect((await call(server, `GET ${at}/activity?ref=change`)).body).toMatchObject([
    { actor: { login: 'eve' }, before, after: pull.head.sha, activity_type: 'push' },
    { actor: { login: 'mona' }, activity_type: 'branch_creation' },
  ]);
  const sha = mergePull(state, pull, { by: 'mona', method: 'squash' });
  expect((await call(server, `GET ${at}/commits/${sha}/pulls`)).body).toMatchObject([
    { number: 1, merge_commit_sha: sha },
  ]);
  expect((await call(server, `GET ${at}/contents/b.txt`)).body).toMatchObject({
    content: 'Yw==\n',
  });
  expect(server.faults).toEqual([]);
});

it.each([
  ['GET', `${at}/pulls/1/merge`, undefined, 404, 'unknown-path'],
  ['GET', '/repos/other/one', undefined, 404, 'not-modelled'],
  ['GET', `${at}/pulls/one`, undefined, 404, 'parameters'],
  ['GET', `${at}/pulls/1/files?perpage=100`, undefined, 200, 'parameters'],
  ['GET', `${at}/pulls/1/files?per_page=101`, undefined, 200, 'parameters'],
  ['GET', `${at}/issues?state=opened`, undefined, 200, 'parameters'],
  ['GET', `${at}/issues?milestone=1`, undefined, 200, 'not-modelled'],
  ['POST', `${at}/issues/1/comments`, { text: 'x' }, 422, 'body'],
  ['POST', `${at}/issues/1/comments`, { body: 'x', colour: 'red' }, 201, 'body'],
  ['POST', `${at}/issues/1/comments`, undefined, 422, 'body'],
  ['POST', `${at}/check-runs`, { name: 'x', head_sha: 'x', status: 'done' }, 422, 'body'],
])('finds fault with %s %s %j', async (method, path, body, status, kind) => {
  const { server } = await repositoryWithPull();
  await using _ = server;
  expect(await call(server, `${method} ${path}`, body)).toMatchObject({ status });
  expect(new Set(server.faults.map((fault) => fault.kind))).toEqual(new Set([kind]));
});

it('pages with links that lead to the rest', async () => {
  const { server, state } = await repositoryWithPull();
  await using _ = server;
  for (let n = 0; n < 5; n += 1) addComment(state, { issue: 1, body: `${n}` });
  const seen: unknown[] = [];
  let next: string | undefined = `${at}/issues/1/comments?per_page=2`;
  while (next !== undefined) {
    const { body, headers } = await call(server, `GET ${next}`);
    seen.push(body);
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  }
  const bodies = (...texts: string[]) => texts.map((body) => ({ body }));
  expect(seen).toMatchObject([bodies('0', '1'), bodies('2', '3'), bodies('4')]);
  expect(server.faults).toEqual([]);
});

it('keeps to the limits', async () => {
  const { server, pull } = await repositoryWithPull();
  await using _ = server;
  const comment = async (length: number) =>
    (await call(server, `POST ${at}/issues/1/comments`, { body: 'x'.repeat(length) })).status;
  expect([await comment(65_536), await comment(65_537)]).toEqual([201, 422]);
  expect(server.faults).toEqual([]);

  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice' };
  const check = async (annotations: number, summary: string) => {
    const all = Array.from({ length: annotations }, () => ({ ...annotation, message: 'm' }));
    const output = { title: 't', summary, annotations: all };
    const body = { name: 'Rolecall', head_sha: pull.head.sha, output };
    return (await call(server, `POST ${at}/check-runs`, body)).status;
  };
  expect([await check(50, 'x'), await check(51, 'x')]).toEqual([201, 422]);
  expect([await check(0, 'x'.repeat(65_535)), await check(0, 'x'.repeat(65_536))]).toEqual([
    201, 422,
  ]);
});

it('lets a token do only what it may', async () => {
  const permissions = { contents: 'read', issues: 'read' } as const;
  const { server } = await repositoryWithPull({ permissions, repository: { private: true } });
  await using _ = server;
  const refused = { status: 403, body: { message: 'Resource not accessible by integration' } };
  expect(await call(server, `GET ${at}/issues/1/comments`)).toMatchObject({ status: 200 });
  expect(await call(server, `POST ${at}/issues/1/comments`, { body: 'x' })).toMatchObject(refused);
  expect(await call(server, `GET ${at}/actions/runs`)).toMatchObject(refused);
  server.permissions = { 'pull-requests': 'write' };
  expect(await call(server, `POST ${at}/issues/1/comments`, { body: 'x' })).toMatchObject({
    status: 201,
  });
  const stranger = await fetch(`${server.url}${at}`, { headers: { authorization: 'Bearer no' } });
  expect(stranger.status).toBe(401);
  expect(server.faults).toMatchObject([{ kind: 'credentials' }]);
});

it('fails as scripted, so often', async () => {
  const { server, state } = await repositoryWithPull();
  await using _ = server;
  const post = () => call(server, `POST ${at}/issues/1/comments`, { body: 'x' });
  server.fail('issues/create-comment', { kind: 'status', status: 422 }, { times: 2 });
  server.fail(/^POST .*comments$/, { kind: 'secondary-rate-limit', retryAfterSeconds: 7 });
  expect(await post()).toMatchObject({ status: 422 });
  expect(await post()).toMatchObject({ status: 422 });
  const limited = await post();
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '7']);
  server.fail(({ method }) => method === 'POST', { kind: 'reset' });
  await expect(post()).rejects.toThrow();
  expect(state.comments.size).toBe(0);
  server.fail('issues/create-comment', { kind: 'lost-answer' });
  await expect(post()).rejects.toThrow();
  expect(state.comments.size).toBe(1);
  expect(await post()).toMatchObject({ status: 201 });
  expect(server.requests.map(({ status }) => status)).toEqual([
    422,
    422,
    403,
    undefined,
    undefined,
    201,
  ]);
});

it('gives artifacts from another host, without the token', async () => {
  const { server, state, base } = await repositoryWithPull();
  await using _ = server;
  const run = addRun(state, { event: 'pull_request', headSha: base });
  const { id } = addArtifact(state, { run: run.id, name: 'plan', files: { 'plan.json': '{}' } });
  const gone = addArtifact(state, { run: run.id, name: 'plan', expired: true });
  const { status, headers } = await call(server, `GET ${at}/actions/artifacts/${id}/zip`);
  const location = headers.get('location') ?? '';
  const zip = new Uint8Array(await (await fetch(location)).arrayBuffer());
  expect([status, Object.keys(unzipSync(zip))]).toEqual([302, ['plan.json']]);
  expect((await call(server, `GET ${at}/actions/artifacts/${gone.id}/zip`)).status).toBe(410);
  expect(server.faults).toEqual([]);
  const authorization = `Bearer ${server.token}`;
  expect((await fetch(location, { headers: { authorization } })).status).toBe(403);
  expect(server.faults).toMatchObject([{ kind: 'credentials' }]);
});

it('issues OIDC tokens that can be verified', async () => {
  await using server = await createGitHubServer();
  const { requestUrl, requestToken } = server.oidc;
  server.oidc.claims = { sub: 'repo:acme/infrastructure:pull_request' };
  const authorization = `Bearer ${requestToken}`;
  const url = `${requestUrl}&audience=sts.amazonaws.com`;
  const answer = await fetch(url, { headers: { authorization } });
  const { value }: { value: string } = Object(await answer.json());
  const [head = '', payload = '', signature = ''] = value.split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    aud: 'sts.amazonaws.com',
    sub: 'repo:acme/infrastructure:pull_request',
  });
  const signed = Buffer.from(`${head}.${payload}`);
  const proof = Buffer.from(signature, 'base64url');
  expect(verify('RSA-SHA256', signed, server.oidc.publicKey(), proof)).toBe(true);
  expect((await fetch(url)).status).toBe(401);
});
