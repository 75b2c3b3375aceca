import { createPublicKey } from 'node:crypto';
import { verifyExport } from '@rolecall/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { roleRequest } from '../storage/testing/records.fixture.ts';
import {
  addSandbox,
  ask,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
let accountId = '';
beforeAll(async () => {
  stage = await openServiceStage();
  accountId = await addSandbox(stage);
  await addSandbox(stage);
}, 120_000);
afterAll(() => stage?.close());

const page = z.object({
  items: z.array(z.object({ sequence: z.number(), type: z.string() })),
  nextCursor: z.string().optional(),
});

test('events are read in pages, the oldest first', async () => {
  const first = page.parse((await ask(stage, 'GET /v1/audit-events?limit=3')).body);
  const rest = page.parse(
    (await ask(stage, `GET /v1/audit-events?limit=3&cursor=${first.nextCursor}`)).body,
  );
  expect([...first.items, ...rest.items].map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(rest.nextCursor).toBeUndefined();
});

test('events are narrowed by what they are about', async () => {
  const path = `GET /v1/audit-events?subject=accounts/${accountId}&type=account.verified` as const;
  expect(page.parse((await ask(stage, path)).body).items).toEqual([
    expect.objectContaining({ type: 'account.verified' }),
  ]);
  const none = 'GET /v1/audit-events?actor=nobody' as const;
  expect(page.parse((await ask(stage, none)).body).items).toEqual([]);
});

test('an export is verified with nothing but the public key', async () => {
  const headers = { accept: 'application/x-ndjson' };
  const { status, body } = await ask(stage, 'GET /v1/audit-events', { headers });
  expect(status).toBe(200);
  const publicKeys = [createPublicKey(stage.deps.auditKey)];
  const lines = String(body).trim().split('\n');
  expect(await verifyExport(lines, { publicKeys })).toMatchObject({ kind: 'intact', events: 4 });
  expect(await verifyExport(lines.toSpliced(1, 1), { publicKeys })).toMatchObject({
    kind: 'broken',
  });
  const narrowed = await ask(stage, `GET /v1/audit-events?accountId=${accountId}`, { headers });
  expect(String(narrowed.body).trim().split('\n')).toHaveLength(2);
});

test('the chain is followed and its head signed', async () => {
  expect(await ask(stage, 'GET /v1/audit-events/verification')).toMatchObject({
    status: 200,
    body: { intact: true, broken: null, head: { sequence: 4 } },
  });
});

test('a person learns who they are and what waits for them', async () => {
  const request = (id: string, requester: string, needed = 1) =>
    roleRequest({
      id,
      requester: { kind: 'person', id: `https://id.example.com|${requester}`, name: requester },
      approval: {
        method: 'reviewed',
        rule: 'r',
        needed,
        approvers: ['https://id.example.com|ada'],
      },
    });
  await stage.deps.store.transaction(async (tx) => {
    await tx.roleRequests.insert(request('of-another', 'ben'));
    await tx.roleRequests.insert(request('own', 'ada'));
    await tx.roleRequests.insert(request('answered', 'ben', 2));
    await tx.decisions.insert({
      id: 'd',
      requestId: 'answered',
      approver: { kind: 'person', id: 'https://id.example.com|ada', name: 'ada' },
      decision: 'approve',
      comment: '',
      planId: 'p',
      valid: true,
      createdAt: new Date().toISOString(),
    });
  });
  const { body } = await ask(stage, 'GET /v1/me', { as: 'approver' });
  expect(body).toMatchObject({
    id: 'https://id.example.com|ada',
    kind: 'person',
    roles: ['approver'],
    openDecisions: 1,
  });
  expect((await ask(stage, 'GET /v1/me', { as: 'machine' })).body).toMatchObject({
    kind: 'machine',
    openDecisions: 0,
  });
});
