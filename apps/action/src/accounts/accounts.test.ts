import { readFile } from 'node:fs/promises';
import { builtinScenarios } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { setStage } from '../testing/stage.fixture.ts';

const scenario = await readFile(builtinScenarios.organization, 'utf8');
const shop = '222233334444';
const test = '333344445555';

const head = `version: 1
scope: platform
accountDefaults: { role: Rolecall, externalId: acme-rolecall, values: { access: ReadOnlyAccess } }
accounts:
  shop: { id: "${shop}", values: { access: PowerUserAccess } }
  test: { id: "${test}" }
`;
const body = `roles:
  app:
    trust: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
    managedPolicies: ["{{values.access}}"]
`;
const manifest = 'rolecall.yaml';

async function stageOf(text: string) {
  const stage = await setStage({ scenario });
  const pull = stage.open({ [manifest]: text });
  const ended = await stage.plan(pull);
  const comments = stage.comments(pull);
  return { stage, pull, ended, comments };
}

function accountsIn(outputs: Readonly<Record<string, string>>) {
  return JSON.parse(outputs['accounts'] ?? '[]');
}

describe.concurrent('several accounts in one run', () => {
  it('are planned into one comment, with a section for each', async () => {
    const { stage, ended, comments } = await stageOf(head + body);
    await using _ = stage;
    expect(ended).toMatchObject({ exitCode: 0, outputs: { 'to-create': '2', changed: 'true' } });
    expect(accountsIn(ended.outputs)).toMatchObject([
      { name: 'shop', account: shop, changes: 1, failureReason: null },
      { name: 'test', account: test, changes: 1, failureReason: null },
    ]);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- rolecall:default -->\n## 2 accounts, 2 with changes/);
    expect(comments[0]?.body).toContain(`### shop (${shop})`);
    expect(comments[0]?.body).toContain('PowerUserAccess');
    expect(stage.github.faults).toEqual([]);
  });

  it('never let one hide the others', async () => {
    const audit = '  audit: { id: "444455556666" }\n';
    const { stage, ended, comments } = await stageOf(head + audit + body);
    await using _ = stage;
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'access-denied' } });
    expect(accountsIn(ended.outputs)).toMatchObject([
      { name: 'shop', changes: 1 },
      { name: 'test', changes: 1 },
      { name: 'audit', changes: null, failureReason: 'access-denied' },
    ]);
    expect(comments[0]?.body).toContain('## 3 accounts, 1 failed, 2 with changes');
  });

  it('are applied as they were reviewed', async () => {
    const { stage, pull } = await stageOf(head + body);
    await using _ = stage;
    stage.merge(pull);
    const applied = await stage.apply();
    expect(applied).toMatchObject({ exitCode: 0, outputs: { applied: 'true' } });
    const app = { roles: { app: { attached: ['arn:aws:iam::aws:policy/PowerUserAccess'] } } };
    expect(stage.sandbox.members.get(shop)?.state()).toMatchObject(app);
    expect(stage.comments(pull)).toHaveLength(1);
  });

  it('are released by the id over all plans', async () => {
    const { stage, pull, ended } = await stageOf(head + body);
    await using _ = stage;
    stage.merge(pull);
    const stranger = await stage.release('0'.repeat(64));
    expect(stranger).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'plan-changed' } });
    const released = await stage.release(ended.outputs['plan-id'] ?? '');
    expect(released).toMatchObject({ exitCode: 0, outputs: { applied: 'true' } });
  });

  it('are checked, each with its report', async () => {
    const { stage } = await stageOf(head + body);
    await using _ = stage;
    const pull = stage.open({ [manifest]: head + body });
    const mode = { mode: 'check', 'json-file': '{account}.json' };
    const ended = await stage.plan(pull, mode);
    expect(ended.outputs['json-file']?.split('\n')).toHaveLength(2);
    expect(accountsIn(ended.outputs)).toHaveLength(2);
    const shared = await stage.plan(pull, { mode: 'check', 'json-file': 'x.json' });
    expect(shared.exitCode).toBe(1);
  });

  it('say what is wrong with the manifest at its line', async () => {
    const { stage, ended } = await stageOf(head.replace(test, shop) + body);
    await using _ = stage;
    expect(ended.outputs['failure-reason']).toBe('invalid-manifest');
    expect(ended.commands).toContainEqual(
      expect.objectContaining({ properties: expect.objectContaining({ line: '6' }) }),
    );
  });

  it('are compared without credentials in a pull request from a fork', async () => {
    const stage = await setStage({ scenario });
    await using _ = stage;
    const fork = { repository: 'mona/infrastructure', sha: '' };
    const pull = stage.open({ [manifest]: head + body }, { fork, author: 'mona' });
    const ended = await stage.planFork(pull);
    expect(accountsIn(ended.outputs)).toHaveLength(2);
  });
});
