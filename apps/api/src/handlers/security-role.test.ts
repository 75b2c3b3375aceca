import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grant, roleRequest } from '../storage/testing/records.fixture.ts';
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
}, 120_000);
afterAll(() => stage?.close());

const leaver = 'https://id.example.com|eve';
const path = `/v1/leavers/${encodeURIComponent(leaver)}/revocation`;
const planId = '0'.repeat(64);
const body = { reason: 'Left the company.' };

async function addGrant(): Promise<string> {
  const actor = { kind: 'person', id: leaver, name: 'eve' } as const;
  const [id, requestId] = [randomUUID(), randomUUID()];
  await stage.deps.store.transaction(async (tx) => {
    await tx.roleRequests.insert(
      roleRequest({ id: requestId, accountId, requester: actor, state: 'fulfilled', grantId: id }),
    );
    await tx.grants.insert(
      grant({ id, requestId, accountId, holder: actor, state: 'active', planId }),
    );
  });
  return id;
}

test.each(['requester', 'approver', 'auditor', 'machine'] as const)(
  'everything of a leaver is not for a %s to end',
  async (as) => {
    const answer = await ask(stage, `POST ${path}`, { as, body });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  },
);

test('security ends a grant of anybody, then all that a leaver has, and reads who did', async () => {
  const [one, other] = [await addGrant(), await addGrant()];
  const seen = await ask(stage, `GET /v1/grants/${one}`, { as: 'security/sam' });
  expect(seen).toMatchObject({ status: 200, body: { state: 'active' } });
  const revoked = await ask(stage, `POST /v1/grants/${one}/revocation`, {
    as: 'security/sam',
    body,
    headers: { 'if-match': seen.etag },
  });
  expect(revoked).toMatchObject({ status: 202, body: { state: 'revoking' } });
  const all = await ask(stage, `POST ${path}`, { as: 'security/sam', body });
  expect(all).toMatchObject({
    status: 202,
    body: { subject: leaver, grants: expect.arrayContaining([other]) },
  });
  const log = await ask(stage, `GET /v1/audit-events?type=leaver.revoked`, { as: 'security/sam' });
  expect(log).toMatchObject({
    status: 200,
    body: { items: [{ actor: { name: 'sam' }, subject: `leavers/${leaver}` }] },
  });
});
