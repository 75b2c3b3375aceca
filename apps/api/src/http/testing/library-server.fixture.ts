import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../identity/caller.ts';
import { anonymous } from '../anonymous.ts';
import { createServer, defaultHttpConfig, type ServerParts } from '../create-server.ts';
import { isNotModified, requireMatch } from '../etag.ts';
import type { LooseHandlers } from '../handler.ts';
import { memberOf } from '../place.ts';
import { problem } from '../problem.ts';
import { library } from './library.fixture.ts';
import { createMemoryIdempotencyStore } from './memory-idempotency-store.fixture.ts';

export const alice: Caller = {
  ...anonymous,
  actor: { kind: 'person', id: 'https://login.test|alice', name: 'Alice' },
  permissions: new Set(['grants:read', 'grants:revoke']),
};

/** `Authorization: Bearer alice`; `reader` may only read; anything else is nobody. */
export const authenticateByName: ServerParts['authenticate'] = async ({ headers }) => {
  const name = headers.authorization?.replace(/^Bearer /, '');
  if (name === 'alice') return alice;
  if (name === 'reader')
    return {
      ...alice,
      actor: { ...alice.actor, id: 'reader' },
      permissions: new Set(['grants:read']),
    };
  throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
};

const book = { id: 'b1', title: 'Emma' };

/** Handlers that show what reached them. */
function libraryHandlers(): LooseHandlers {
  let made = 0;
  return {
    listBooks: async ({ query }) => ({ status: 200, body: { query } }),
    createBook: async () => {
      made += 1;
      return {
        status: 201,
        body: { ...book, id: `b${made}` },
        headers: { ETag: '"1"', Location: `/v1/books/b${made}` },
      };
    },
    getBook: async ({ headers, params }) => {
      if (memberOf(params, 'bookId') === 'b404') throw problem('not-found');
      if (memberOf(params, 'bookId') === 'b500') throw new Error('the secret is 42');
      const seen = memberOf(headers, 'If-None-Match');
      return isNotModified(typeof seen === 'string' ? seen : undefined, 7)
        ? { status: 304, headers: { ETag: '"7"' } }
        : { status: 200, body: book, headers: { ETag: '"7"' } };
    },
    updateBook: async ({ headers }) => {
      const seen = memberOf(headers, 'If-Match');
      requireMatch(typeof seen === 'string' ? seen : undefined, 7);
      return { status: 200, body: book };
    },
    deleteBook: async () => ({ status: 204 }),
    listEvents: async ({ accept, signal }) => ({
      status: 200,
      body: accept === 'application/json' ? { events: [] } : twoEvents(signal),
    }),
  };
}

async function* twoEvents(signal: AbortSignal) {
  yield { id: '1', event: 'lent', data: { to: 'Ben\nand Ann' } };
  if (signal.aborted) return;
  yield { id: '2', event: 'returned', data: null };
}

export async function startLibrary(
  changes: Omit<Partial<ServerParts>, 'config' | 'handlers'> & {
    readonly config?: Partial<ServerParts['config']>;
    readonly handlers?: LooseHandlers;
    /** In place of the library's. */
    readonly onlyHandlers?: LooseHandlers;
  } = {},
): Promise<FastifyInstance> {
  return createServer({
    document: library,
    yaml: 'openapi: 3.1.0\n',
    authenticate: authenticateByName,
    idempotencyStore: createMemoryIdempotencyStore(),
    probes: {},
    logger: false,
    ...changes,
    handlers: changes.onlyHandlers ?? { ...libraryHandlers(), ...changes.handlers },
    config: {
      ...defaultHttpConfig,
      rateLimit: { max: 1_000_000, windowSeconds: 60 },
      checkResponses: true,
      ...changes.config,
    },
  });
}
