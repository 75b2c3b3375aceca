import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { startLibrary } from './testing/library-server.fixture.ts';

// Over real HTTP: there a request ends when its body has been read.

const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function post(
  handler: NonNullable<NonNullable<Parameters<typeof startLibrary>[0]>['handlers']>[string],
  config: { readonly deadlineMs: number },
  signal?: AbortSignal,
) {
  const app = await startLibrary({ config, handlers: { createBook: handler } });
  open.push(app);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return fetch(`${address}/v1/books`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer alice',
      'content-type': 'application/json',
      'idempotency-key': 'key-12345678',
    },
    body: JSON.stringify({ title: 'Emma', pages: 1 }),
    ...(signal && { signal }),
  });
}

const made = {
  status: 201,
  body: { id: 'b1', title: 'Emma' },
  headers: { ETag: '"1"', Location: '/' },
};

describe('a request whose body was read', () => {
  it('is answered when its time is over, and its handler is told', async () => {
    const { promise: told, resolve } = Promise.withResolvers<unknown>();
    const answer = await post(
      ({ signal }) => {
        signal.addEventListener('abort', () => resolve(signal.reason));
        return new Promise(() => {});
      },
      { deadlineMs: 100 },
    );
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'deadline-exceeded' });
    expect(await told).toMatchObject({ code: 'deadline-exceeded' });
  });

  it('finds its signal aborted where it asks for it too late', async () => {
    const { promise: seen, resolve } = Promise.withResolvers<boolean>();
    const late = await post(
      async (ctx) => {
        await delay(200);
        resolve(ctx.signal.aborted);
        return made;
      },
      { deadlineMs: 50 },
    );
    expect(late.status).toBe(503);
    expect(await seen).toBe(true);
  });

  it('is told when its client goes', async () => {
    const leaving = new AbortController();
    const { promise: told, resolve } = Promise.withResolvers<unknown>();
    const answer = post(
      ({ signal }) => {
        signal.addEventListener('abort', () => resolve(signal.reason));
        leaving.abort();
        return new Promise(() => {});
      },
      { deadlineMs: 600_000 },
      leaving.signal,
    );
    await expect(answer).rejects.toThrow();
    expect(await told).toMatchObject({ message: 'The client went away.' });
  });

  it('is told nothing when it was answered in time', async () => {
    const ends: AbortSignal[] = [];
    const answer = await post(
      async ({ signal }) => {
        ends.push(signal);
        return made;
      },
      { deadlineMs: 100 },
    );
    expect(answer.status).toBe(201);
    await delay(200);
    expect(ends.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
