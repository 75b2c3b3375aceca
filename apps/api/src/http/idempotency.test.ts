import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, LooseHandlers } from './handler.ts';
import { readIdempotencyKey } from './idempotency.ts';
import { problem } from './problem.ts';
import { startLibrary } from './testing/library-server.fixture.ts';
import { createMemoryIdempotencyStore } from './testing/memory-idempotency-store.fixture.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(createBook: LooseHandlers[string]) {
  const idempotencyStore = createMemoryIdempotencyStore();
  const app = await startLibrary({ idempotencyStore, handlers: { createBook } });
  open.push(() => app.close());
  const post = (key: string, pages = 1, name = 'alice') =>
    app.inject({
      method: 'POST',
      url: '/v1/books',
      headers: { authorization: `Bearer ${name}`, 'idempotency-key': key },
      payload: { title: 'E', pages },
    });
  return { post, store: idempotencyStore };
}

function counting(): { calls: number; handle: LooseHandlers[string] } {
  const state = {
    calls: 0,
    handle: async (): Promise<Answer> => {
      state.calls += 1;
      return made(`b${state.calls}`);
    },
  };
  return state;
}

function made(id: string): Answer {
  return {
    status: 201,
    body: { id, title: 'E' },
    headers: { ETag: '"1"', Location: `/v1/books/${id}` },
  };
}

describe('a request sent again', () => {
  it('is answered as before, and not done again', async () => {
    const handler = counting();
    const { post } = await start(handler.handle);
    const first = await post('key-00001');
    const second = await post('"key-00001"');
    expect(first.statusCode).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.statusCode).toBe(201);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toBe(first.body);
    for (const name of ['etag', 'location', 'content-type'])
      expect(second.headers[name]).toBe(first.headers[name]);
    expect(handler.calls).toBe(1);
  });

  it('is refused with another body', async () => {
    const handler = counting();
    const { post } = await start(handler.handle);
    await post('key-00001', 1);
    const second = await post('key-00001', 2);
    expect(second.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(handler.calls).toBe(1);
  });

  it('is refused while the first still runs', async () => {
    const finish = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    let calls = 0;
    const { post } = await start(async () => {
      calls += 1;
      started.resolve();
      await finish.promise;
      return made('b1');
    });
    const first = post('key-00001');
    await started.promise;
    const [second, third] = await Promise.all([post('key-00001'), post('key-00001', 2)]);
    expect(second.json()).toMatchObject({ status: 409, code: 'idempotency-key-in-use' });
    expect(second.headers['retry-after']).toBe('2');
    expect(third.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    finish.resolve();
    expect((await first).statusCode).toBe(201);
    expect((await post('key-00001')).headers['idempotency-replayed']).toBe('true');
    expect(calls).toBe(1);
  });

  it('is done once, however many arrive together', async () => {
    const handler = counting();
    const { post } = await start(handler.handle);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('key-00001')));
    expect(handler.calls).toBe(1);
    expect(answers.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([]);
  });

  it('repeats a refusal that would be the same again', async () => {
    let calls = 0;
    const { post } = await start(async () => {
      calls += 1;
      throw problem('state-conflict');
    });
    expect((await post('key-00001')).statusCode).toBe(409);
    const second = await post('key-00001');
    expect(second.json()).toMatchObject({ status: 409, code: 'state-conflict' });
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(calls).toBe(1);
  });

  it.each(['internal-error', 'rate-limited', 'unavailable', 'forbidden'] as const)(
    'is tried again after %s',
    async (code) => {
      let calls = 0;
      const { post, store } = await start(async () => {
        calls += 1;
        if (calls === 1) throw problem(code);
        return made('b1');
      });
      await post('key-00001');
      expect(store.rows.size).toBe(0);
      expect((await post('key-00001')).statusCode).toBe(201);
      expect(calls).toBe(2);
    },
  );
});

it('stores the answer in the transaction of the effect', async () => {
  const stored: string[] = [];
  const { post, store } = await start(async ({ remember }) => {
    const tx = {
      storeAnswer: async (...[claim, answer]: Parameters<typeof store.storeAnswer>) => {
        stored.push(`${claim.key} ${answer.status} ${answer.headers['location']} ${answer.body}`);
        await store.storeAnswer(claim, answer);
      },
    };
    return remember(tx, made('b1'));
  });
  const first = await post('key-00001');
  expect(stored).toEqual([`key-00001 201 /v1/books/b1 ${first.body}`]);
  expect((await post('key-00001')).body).toBe(first.body);
  expect(stored).toHaveLength(1);
});

it.each([
  ['12345678', '12345678'],
  ['"12345678"', '12345678'],
  ['x'.repeat(255), 'x'.repeat(255)],
])('reads %s', (header, key) => {
  expect(readIdempotencyKey(header)).toBe(key);
});

it.each(['', 'short', '"short"', 'x'.repeat(256), 'with space', '"a"b"cdefgh', 'ümlaut-key'])(
  'refuses %s',
  (header) => {
    expect(() => readIdempotencyKey(header)).toThrow(
      expect.objectContaining({ code: 'parameter-invalid' }),
    );
  },
);
