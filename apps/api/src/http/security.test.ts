import { afterEach, describe, expect, it } from 'vitest';
import { Unauthenticated } from '../identity/unauthenticated.ts';
import type { ServerParts } from './create-server.ts';
import type { LooseHandlers } from './handler.ts';
import { problem } from './problem.ts';
import { startLibrary } from './testing/library-server.fixture.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(changes: Parameters<typeof startLibrary>[0]) {
  const app = await startLibrary(changes);
  open.push(() => app.close());
  return app;
}

function countingHandlers(): { readonly handlers: LooseHandlers; readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    handlers: {
      listBooks: async () => {
        calls.push('listBooks');
        return { status: 200, body: {} };
      },
      createBook: async () => {
        calls.push('createBook');
        return { status: 201, body: {} };
      },
    },
  };
}

describe('the hook that authenticates', () => {
  const throwing =
    (error: unknown): ServerParts['authenticate'] =>
    () =>
      Promise.reject(error);
  it.each([
    ['a problem', throwing(problem('unauthenticated')), 401, 'unauthenticated'],
    ['nobody', throwing(new Unauthenticated('expired')), 401, 'unauthenticated'],
    ['a defect', throwing(new Error('the key is 42')), 500, 'internal-error'],
    ['no error at all', throwing(undefined), 500, 'internal-error'],
  ])('lets nothing run when it throws %s', async (_, authenticate, status, code) => {
    const { handlers, calls } = countingHandlers();
    const app = await start({ authenticate, handlers });
    const answer = await app.inject('/v1/books');
    expect(answer.statusCode).toBe(status);
    expect(answer.json().code).toBe(code);
    expect(answer.json().detail).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('says how to sign in', async () => {
    const app = await start({ authenticate: throwing(new Unauthenticated('signature')) });
    const answer = await app.inject('/v1/books');
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="rolecall", error="invalid_token"',
    );
  });

  it('runs before the body is read', async () => {
    const app = await start({});
    const answer = await app.inject({ method: 'POST', url: '/v1/books', payload: '{broken' });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses who lacks the permission', async () => {
    const { handlers, calls } = countingHandlers();
    const app = await start({ handlers });
    const headers = { authorization: 'Bearer reader' };
    const refused = await app.inject({ method: 'POST', url: '/v1/books', headers, payload: '{}' });
    expect(refused.statusCode).toBe(403);
    expect(refused.json().code).toBe('forbidden');
    expect((await app.inject({ url: '/v1/books', headers })).statusCode).toBe(200);
    expect(calls).toEqual(['listBooks']);
  });

  it('is not asked for public operations', async () => {
    const app = await start({ authenticate: throwing(new Error('asked')) });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('answers', () => {
  it.each([
    ['a body that breaks its schema', { status: 200, body: { id: 1 } }],
    ['a property too many', { status: 200, body: { id: 'b1', title: 'E', x: 1 } }],
    ['an undocumented status', { status: 202, body: { id: 'b1', title: 'E' } }],
    ['no body', { status: 200 }],
    ['another media type', { status: 200, body: 'x', headers: { 'content-type': 'text/plain' } }],
  ])('that have %s become a 500', async (_, answer) => {
    const lines: string[] = [];
    const app = await start({
      handlers: { getBook: async () => answer },
      logger: { level: 'error', stream: { write: (line) => lines.push(line) } },
    });
    const response = await app.inject({
      url: '/v1/books/b1',
      headers: { authorization: 'Bearer alice' },
    });
    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('internal-error');
    expect(lines.join('')).toContain('ContractBroken');
  });

  it('without a required header become a 500', async () => {
    const app = await start({
      handlers: { createBook: async () => ({ status: 201, body: { id: 'b1', title: 'E' } }) },
    });
    const response = await app.inject({
      method: 'POST',
      url: '/v1/books',
      headers: {
        authorization: 'Bearer alice',
        'idempotency-key': 'no-header',
        'content-type': 'application/json',
      },
      payload: { title: 'E', pages: 1 },
    });
    expect(response.statusCode).toBe(500);
  });

  it('are not checked unless asked for', async () => {
    const app = await start({
      handlers: { getBook: async () => ({ status: 200, body: { id: 1 } }) },
      config: { checkResponses: false },
    });
    const response = await app.inject({
      url: '/v1/books/b1',
      headers: { authorization: 'Bearer alice' },
    });
    expect(response.statusCode).toBe(200);
  });

  it('log no values of a statement that failed', async () => {
    const lines: string[] = [];
    const failure = Object.assign(new Error('null value in column "name"'), {
      code: '23502',
      detail: 'Failing row contains (t1, hash-42, null).',
      params: ['t1', 'hash-42'],
    });
    const several = new AggregateError([failure], 'some of it failed');
    for (const error of [failure, several]) {
      const app = await start({
        handlers: { getBook: () => Promise.reject(error) },
        logger: { level: 'error', stream: { write: (line) => lines.push(line) } },
      });
      const headers = { authorization: 'Bearer alice' };
      expect((await app.inject({ url: '/v1/books/b1', headers })).statusCode).toBe(500);
    }
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.includes('23502'))).toBe(true);
    expect(lines.join('')).not.toContain('hash-42');
  });

  it('tell nothing of a fault, which is logged', async () => {
    const lines: string[] = [];
    const app = await start({
      logger: { level: 'info', stream: { write: (line) => lines.push(line) } },
    });
    const response = await app.inject({
      url: '/v1/books/b500?',
      headers: {
        authorization: 'Bearer alice',
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      },
    });
    expect(response.json()).toEqual({
      type: '/problems/internal-error',
      title: 'A fault of the service.',
      status: 500,
      code: 'internal-error',
      requestId: 'a'.repeat(32),
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('the secret is 42');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      requestId: 'a'.repeat(32),
      operationId: 'getBook',
      route: '/v1/books/:bookId',
      status: 500,
      caller: 'https://login.test|alice',
    });
    expect(lines.join('')).not.toContain('Bearer');
  });
});

describe('limits', () => {
  const headers = { authorization: 'Bearer alice' };

  it('count each caller', async () => {
    const app = await start({ config: { rateLimit: { max: 2, windowSeconds: 60 } } });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await app.inject({ url: '/v1/books', headers })).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await app.inject({ url: '/v1/books', headers });
    expect(refused.json()).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const other = await app.inject({
      url: '/v1/books',
      headers: { authorization: 'Bearer reader' },
    });
    expect(other.statusCode).toBe(200);
    for (let count = 0; count < 5; count += 1)
      expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('count what is refused too, strangers by their address', async () => {
    const config = { rateLimit: { max: 2, windowSeconds: 60 } };
    const statuses = async (method: 'GET' | 'DELETE', tokens: readonly string[]) => {
      const app = await start({ config });
      const url = method === 'GET' ? '/v1/books' : '/v1/books/b1';
      const found: number[] = [];
      for (const token of tokens) {
        const authorization = `Bearer ${token}`;
        found.push((await app.inject({ method, url, headers: { authorization } })).statusCode);
      }
      return found;
    };
    expect(await statuses('GET', ['guess1', 'guess2', 'guess3', 'alice'])).toEqual([
      401, 401, 429, 200,
    ]);
    expect(await statuses('DELETE', ['reader', 'reader', 'reader'])).toEqual([403, 403, 429]);
  });

  it('end a request that takes too long, and tell its handler', async () => {
    let aborted = false;
    const app = await start({
      config: { deadlineMs: 20 },
      handlers: {
        listBooks: ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(new Error('late'));
            });
          }),
      },
    });
    const answer = await app.inject({ url: '/v1/books', headers });
    expect(answer.json()).toMatchObject({ code: 'deadline-exceeded', status: 503 });
    expect(answer.headers['retry-after']).toBe('5');
    expect(aborted).toBe(true);
  });
});
