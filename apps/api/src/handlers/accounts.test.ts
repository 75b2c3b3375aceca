import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { grant } from '../storage/testing/records.fixture.ts';
import { verifyAccountJob } from '../use-cases/accounts/verify-account-job.ts';
import {
  addSandbox,
  ask,
  attempt,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const input = (more: object = {}) => ({
  name: 'Shop',
  access: { kind: 'role', roleArn: 'arn:aws:iam::111122223333:role/rolecall' },
  environment: 'production',
  owner: 'team-shop',
  ...more,
});
const externalIdOf = (body: unknown) =>
  z.object({ access: z.object({ externalId: z.string() }) }).parse(body).access.externalId;

test('an account is registered with an external id that stays', async () => {
  const path = '/v1/accounts/111122223333';
  const made = await ask(stage, `PUT ${path}`, { body: input() });
  expect(made).toMatchObject({
    status: 201,
    location: path,
    body: { state: 'pending', partition: 'aws', scope: 'rolecall' },
  });
  const externalId = externalIdOf(made.body);
  expect(externalId).toMatch(/^rolecall-[0-9a-f]{40}$/);
  expect(made.body).toMatchObject({
    deployment: {
      principal: stage.deps.serviceRoleArn,
      trustPolicy: {
        Statement: [{ Condition: { StringEquals: { 'sts:ExternalId': externalId } } }],
      },
    },
  });
  expect(await ask(stage, `PUT ${path}`, { body: input() })).toMatchObject({ status: 428 });
  expect(
    await ask(stage, `PUT ${path}`, { body: input(), headers: { 'if-match': '"9"' } }),
  ).toMatchObject({ status: 412 });
  const access = { kind: 'role', roleArn: 'arn:aws:iam::111122223333:role/other' };
  const changed = await ask(stage, `PUT ${path}`, {
    body: input({ access }),
    headers: { 'if-match': made.etag },
  });
  expect(changed).toMatchObject({ status: 200, body: { access, revision: 2 } });
  expect(externalIdOf(changed.body)).toBe(externalIdOf(made.body));
  const seen = { headers: { 'if-none-match': changed.etag } };
  expect(await ask(stage, `GET ${path}`, seen)).toMatchObject({ status: 304 });
});

test.each<[string, object, number, string]>([
  [
    'a role of another account',
    { access: { kind: 'role', roleArn: 'arn:aws:iam::999988887777:role/r' } },
    422,
    'body-invalid',
  ],
  [
    'a role of no partition',
    { access: { kind: 'role', roleArn: 'arn:aws-x:iam::444455556666:role/r' } },
    422,
    'body-invalid',
  ],
  [
    'a scenario that is not there',
    { access: { kind: 'sandbox', scenario: 'nothing' } },
    422,
    'body-invalid',
  ],
  [
    'an external id of their own',
    { access: { kind: 'role', roleArn: 'arn:aws:iam::444455556666:role/r', externalId: 'x' } },
    422,
    'body-invalid',
  ],
])('%s is refused', async (_, more, status, code) => {
  const answer = await ask(stage, 'PUT /v1/accounts/444455556666', { body: input(more) });
  expect(answer).toMatchObject({ status, body: { code } });
});

test('a sandbox is verified by its job, once more when asked', async () => {
  const accountId = await addSandbox(stage);
  const path = `/v1/accounts/${accountId}`;
  const verified = await ask(stage, `GET ${path}`);
  expect(verified.body).toMatchObject({ state: 'verified', failure: null });
  const again = await ask(stage, `POST ${path}/verification`, {
    headers: { 'if-match': verified.etag },
  });
  expect(again).toMatchObject({ status: 202, body: { state: 'pending' }, location: path });
});

test('what may pass by itself is no failure before the last attempt', async () => {
  const accountId = await addSandbox(stage);
  const { etag } = await ask(stage, `GET /v1/accounts/${accountId}`);
  await ask(stage, `POST /v1/accounts/${accountId}/verification`, {
    headers: { 'if-match': etag },
  });
  const verify = async () =>
    ({ kind: 'failed', code: 'THROTTLED', reason: 'slow', remedy: null, isPassing: true }) as const;
  const failing = verifyAccountJob({ ...stage.deps, accounts: { ...stage.deps.accounts, verify } });
  await expect(failing({ accountId }, attempt(stage, { isLastAttempt: false }))).rejects.toThrow(
    'slow',
  );
  expect((await ask(stage, `GET /v1/accounts/${accountId}`)).body).toMatchObject({
    state: 'pending',
  });
  await failing({ accountId }, attempt(stage));
  expect((await ask(stage, `GET /v1/accounts/${accountId}`)).body).toMatchObject({
    state: 'failed',
    failure: 'slow',
  });
});

test('pages go through all of them, by environment too', async () => {
  const ids = [await addSandbox(stage), await addSandbox(stage), await addSandbox(stage)];
  const page = z.object({
    items: z.array(z.object({ id: z.string() })),
    nextCursor: z.string().optional(),
  });
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await ask(stage, `GET /v1/accounts?limit=1&environment=development${cursor}`);
    const { items, nextCursor } = page.parse(body);
    seen.push(...items.map(({ id }) => id));
    cursor = nextCursor === undefined ? '' : `&cursor=${nextCursor}`;
  } while (cursor !== '');
  expect(seen).toEqual([...seen].sort());
  expect(seen).toEqual(expect.arrayContaining(ids));
  expect(await ask(stage, 'GET /v1/accounts?cursor=nonsense')).toMatchObject({
    status: 400,
    body: { code: 'cursor-invalid' },
  });
});

test('an account with live grants is not forgotten', async () => {
  const accountId = await addSandbox(stage);
  const { etag } = await ask(stage, `GET /v1/accounts/${accountId}`);
  const live = grant({
    id: `live-${accountId}`,
    requestId: 'r',
    accountId,
    state: 'removal-failed',
  });
  await stage.deps.store.transaction((tx) => tx.grants.insert(live));
  const headers = { 'if-match': etag };
  expect(await ask(stage, `DELETE /v1/accounts/${accountId}`, { headers })).toMatchObject({
    status: 409,
    body: { code: 'in-use' },
  });
  await stage.deps.store.transaction((tx) => tx.grants.updateIf(live.id, 1, { state: 'revoked' }));
  expect(await ask(stage, `DELETE /v1/accounts/${accountId}`, { headers })).toMatchObject({
    status: 204,
  });
  expect(await ask(stage, `GET /v1/accounts/${accountId}`)).toMatchObject({ status: 404 });
});
