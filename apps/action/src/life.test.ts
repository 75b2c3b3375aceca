import { expect, it } from 'vitest';
import { addReview } from './testing/github/state/people.ts';
import { head, setStage } from './testing/stage.fixture.ts';

const trust = `{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }`;
const before = `${head}roles:\n  app:\n    trust: ${trust}\n`;
const after = `${before}    inlinePolicies: { read: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::a/*' }] } }\n`;
const approval = { approval: 'review' };

it('a change lives from pull request to repair', async () => {
  const stage = await setStage({ applied: before });
  await using _ = stage;
  const { state } = stage.github;
  state.roles.set('mona', 'write');
  const title = (comment: { readonly body: string } | undefined) =>
    comment?.body.split('\n')[1]?.replace('## ', '');

  const pull = stage.open({ 'rolecall.yaml': after });
  const planned = await stage.plan(pull, approval, { action: 'opened' });
  expect(planned).toMatchObject({
    exitCode: 0,
    outputs: { 'newly-granted': '1', applied: 'false' },
  });
  const [comment] = stage.comments(pull);
  expect(title(comment)).toBe('Grants new access');

  addReview(state, { pull: pull.number, author: 'mona' });
  stage.merge(pull);
  const applied = await stage.apply(approval);
  expect(applied.outputs).toMatchObject({
    applied: 'true',
    'plan-id': planned.outputs['plan-id'] ?? '',
  });
  expect(stage.writes()).toEqual(['PutRolePolicy']);
  expect(stage.comments(pull).map(({ id }) => id)).toEqual([comment?.id]);
  expect(title(comment)).toBe('Applied');

  expect(await stage.onSchedule({ mode: 'drift' })).toMatchObject({ exitCode: 0 });
  await stage.changeByHand({ Action: 'DeleteRolePolicy', RoleName: 'app', PolicyName: 'read' });
  const drifted = await stage.onSchedule({ mode: 'drift' });
  expect(drifted).toMatchObject({
    exitCode: 1,
    outputs: { changed: 'true', 'failure-reason': 'findings' },
  });

  const repaired = await stage.release(drifted.outputs['plan-id'] ?? '', approval);
  expect(repaired.outputs).toMatchObject({ applied: 'true', 'failure-reason': '' });
  expect(await stage.onSchedule({ mode: 'drift' })).toMatchObject({ exitCode: 0 });
  expect(stage.github.faults).toEqual([]);
});
