import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createServer, defaultHttpConfig } from '../../http/create-server.ts';
import { problem } from '../../http/problem.ts';
import { sweepRoleRequests } from '../../use-cases/role-requests/jobs/sweep-role-requests.ts';
import {
  type LifeStage,
  openLifeStage,
  people,
  personOf,
} from '../../use-cases/role-requests/testing/life-stage.fixture.ts';
import { roleRequestHandlers } from './index.ts';

let stage: LifeStage;
let server: FastifyInstance;
let keys = 0;

const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The contract, as far as these handlers go. */
function contractOf(operations: ReadonlySet<string>): object {
  const text = readFileSync(new URL('../../../../../openapi.yaml', import.meta.url), 'utf8');
  const document = documentSchema.parse(parse(text));
  const idOf = (operation: unknown) =>
    z.looseObject({ operationId: z.string() }).parse(operation).operationId;
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const kept = Object.entries(item).filter(
      ([key, value]) => !methods.has(key) || operations.has(idOf(value)),
    );
    return kept.some(([key]) => methods.has(key)) ? [[path, Object.fromEntries(kept)]] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

beforeAll(async () => {
  stage = await openLifeStage();
  const { deps } = stage;
  const pause = async () => void (await stage.work());
  const handlers = roleRequestHandlers({ ...deps, pause });
  const callers = new Map(Object.entries(people));
  server = await createServer({
    document: contractOf(new Set(Object.keys(handlers))),
    yaml: '',
    handlers: { ...handlers },
    authenticate: async ({ headers }) => {
      const caller = callers.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
      if (caller === undefined) throw problem('unauthenticated');
      return caller;
    },
    idempotencyStore: deps.store.idempotency({ now: deps.now, newFence: deps.newId }),
    probes: {},
    logger: false,
    config: {
      ...defaultHttpConfig,
      rateLimit: { max: 1_000_000, windowSeconds: 60 },
      checkResponses: true,
    },
  });
}, 120_000);
afterAll(async () => {
  await server.close();
  await stage.close();
});

interface Sent {
  readonly body?: object;
  readonly ifMatch?: string;
  readonly key?: string;
  readonly accept?: string;
}

async function send(
  who: keyof typeof people,
  call: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
  { body, ifMatch, key, accept }: Sent = {},
) {
  const [method, path] = z
    .tuple([z.enum(['GET', 'POST', 'PATCH', 'DELETE']), z.string()])
    .parse(call.split(' '));
  keys += 1;
  const answer = await server.inject({
    method,
    url: `/v1/${path}`,
    headers: {
      authorization: `Bearer ${who}`,
      ...(method === 'POST' ? { 'idempotency-key': key ?? `key-${keys}-of-test` } : {}),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(accept === undefined ? {} : { accept }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  const { etag, location } = answer.headers;
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    etag: String(etag),
    location: String(location),
    body: isJson ? z.looseObject({}).parse(answer.json()) : {},
  };
}

const input = {
  accountId: '111122223333',
  blueprint: 'person-role',
  parameters: { managedPolicies: ['AmazonS3ReadOnlyAccess'] },
  reason: 'Looking into ticket 7',
  durationSeconds: 7200,
};

it('leads from the question to the end', async () => {
  const validated = await send('alice', 'POST role-requests?validateOnly=true', { body: input });
  expect(validated).toMatchObject({ status: 200, body: { accepted: true } });

  const asking = { body: input, key: 'the-same-key' };
  const made = await send('alice', 'POST role-requests?submit=true', asking);
  expect(made).toMatchObject({ status: 201, body: { state: 'pending-approval' } });
  const again = await send('alice', 'POST role-requests?submit=true', asking);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(again.text).toBe(made.text);
  const path = made.location.replace('/v1/', '');
  const { id } = z.looseObject({ id: z.string() }).parse(made.body);

  expect(await send('bob', 'GET role-requests?assignedToMe=true')).toMatchObject({
    status: 200,
    body: { items: [{ id }] },
  });
  const preview = await send('bob', `GET ${path}/preview`);
  expect(preview.status).toBe(200);
  const decision = { planId: preview.body['planId'], decision: 'approve' };
  const decide = `POST ${path}/decisions` as const;
  expect(await send('bob', decide, { body: decision })).toMatchObject({ status: 428 });
  const stale = { body: decision, ifMatch: '"99"' };
  expect(await send('bob', decide, stale)).toMatchObject({ status: 412 });
  const decided = await send('bob', decide, { body: decision, ifMatch: made.etag });
  expect(decided).toMatchObject({ status: 201, body: { decision: 'approve', valid: true } });
  expect(await send('alice', `GET ${path}/decisions`)).toMatchObject({ status: 200 });

  const stream = await send('alice', `GET ${path}/events`, { accept: 'text/event-stream' });
  expect(stream.text).toContain('event: role-request.fulfilled');
  const events = await send('alice', `GET ${path}/events?limit=2`);
  const next = String(events.body['nextCursor']);
  expect(await send('alice', `GET ${path}/events?limit=2&cursor=${next}`)).toMatchObject({
    status: 200,
  });

  const grant = await send('alice', `GET grants/${id}`);
  expect(grant).toMatchObject({ status: 200, body: { state: 'active' } });
  const expiresAt = '2026-11-21T13:00:00Z';
  const more = { body: { expiresAt, reason: 'Not done' }, ifMatch: grant.etag };
  const extension = await send('alice', `POST grants/${id}/extensions`, more);
  expect(extension).toMatchObject({ status: 201, body: { extendsGrantId: id } });
  const seen = { body: { comment: 'Still needed' }, ifMatch: grant.etag };
  const recertified = await send('bob', `POST grants/${id}/recertification`, seen);
  expect(recertified).toMatchObject({ status: 200 });
  const end = { body: { reason: 'Done' }, ifMatch: recertified.etag };
  expect(await send('alice', `POST grants/${id}/revocation`, end)).toMatchObject({
    status: 202,
    body: { state: 'revoking' },
  });
  await stage.work();
  expect(await send('auditor', 'GET grants?state=revoked&limit=1')).toMatchObject({
    body: { items: [{ id }] },
  });
});

it('answers drafts, emergencies, delegations and leavers as the contract says', async () => {
  const draft = await send('alice', 'POST role-requests', { body: input });
  const path = draft.location.replace('/v1/', '');
  expect(await send('alice', `GET ${path}/preview`)).toMatchObject({ status: 409 });
  expect(await send('erin', `GET ${path}`)).toMatchObject({ status: 404 });
  const change = { body: { reason: 'Another' }, ifMatch: draft.etag };
  const changed = await send('alice', `PATCH ${path}`, change);
  expect(changed).toMatchObject({ status: 200, body: { reason: 'Another' } });
  const submitted = await send('alice', `POST ${path}/submission`, { ifMatch: changed.etag });
  expect(submitted).toMatchObject({ status: 200, body: { state: 'pending-approval' } });
  const cancel = { body: {}, ifMatch: submitted.etag };
  expect(await send('alice', `POST ${path}/cancellation`, cancel)).toMatchObject({ status: 200 });
  const other = await send('alice', 'POST role-requests', { body: input });
  const gone = `DELETE ${other.location.replace('/v1/', '')}` as const;
  expect(await send('alice', gone, { ifMatch: other.etag })).toMatchObject({ status: 204 });

  const emergency = await send('erin', 'POST emergency-requests', { body: input });
  expect(emergency).toMatchObject({ status: 202, body: { state: 'approved', emergency: true } });
  await stage.work();
  await sweepRoleRequests(stage.deps);
  const waiting = await send('carol', 'GET grants?needsReview=true');
  const { items } = z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(waiting.body);
  const [first] = items;
  const review = { body: { comment: 'It was one' }, ifMatch: `"${first?.['revision']}"` };
  expect(await send('carol', `POST grants/${first?.id}/review`, review)).toMatchObject({
    status: 200,
    body: { needsReview: false },
  });

  const span = { startsAt: '2026-11-21T09:00:00Z', endsAt: '2026-11-22T09:00:00Z' };
  const delegation = await send('bob', 'POST delegations', {
    body: { ...span, to: personOf('dave').id },
  });
  expect(delegation.status).toBe(201);
  expect(await send('bob', 'GET delegations')).toMatchObject({ status: 200 });
  const where = delegation.location.replace('/v1/', '');
  expect(await send('bob', `GET ${where}`)).toMatchObject({ status: 200 });
  expect(await send('bob', `DELETE ${where}`)).toMatchObject({ status: 204 });
  expect(await send('alice', 'GET eligibility')).toMatchObject({ status: 200 });

  const subject = encodeURIComponent(personOf('erin').id);
  const leave = `POST leavers/${subject}/revocation` as const;
  expect(await send('erin', leave, { body: { reason: 'Left' } })).toMatchObject({ status: 403 });
  expect(await send('security', leave, { body: { reason: 'Left' } })).toMatchObject({
    status: 202,
    body: { grants: [first?.id], principalMappings: 1 },
  });
});
