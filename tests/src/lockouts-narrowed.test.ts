import { AttachRolePolicyCommand } from '@aws-sdk/client-iam';
import { createAccountPort, createClients } from '@rolecall/aws';
import { isSettledBeforehand, planRollback, readAppliedPlan, readManifest } from '@rolecall/core';
import { expect, it } from 'vitest';
import { oneFile } from './testing/account.fixture.ts';
import {
  admins,
  clientOptions,
  elsewhere,
  iamOf,
  manifest,
  openHeld,
} from './testing/held-account.fixture.ts';

const groups = { keep: {} };
const only = isSettledBeforehand;
const end = '2026-11-20T13:00:00Z';
const ending = { ...admins, trust: elsewhere, expiresAt: end };

it('a repair does not delete the last administrator, who has expired', async () => {
  const text = manifest({ groups, roles: { admin: ending } });
  const opened = await openHeld(text);
  await opened.clock.sleep(3_600_000);
  const writes = opened.writes().length;
  await expect(opened.apply(text, { only })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(opened.writes().length).toBe(writes);
});

it('a repair does not take from the last administrator what somebody gave', async () => {
  const own = { managedPolicies: ['ReadOnlyAccess'], trust: elsewhere, enforce: true };
  const text = manifest({ groups, roles: { admin: own } });
  const opened = await openHeld(text);
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iamOf(opened).send(new AttachRolePolicyCommand({ RoleName: 'admin', PolicyArn }));
  const writes = opened.writes().length;
  await expect(opened.apply(text, { only })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(opened.writes().length).toBe(writes);
});

it('a repair leaves the last administrator whose successor it does not make', async () => {
  const opened = await openHeld(manifest({ groups, roles: { admin: ending } }));
  await opened.clock.sleep(3_600_000);
  const after = { admin: ending, successor: { ...admins, trust: elsewhere } };
  const writes = opened.writes().length;
  await opened.apply(manifest({ groups, roles: after }), { only }).catch(() => {});
  expect(opened.writes().length).toBe(writes);
});

it('a repair goes on where another administrator stays', async () => {
  const roles = { admin: ending, other: { ...admins, trust: elsewhere } };
  const text = manifest({ groups, roles });
  const opened = await openHeld(text);
  await opened.clock.sleep(3_600_000);
  expect(await opened.apply(text, { only })).toMatchObject({ report: { complete: true } });
});

it('the way back does not delete the last administrator', async () => {
  const role = { ...admins, trust: elsewhere };
  const about = { groups, prune: {} };
  const opened = await openHeld(manifest({ ...about, roles: { old: role } }));
  const both = await opened.apply(manifest({ ...about, roles: { old: role, made: role } }));
  const now = manifest({ ...about, roles: { made: role } });
  await opened.apply(now);
  const back = async () =>
    planRollback({
      port: createAccountPort(createClients(clientOptions(opened)), opened.clock),
      manifest: await readManifest(oneFile(now), 'rolecall.yaml'),
      applied: readAppliedPlan(JSON.parse(JSON.stringify(both.plan)), 'plan.json'),
    });
  const writes = opened.writes().length;
  await expect(opened.apply(now, { plan: back })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(opened.writes().length).toBe(writes);
});
