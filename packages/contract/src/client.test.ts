import { describe, expect, expectTypeOf, it } from 'vitest';
import { createRolecallClient } from './client.ts';
import type { OperationId, Schema } from './names.ts';
import { isProblem, type RolecallProblem } from './problem.ts';

const baseUrl = 'http://rolecall.test';
const id = '01931f6e-8a00-7c31-9f00-000000000002';

function clientAnsweredWith(response: Response) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return response;
  };
  return { client: createRolecallClient({ baseUrl, token: 'secret', fetch }), requests };
}

const problem: RolecallProblem = {
  type: '/problems/self-approval',
  title: 'The caller may not do this.',
  status: 403,
  code: 'self-approval',
  requestId: '4bf92f3577b34da6a3ce929d0e0e4736',
};

describe('createRolecallClient', () => {
  it('sends the token, the headers and the query as the contract has them', async () => {
    const { client, requests } = clientAnsweredWith(Response.json({ items: [] }));
    const { data } = await client.GET('/v1/grants', {
      params: { query: { state: ['active', 'expiring'], holder: 'https://a.test|ana' } },
    });

    expect(data).toEqual({ items: [] });
    expectTypeOf(data).toExtend<Schema<'GrantList'> | undefined>();
    expect(requests.map(({ url }) => url)).toEqual([
      `${baseUrl}/v1/grants?state=active&state=expiring&holder=https%3A%2F%2Fa.test%7Cana`,
    ]);
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer secret');
  });

  it('asks for a token before each request', async () => {
    const tokens = ['first', 'second'];
    const sent: (string | null)[] = [];
    const client = createRolecallClient({
      baseUrl,
      getToken: async () => tokens.shift() ?? '',
      fetch: async ({ headers }) => {
        sent.push(headers.get('authorization'));
        return Response.json({ items: [] });
      },
    });
    await client.GET('/v1/checks');
    await client.GET('/v1/checks');

    expect(sent).toEqual(['Bearer first', 'Bearer second']);
  });

  it('encodes what stands in a path', async () => {
    const { client, requests } = clientAnsweredWith(Response.json({}, { status: 202 }));
    await client.POST('/v1/leavers/{subject}/revocation', {
      params: {
        path: { subject: 'https://a.test|ana/b' },
        header: { 'Idempotency-Key': 'key-of-mine' },
      },
      body: { reason: 'Left.' },
    });

    expect(requests[0]?.url).toBe(
      `${baseUrl}/v1/leavers/https%3A%2F%2Fa.test%7Cana%2Fb/revocation`,
    );
    expect(requests[0]?.headers.get('idempotency-key')).toBe('key-of-mine');
  });

  it('gives the problem of the service', async () => {
    const headers = { 'content-type': 'application/problem+json' };
    const { client } = clientAnsweredWith(Response.json(problem, { status: 403, headers }));
    const { error } = await client.POST('/v1/role-requests/{id}/decisions', {
      params: { path: { id }, header: { 'Idempotency-Key': 'key-of-mine', 'If-Match': '"2"' } },
      body: { planId: '0'.repeat(64), decision: 'approve' },
    });

    expect(error).toEqual(problem);
    expectTypeOf(error).toExtend<RolecallProblem | undefined>();
  });

  it.each([
    [502, 'text/html', 'unavailable'],
    [404, 'text/html', 'not-found'],
    [418, '', 'request-invalid'],
  ])('makes a problem of what a proxy answers: %i', async (status, type, code) => {
    const headers = { 'content-type': type };
    const { client } = clientAnsweredWith(new Response('<h1>', { status, headers }));
    const { error, response } = await client.GET('/v1/me');

    expect(error).toMatchObject({ type: 'about:blank', status, code });
    expect(response.status).toBe(status);
  });
});

describe('isProblem', () => {
  it.each([
    [problem, undefined, true],
    [problem, 'self-approval', true],
    [problem, 'not-found', false],
    [{ ...problem, status: '403' }, undefined, false],
    [{ status: 'not-ready', checks: [] }, undefined, false],
    [null, undefined, false],
    ['text', undefined, false],
  ] as const)('%j %s', (value, code, expected) => {
    expect(isProblem(value, code)).toBe(expected);
  });
});

describe('types', () => {
  it('know the operations of the service only', () => {
    expectTypeOf<'getMe'>().toExtend<OperationId>();
    expectTypeOf<'receiveEvent'>().not.toExtend<OperationId>();
    expectTypeOf<Schema<'RoleRequest'>['state']>().toEqualTypeOf<Schema<'RoleRequestState'>>();
  });
});
