import { describe, expect, it } from 'vitest';
import { expectInert, marker } from './testing/expect-inert.fixture.ts';
import type { Failure } from './testing/github/failures.ts';
import type { EndedAction } from './testing/github/runner/run-action.ts';
import { addComment } from './testing/github/state/issues.ts';
import { addReview } from './testing/github/state/people.ts';
import { head, type Stage, setStage } from './testing/stage.fixture.ts';

const manifest = 'rolecall.yaml';
const trust =
  '{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }';
const app = (more = '') => `${head}roles:\n  app:\n    trust: ${trust}\n${more}`;
const administrator = app('    managedPolicies: [AdministratorAccess]\n');

function warningsOf({ commands }: EndedAction): string {
  return commands.map(({ message }) => message).join('\n');
}

function statesOf({ github }: Stage): readonly string[] {
  return [...github.state.checkRuns.values()].map(({ status }) => status);
}

type Set = (stage: Stage) => void;

const failing =
  (operation: string, failure: Failure, times = 99): Set =>
  ({ github }) =>
    github.fail(operation, failure, { times });
const forbidden: Failure = { kind: 'status', status: 403, message: 'Resource not accessible' };
const missing: Failure = { kind: 'status', status: 404, message: 'Not Found' };
const tooLong: Failure = { kind: 'status', status: 422, message: 'Only 65535 characters' };

describe.concurrent('what GitHub does not take changes no verdict', () => {
  it.each<[string, Set, { comments: number; checks: readonly string[]; said?: string }]>([
    [
      'no permission for comments',
      ({ github }) => {
        github.permissions = { ...github.permissions, issues: 'read', 'pull-requests': 'read' };
      },
      { comments: 0, checks: ['completed'], said: 'did not take the comment' },
    ],
    [
      'no permission for check runs',
      ({ github }) => {
        github.permissions = { ...github.permissions, checks: 'read' };
      },
      { comments: 1, checks: [] },
    ],
    [
      'no permission at all',
      ({ github }) => {
        github.permissions = {};
      },
      { comments: 0, checks: [], said: 'did not take the comment' },
    ],
    [
      'comments cannot be listed',
      failing('issues/list-comments', forbidden),
      { comments: 0, checks: ['completed'], said: 'did not take the comment' },
    ],
    [
      'the pull request is gone',
      failing('issues/create-comment', missing),
      { comments: 0, checks: ['completed'], said: 'did not take the comment' },
    ],
    [
      'a comment that is too long, once',
      failing('issues/create-comment', tooLong, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'every comment is too long',
      failing('issues/create-comment', tooLong),
      { comments: 0, checks: ['completed'], said: 'did not take the comment' },
    ],
    [
      'a limit that passes',
      failing('issues/create-comment', { kind: 'secondary-rate-limit', retryAfterSeconds: 1 }, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a limit that does not pass soon',
      failing('issues/create-comment', { kind: 'secondary-rate-limit', retryAfterSeconds: 3600 }),
      { comments: 0, checks: ['completed'], said: 'secondary rate limit' },
    ],
    [
      'a bad gateway before the comment is made',
      failing('issues/create-comment', { kind: 'bad-gateway' }, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a comment that is made without an answer',
      failing('issues/create-comment', { kind: 'lost-answer' }, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'connections that are reset',
      failing('issues/create-comment', { kind: 'reset' }),
      { comments: 0, checks: ['completed'], said: 'did not take the comment' },
    ],
    [
      'slow answers',
      failing('issues/create-comment', { kind: 'slow', milliseconds: 1000 }),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a check run that is made without an answer',
      failing('checks/create', { kind: 'lost-answer' }, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a check run that is not made',
      failing('checks/create', { kind: 'reset' }),
      { comments: 1, checks: [], said: 'opens no check run' },
    ],
    [
      'summaries that are too long',
      failing('checks/update', tooLong, 2),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a check run that is not updated at first',
      failing('checks/update', { kind: 'bad-gateway' }, 1),
      { comments: 1, checks: ['completed'] },
    ],
    [
      'a check run that is not updated',
      failing('checks/update', forbidden),
      { comments: 1, checks: ['in_progress'], said: 'did not take the check run' },
    ],
  ])('%s', async (_, set, { comments, checks, said = '' }) => {
    await using stage = await setStage({ applied: app() });
    set(stage);
    const pull = stage.open({ [manifest]: administrator });
    const ended = await stage.plan(pull);
    expect(ended).toMatchObject({
      exitCode: 0,
      outputs: { 'failure-reason': '', 'to-update': '1', 'highest-severity': 'critical' },
      summary: expect.stringContaining('Grants administrator access'),
    });
    expect(stage.comments(pull)).toHaveLength(comments);
    expect(statesOf(stage)).toEqual(checks);
    expect(warningsOf(ended)).toContain(said);
    expectInert(stage, ended);
  });

  it('a server that takes short comments only', async () => {
    const roles = Array.from({ length: 40 }, (_, index) => `  app-${index}: { trust: ${trust} }\n`);
    await using stage = await setStage({});
    Object.assign(stage.github.limits, { commentCharacters: 9_000 });
    const pull = stage.open({ [manifest]: `${head}roles:\n${roles.join('')}` });
    const ended = await stage.plan(pull);
    expect(ended.outputs).toMatchObject({ 'to-create': '40' });
    const [comment] = stage.comments(pull);
    expect(comment?.body.length).toBeGreaterThan(1000);
    expect(stage.github.requests.filter(({ status }) => status === 422)).not.toEqual([]);
    expectInert(stage, ended);
  });

  it('a comment that is deleted while it is updated', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: administrator });
    await stage.plan(pull);
    const deletes = ({ operation }: { readonly operation: string | undefined }) => {
      if (operation === 'issues/update-comment') stage.github.state.comments.clear();
      return false;
    };
    stage.github.fail(deletes, missing);
    const ended = await stage.plan(pull);
    const [comment, ...others] = stage.comments(pull);
    expect(others).toEqual([]);
    expect(ended.outputs['comment-url']).toContain(String(comment?.id));
  });

  it.each<[string, Set, number]>([
    ['two comments, of which one goes', () => {}, 1],
    ['two comments, of which none can be deleted', failing('issues/delete-comment', forbidden), 2],
  ])('%s', async (_, set, left) => {
    await using stage = await setStage({ applied: app() });
    set(stage);
    const pull = stage.open({ [manifest]: administrator });
    const old = { issue: pull.number, body: `${marker}\nold` };
    const { id } = addComment(stage.github.state, old);
    addComment(stage.github.state, old);
    expect(await stage.plan(pull)).toMatchObject({ exitCode: 0 });
    expect(stage.comments(pull)).toHaveLength(left);
    expect(stage.comments(pull)[0]).toMatchObject({ id, body: expect.stringContaining('Grants') });
  });

  it('neither is what was applied', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: administrator });
    await stage.plan(pull);
    stage.merge(pull);
    failing('issues/update-comment', forbidden)(stage);
    failing('checks/update', { kind: 'reset' }, 1)(stage);
    const ended = await stage.apply();
    expect(ended).toMatchObject({
      exitCode: 0,
      outputs: { applied: 'true', 'failure-reason': '' },
    });
    expect(stage.writes()).toEqual(['AttachRolePolicy']);
    expect(statesOf(stage)).toEqual(['completed', 'completed']);
  });

  it('an issue about drift that cannot be written', async () => {
    await using stage = await setStage({ files: { [manifest]: app() } });
    failing('issues/create', forbidden)(stage);
    const ended = await stage.onSchedule({ mode: 'drift', 'drift-issue': 'true' });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'findings' } });
    expect(warningsOf(ended)).toContain('did not take the issue');
  });
});

describe.concurrent('what GitHub does not tell', () => {
  const reset: Failure = { kind: 'reset' };

  it.each<[string, Set, string]>([
    ['the tree of the base', failing('git/get-tree', forbidden), 'access-denied'],
    ['a base that is gone', failing('git/get-tree', missing), 'access-denied'],
    ['a tree that never comes', failing('git/get-tree', reset), 'access-denied'],
    ['the guardrails', failing('git/get-blob', forbidden), 'access-denied'],
    ['what a pull request changes', failing('pulls/list-files', forbidden), 'access-denied'],
    [
      'half of a tree',
      ({ github }) => {
        Object.assign(github.limits, { treeEntries: 1 });
      },
      'invalid-manifest',
    ],
  ])('fails a plan: %s', async (_, set, reason) => {
    const files = { 'rolecall-guardrails.yaml': 'version: 1\n' };
    await using stage = await setStage({ applied: app(), files });
    set(stage);
    const pull = stage.open({ [manifest]: administrator });
    const ended = await stage.plan(pull);
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': reason } });
    expect(warningsOf(ended)).toContain('GitHub');
    expect(statesOf(stage)).toEqual(['completed']);
    expect(stage.comments(pull)).toHaveLength(1);
    expectInert(stage, ended);
  });

  it.each<[string, Set]>([
    ['the tip of the branch', failing('repos/get-branch', forbidden)],
    ['the guardrails', failing('git/get-tree', forbidden)],
    ['this run', failing('actions/get-workflow-run', forbidden)],
    ['earlier runs', failing('actions/list-workflow-runs-for-repo', reset)],
    ['commits', failing('repos/list-pull-requests-associated-with-commit', forbidden)],
    ['artifacts', failing('actions/list-workflow-run-artifacts', forbidden)],
    ['the reviewed plan', failing('actions/download-artifact', { kind: 'status', status: 410 })],
    ['reviews', failing('pulls/list-reviews', forbidden)],
    ['who pushed', failing('repos/list-activities', forbidden)],
    ['who may write', failing('repos/get-collaborator-permission-level', forbidden)],
  ])('is never taken for leave to apply: %s', async (_, set) => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: administrator });
    await stage.plan(pull);
    addReview(stage.github.state, { pull: pull.number, author: 'mona' });
    stage.github.state.roles.set('mona', 'write');
    stage.merge(pull);
    set(stage);
    const ended = await stage.apply({ approval: 'review' });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { applied: 'false' } });
    expect(warningsOf(ended)).toContain('GitHub');
    expect(stage.writes()).toEqual([]);
    expect(statesOf(stage)).toEqual(['completed', 'completed']);
    expectInert(stage, ended);
  });
});
