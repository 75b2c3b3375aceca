import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ask,
  openServiceStage,
  type RequestLine,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

/** Valid by RFC 3339, and no instant of JavaScript or of PostgreSQL. */
const leap = '2026-06-30T23:59:60Z';
const later = '2027-01-01T00:00:00Z';

test.each<[RequestLine, 'requester' | 'approver' | 'administrator', object | undefined, string]>([
  [`GET /v1/role-requests?createdAfter=${leap}`, 'requester', undefined, 'createdAfter'],
  [
    'POST /v1/delegations',
    'approver',
    { to: 'https://id.example.com|ben', startsAt: leap, endsAt: later },
    '/startsAt',
  ],
  ['POST /v1/api-tokens', 'administrator', { name: 'x', expiresAt: leap }, '/expiresAt'],
  [
    'POST /v1/grants/01931f6e-8a00-7c31-9f00-000000000000/extensions',
    'requester',
    { expiresAt: leap, reason: 'More.' },
    '/expiresAt',
  ],
])('%s refuses a leap second', async (line, as, body, pointer) => {
  const given = body === undefined ? {} : { body };
  const answer = await ask(stage, line, { as, ...given, headers: { 'if-match': '"1"' } });
  const isQuery = body === undefined;
  expect(answer).toMatchObject({
    status: isQuery ? 400 : 422,
    body: { code: isQuery ? 'parameter-invalid' : 'body-invalid' },
  });
  expect(JSON.stringify(answer.body)).toContain(JSON.stringify(pointer));
});

test.each(['2016-12-31T23:59:60Z', '2026-06-30T24:00:00Z', '2026-06-30'])(
  'createdAfter refuses %s',
  async (instant) => {
    const answer = await ask(stage, `GET /v1/role-requests?createdAfter=${instant}`, {
      as: 'requester',
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'parameter-invalid' } });
  },
);

test.each(['2026-06-30T23:59:59.999999Z', '2026-06-30T23:59:59%2B02:00', '0001-01-01T00:00:00Z'])(
  'createdAfter takes %s',
  async (instant) => {
    const answer = await ask(stage, `GET /v1/role-requests?createdAfter=${instant}`, {
      as: 'requester',
    });
    expect(answer.status).toBe(200);
  },
);
