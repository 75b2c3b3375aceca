import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { Unauthenticated } from '../identity/unauthenticated.ts';
import { authenticateByName, startLibrary } from './testing/library-server.fixture.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function start(changes: Parameters<typeof startLibrary>[0] = {}) {
  const app = await startLibrary(changes);
  open.push(app);
  return app;
}

const headers = { authorization: 'Bearer alice' };

describe('health', () => {
  it('of the process asks nobody', async () => {
    const app = await start({ probes: { database: () => Promise.reject(new Error('down')) } });
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('tells which dependency fails, and not why', async () => {
    const app = await start({
      config: { probeTimeoutMs: 20 },
      probes: {
        database: async () => {},
        queues: () => Promise.reject(new Error('password 42')),
        issuer: () => new Promise(() => {}),
      },
    });
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'not-ready',
      checks: [
        { name: 'database', ok: true },
        { name: 'queues', ok: false },
        { name: 'issuer', ok: false },
      ],
    });
  });

  it('is ready when all are', async () => {
    const app = await start({ probes: { database: async () => {} } });
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ready', checks: [{ name: 'database', ok: true }] });
  });
});

it('counts requests by operation, never by address', async () => {
  const app = await start();
  await app.inject({ url: '/v1/books/b1', headers });
  await app.inject({ url: '/v1/books/b2', headers });
  await app.inject('/v1/secret-address');
  const { body, headers: answered } = await app.inject('/metrics');
  expect(answered['content-type']).toContain('text/plain');
  expect(body).toContain(
    'rolecall_http_request_duration_seconds_count{operationId="getBook",status="200"} 2',
  );
  expect(body).toContain('operationId="unmatched",status="404"');
  expect(body).not.toContain('secret-address');
});

describe('the contract', () => {
  it('is served as JSON and as it was written', async () => {
    const app = await start();
    expect((await app.inject('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    const yaml = await app.inject('/openapi.yaml');
    expect(yaml.body).toBe('openapi: 3.1.0\n');
    expect(yaml.headers['content-type']).toContain('application/yaml');
  });

  it('has a page that loads nothing from elsewhere', async () => {
    const app = await start();
    const page = await app.inject('/docs');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url = '']) => url);
    const [icon, ...scripts] = sources;
    expect(icon).toBe('data:,');
    expect(scripts).toEqual(['/docs/scalar.js', '/docs/start.js']);
    for (const url of scripts) {
      const script = await app.inject(url);
      expect(script.statusCode).toBe(200);
      expect(script.headers['content-type']).toContain('text/javascript');
    }
    expect((await app.inject('/v1/books')).headers['content-security-policy']).toContain(
      "default-src 'none'",
    );
  });
});

describe('streams', () => {
  const url = '/v1/books/b1/events';

  it('are server-sent events, lines of JSON or neither, as the client likes', async () => {
    const app = await start();
    const events = await app.inject({ url, headers: { ...headers, accept: 'text/event-stream' } });
    expect(events.headers['content-type']).toBe('text/event-stream');
    expect(events.body).toBe(
      ':\n\nid: 1\nevent: lent\ndata: {"to":"Ben\\nand Ann"}\n\nid: 2\nevent: returned\ndata: null\n\n',
    );
    const lines = await app.inject({
      url,
      headers: { ...headers, accept: 'application/x-ndjson' },
    });
    expect(
      lines.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['1', '2']);
    expect((await app.inject({ url, headers })).json()).toEqual({ events: [] });
  });

  it('end when the client goes, and when the server closes', async () => {
    const ended: string[] = [];
    const app = await start({
      handlers: {
        listEvents: async ({ signal, params }) => ({
          status: 200,
          body: endless(signal, () => ended.push(JSON.stringify(params))),
        }),
      },
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const leaving = new AbortController();
    const follow = (id: string, signal?: AbortSignal) =>
      fetch(`${address}/v1/books/${id}/events`, {
        headers: { ...headers, accept: 'text/event-stream' },
        ...(signal === undefined ? {} : { signal }),
      });
    await follow('b1', leaving.signal);
    const staying = await follow('b2');
    leaving.abort();
    await expect.poll(() => ended).toEqual(['{"bookId":"b1"}']);
    const text = staying.text();
    await app.close();
    expect(await text).toBe(':\n\n');
    await expect.poll(() => ended).toHaveLength(2);
  });

  it('end with the credentials that they were opened with', async () => {
    const lent = Promise.withResolvers<void>();
    let isRevoked = false;
    const app = await start({
      authenticate: async (request) => {
        if (isRevoked) throw new Unauthenticated('revoked');
        return authenticateByName(request);
      },
      handlers: {
        listEvents: async () => ({
          status: 200,
          body: (async function* () {
            yield { id: '1', data: 'before' };
            await lent.promise;
            yield { id: '2', data: 'after' };
          })(),
        }),
      },
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}${url}`, {
      headers: { ...headers, accept: 'text/event-stream' },
    });
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece);
      if (!text.includes('before')) continue;
      isRevoked = true;
      lent.resolve();
    }
    expect(text).toContain('before');
    expect(text).not.toContain('after');
  });

  it('answer HEAD without running on', async () => {
    const app = await start();
    const answer = await app.inject({
      method: 'HEAD',
      url,
      headers: { ...headers, accept: 'text/event-stream' },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('');
  });
});

async function* endless(signal: AbortSignal, ended: () => void) {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
  ended();
  yield* [];
}

describe('closing', () => {
  it('waits for what is being answered', async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const app = await start({
      handlers: {
        listBooks: async () => {
          started.resolve();
          await finish.promise;
          return { status: 200, body: { done: true } };
        },
      },
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = fetch(`${address}/v1/books`, { headers });
    await started.promise;
    const closed = app.close();
    finish.resolve();
    expect(await (await answer).json()).toEqual({ done: true });
    await closed;
    await expect(fetch(address)).rejects.toThrow();
  });
});

it('refuses work while there is too much of it, but stays alive', async () => {
  const app = await start({ config: { load: { eventLoopDelayMs: 0, heapBytes: 1 } } });
  const list = () => app.inject({ url: '/v1/books', headers });
  await expect.poll(async () => (await list()).statusCode, { timeout: 10_000 }).toBe(503);
  const refused = await list();
  expect(refused.json()).toMatchObject({ code: 'unavailable', status: 503 });
  expect(refused.headers['retry-after']).toBe('10');
  expect((await app.inject('/healthz')).statusCode).toBe(200);
});

describe('what is hardly HTTP', () => {
  async function exchange(app: FastifyInstance, text: string): Promise<string> {
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect({ port: Number(port), host: '127.0.0.1' });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.write(text);
    await once(socket, 'close');
    return answer;
  }

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'request-invalid'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'two lengths',
      'POST /v1/books HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request-invalid',
    ],
    ['no host', 'GET /v1/books HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'request-invalid'],
  ])('is answered with a problem: %s', async (_, text, status, code) => {
    const answer = await exchange(await start(), text);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });
});
