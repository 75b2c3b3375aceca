import { setStage } from '@rolecall/action';
import { afterAll, expect, it } from 'vitest';
import { startMotoServer } from './moto-server.ts';

const moto = await startMotoServer();
afterAll(() => moto?.stop());

const trust = `{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }`;
/** The account that moto gives to credentials it does not know. */
const manifest = `version: 1
scope: platform
account: '123456789012'
roles:
  app: { trust: ${trust}, managedPolicies: [AmazonS3ReadOnlyAccess] }
policies:
  logs: { document: { Statement: [{ Effect: Allow, Action: logs:PutLogEvents, Resource: '*' }] } }
`;

it.skipIf(moto === undefined)(
  'the action plans, applies and finds nothing more in an emulator that others keep',
  async () => {
    await using stage = await setStage({ awsEndpoint: moto?.url });
    const pull = stage.open({ 'rolecall.yaml': manifest });
    const planned = await stage.plan(pull);
    expect(planned).toMatchObject({ exitCode: 0, outputs: { 'to-create': '2' } });
    stage.merge(pull);
    expect(await stage.apply()).toMatchObject({ exitCode: 0, outputs: { applied: 'true' } });
    const drift = await stage.onSchedule({ mode: 'drift' });
    expect(drift).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    expect(stage.github.faults).toEqual([]);
  },
);
