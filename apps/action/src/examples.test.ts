import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Permissions } from './testing/github/permissions.ts';
import { pullRequestEvent } from './testing/github/runner/events.ts';
import { account, head, type Inputs, type Stage, setStage } from './testing/stage.fixture.ts';

interface Example {
  readonly permissions: Permissions;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses: string; readonly with?: object }[] }>
  >;
}

/** What an example gives the action; the stage has credentials of its own, and one person. */
function readExample(name: string): { readonly permissions: Permissions; readonly inputs: Inputs } {
  const file = `${import.meta.dirname}/../../../examples/workflows/${name}`;
  const { permissions, jobs }: Example = parse(readFileSync(file, 'utf8'));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const given = steps.find(({ uses }) => uses === 'OWNER/rolecall@COMMIT')?.with ?? {};
  const inputs = Object.entries(given)
    .filter(([key]) => !['role-to-assume', 'approval', 'plan-id'].includes(key))
    .map(([key, value]) => [key, String(value)]);
  return { permissions, inputs: Object.fromEntries(inputs) };
}

const role = (more = '') => `${head}roles:
  app:
    trust: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
${more}`;
const changed = { 'rolecall.yaml': role('    description: Runs the application\n') };
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }],
});

/** What GitHub refused, by operation, since a point in the requests. */
function refusedBy({ github }: Stage, from = 0): readonly string[] {
  return github.requests
    .slice(from)
    .filter(({ status }) => status === 403)
    .map(({ operation = '' }) => operation);
}

/** Where everybody may read, a permission that is missing shows in nothing. */
async function setPrivateStage(): Promise<Stage> {
  const stage = await setStage({ applied: role() });
  Object.assign(stage.github.state.repository, { private: true });
  return stage;
}

describe('the permissions of the examples suffice', () => {
  it('plan.yml and apply.yml', async () => {
    await using stage = await setPrivateStage();
    const [plan, apply] = [readExample('plan.yml'), readExample('apply.yml')];
    stage.github.permissions = plan.permissions;
    const pull = stage.open(changed);
    expect(await stage.plan(pull, plan.inputs)).toMatchObject({
      exitCode: 0,
      outputs: { changed: 'true', 'comment-url': expect.stringContaining('#issuecomment') },
    });
    stage.merge(pull);
    stage.github.permissions = apply.permissions;
    expect(await stage.apply(apply.inputs)).toMatchObject({
      exitCode: 0,
      outputs: { applied: 'true', 'comment-url': expect.stringContaining('#issuecomment') },
    });
    expect(refusedBy(stage)).toEqual([]);
  });

  it('apply.yml, without one of them', async () => {
    await using stage = await setPrivateStage();
    const { permissions, inputs } = readExample('apply.yml');
    const pull = stage.open(changed);
    await stage.plan(pull);
    stage.merge(pull);
    const { actions: _, ...fewer } = permissions;
    stage.github.permissions = fewer;
    expect(await stage.apply(inputs)).toMatchObject({ exitCode: 1 });
    expect(stage.writes()).toEqual([]);
  });

  it('drift.yml', async () => {
    await using stage = await setPrivateStage();
    const { permissions, inputs } = readExample('drift.yml');
    stage.github.permissions = permissions;
    expect(await stage.onSchedule(inputs)).toMatchObject({ exitCode: 0 });
    // A check run would say what the run itself says.
    expect(refusedBy(stage)).toEqual(['checks/create']);
  });

  it('check.yml', async () => {
    await using stage = await setPrivateStage();
    const { permissions, inputs } = readExample('check.yml');
    stage.github.permissions = permissions;
    expect(inputs['account']).toBe(account);
    const ended = await stage.onSchedule({ ...inputs, 'fail-on': 'never' });
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.outputs['findings']).not.toBe('0');
    expect(refusedBy(stage)).toEqual([]);
  });

  it('policies-only.yml', async () => {
    await using stage = await setPrivateStage();
    const { permissions, inputs } = readExample('policies-only.yml');
    stage.github.permissions = permissions;
    const pull = stage.open({ 'rolecall.yaml': null, 'iam/app.json': policy });
    expect(await stage.plan(pull, inputs)).toMatchObject({
      exitCode: 0,
      outputs: { 'newly-granted': '1', 'comment-url': expect.stringContaining('#issuecomment') },
    });
    expect(refusedBy(stage)).toEqual([]);
  });

  it('fork-safe.yml', async () => {
    await using stage = await setPrivateStage();
    const { permissions, inputs } = readExample('fork-safe.yml');
    const fork = { repository: 'stranger/infrastructure', sha: '' };
    const pull = stage.open({ ...changed, 'iam/app.json': policy }, { fork });
    stage.github.permissions = permissions;
    const job = await pullRequestEvent(stage.github, { pull });
    const ended = await stage.run(job, pull.mergeCommitSha ?? '', inputs);
    expect(ended).toMatchObject({
      exitCode: 0,
      outputs: { 'newly-granted': '1', 'plan-file': '' },
    });
    expect(refusedBy(stage)).toEqual([]);
  });
});
