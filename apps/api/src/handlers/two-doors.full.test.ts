import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, attempt } from './testing/service-stage.fixture.ts';
import { openTwoDoors, type TwoDoors } from './testing/two-doors.fixture.ts';

// The lease in the account is what a terminal and the service both see.

let doors: TwoDoors;
beforeAll(async () => {
  doors = await openTwoDoors();
}, 120_000);
afterAll(() => doors?.close());

const idOf = (body: unknown) => z.looseObject({ id: z.string() }).parse(body).id;
const manifestOf = (group: string) =>
  `version: 1\nscope: platform\naccount: "${doors.accountId}"\ngroups:\n  ${group}: {}\n`;

async function requested(group: string): Promise<string> {
  const body = { accountId: doors.accountId, manifest: manifestOf(group) };
  const plan = await ask(doors.stage, 'POST /v1/plans', { body });
  const applying = { planId: idOf(plan.body) };
  return idOf((await ask(doors.stage, 'POST /v1/applications', { body: applying })).body);
}
const outcomeOf = async (id: string) => (await ask(doors.stage, `GET /v1/applications/${id}`)).body;
const made = () =>
  doors.sandbox.calls
    .filter(({ action, outcome }) => action === 'iam:CreateGroup' && outcome === 'ok')
    .map(({ input }) => z.looseObject({ GroupName: z.string() }).parse(input).GroupName);

test('the command line stops while the service writes, and says who does', async () => {
  const applicationId = await requested('by-service');
  const gate = doors.holdGroup('by-service');
  const job = doors.stage.jobs.apply({ applicationId }, attempt(doors.stage));
  await gate.held;
  const stopped = await doors.command(manifestOf('by-command'));
  expect(stopped).toMatchObject({ exitCode: 1 });
  expect(stopped.output).toContain('LEASE_HELD');
  expect(stopped.output.replaceAll(/\s+/g, ' ')).toContain(`applications/${applicationId}`);
  gate.letGo();
  await job;
  expect(await outcomeOf(applicationId)).toMatchObject({ state: 'succeeded' });
  const again = await doors.command(manifestOf('by-command'));
  expect(again).toMatchObject({ exitCode: 0 });
  expect(made()).toEqual(['by-service', 'by-command']);
}, 120_000);

test('the service waits while the command line writes, and then does its part', async () => {
  const gate = doors.holdGroup('first');
  const command = doors.command(manifestOf('first'));
  await gate.held;
  const applicationId = await requested('second');
  doors.whileAsleep(async () => {
    gate.letGo();
    await command;
  });
  await doors.stage.jobs.apply({ applicationId }, attempt(doors.stage));
  expect(await outcomeOf(applicationId)).toMatchObject({
    state: 'succeeded',
    report: { complete: true },
  });
  expect(await command).toMatchObject({ exitCode: 0 });
  expect(made().slice(-2)).toEqual(['first', 'second']);
}, 120_000);

test('the service gives up where the command line does not come to its end, and says so', async () => {
  const gate = doors.holdGroup('slow');
  const command = doors.command(manifestOf('slow'));
  await gate.held;
  const applicationId = await requested('never');
  doors.whileAsleep(async () => {});
  await doors.stage.jobs.apply({ applicationId }, attempt(doors.stage));
  expect(await outcomeOf(applicationId)).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('command line'),
    report: null,
  });
  gate.letGo();
  expect(await command).toMatchObject({ exitCode: 0 });
  expect(made()).not.toContain('never');
}, 120_000);
