import { readFileSync } from 'node:fs';
import type { operations } from '@rolecall/contract';
import { errorCodes } from '@rolecall/core';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createServer, defaultHttpConfig } from './create-server.ts';
import type { Handler, Handlers, LooseHandlers } from './handler.ts';
import { memberOf } from './place.ts';
import { problemCodes } from './problem-codes.ts';
import { problemPage } from './problem-page.ts';
import { problemRemedies } from './problem-remedies.ts';
import { readOperations } from './read-operations.ts';
import { authenticateByName } from './testing/library-server.fixture.ts';
import { createMemoryIdempotencyStore } from './testing/memory-idempotency-store.fixture.ts';
import { problemOfCore } from './to-problem.ts';

const yaml = readFileSync(`${import.meta.dirname}/../../../../openapi.yaml`, 'utf8');
const document: object = parse(yaml);
const docs = readFileSync(`${import.meta.dirname}/../../../../docs/api.md`, 'utf8');
const examplesOfProblems = problemExamples();
const service = [
  'getHealth',
  'getReadiness',
  'getMetrics',
  'getOpenapiJson',
  'getOpenapiYaml',
  'getDocs',
  'getProblem',
];

describe('the service’s own contract', () => {
  const handlers: LooseHandlers = Object.fromEntries(
    readOperations(document)
      .filter(({ id }) => !service.includes(id))
      .map(({ id }) => [id, () => Promise.reject(new Error('not yet'))]),
  );
  const started = startContract();
  afterAll(async () => (await started).close());

  async function startContract() {
    return createServer({
      document,
      yaml,
      handlers,
      authenticate: authenticateByName,
      idempotencyStore: createMemoryIdempotencyStore(),
      probes: {},
      logger: false,
      config: { ...defaultHttpConfig, checkResponses: true },
    });
  }

  it.each([
    ['/healthz?x=1', 200],
    ['/readyz?x=1', 200],
    ['/metrics?x=1', 200],
    ['/openapi.json?x=1', 200],
    ['/openapi.yaml?x=1', 200],
    ['/docs?x=1', 200],
    ['/problems/self-approval', 200],
    ['/problems/none-such', 404],
    ['/problems/toString', 400],
    ['/problems/constructor', 404],
  ])('answers %s with %i', async (url, status) => {
    const answer = await (await started).inject(url);
    expect(answer.statusCode).toBe(status);
  });

  it('answers 401 to everything else without credentials', async () => {
    const app = await started;
    const others = readOperations(document).filter(({ permission }) => permission !== 'public');
    const answers = await Promise.all(
      others.map(({ method, path }) => app.inject({ method, url: path.replaceAll(/[{}]/g, '') })),
    );
    expect([...new Set(answers.map(({ statusCode }) => statusCode))]).toEqual([401]);
    expect(others.length).toBeGreaterThan(50);
  });
});

describe('problems', () => {
  it('have the codes of the contract', () => {
    const schemas = memberOf(memberOf(document, 'components'), 'schemas');
    const documented = memberOf(memberOf(schemas, 'ProblemCode'), 'enum');
    expect(Object.keys(problemCodes).sort()).toEqual(documented);
  });

  it.each(Object.keys(problemCodes))(
    '%s leads to a page that says what docs/api.md says',
    (code) => {
      const { status, title } = Reflect.get(problemCodes, code);
      const remedy: unknown = Reflect.get(problemRemedies, code);
      expect(docs).toContain(`\n| \`${code}\` | ${status} | ${title} | ${remedy} |\n`);
      const plain = problemPage(code)?.replaceAll(/<\/?code>/g, '`');
      expect(plain).toContain(`<p>${title}</p>\n    <p>${remedy}</p>`);
    },
  );

  it('are those of docs/api.md and no others', () => {
    const [, table = ''] = /### Every code\n(.*?)\n## /s.exec(docs) ?? [];
    const documented = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(documented).toEqual(Object.keys(problemCodes).sort());
  });

  it.each(examplesOfProblems)('%s of the contract has the type of its code', (_, example) => {
    const code = memberOf(example, 'code');
    expect(memberOf(example, 'type')).toBe(`/problems/${code}`);
    expect(problemCodes).toHaveProperty([String(code)]);
  });

  it('of core have the status that core says, but where AWS refuses the service', () => {
    const moved = Object.entries(problemOfCore).flatMap(([code, name]) => {
      const http = Reflect.get(errorCodes, code).http;
      const { status } = problemCodes[name];
      return http === status ? [] : [`${code} ${http} ${status}`];
    });
    expect(moved).toEqual([
      'ACCESS_DENIED 403 502',
      'CREDENTIALS_EXPIRED 401 502',
      'CREDENTIALS_INVALID 401 502',
      'CREDENTIALS_MISSING 401 502',
      'NOTHING_READABLE 403 502',
      'ROOT_CREDENTIALS 403 502',
      'SERVICE_RETIRED 410 422',
    ]);
  });
});

describe('a server does not start', () => {
  const get = { operationId: 'a', 'x-rolecall-permission': 'me:read', responses: {} };
  const documentOf = (operation: object) => ({
    openapi: '3.1.0',
    security: [{ token: [] }],
    paths: { '/a': { get: operation } },
  });
  const handler: LooseHandlers = { a: async () => ({ status: 204 }) };
  it.each([
    ['without a permission', { operationId: 'a', responses: {} }, handler],
    ['without an operationId', { 'x-rolecall-permission': 'me:read' }, handler],
    ['with a permission that no credentials are asked for', { ...get, security: [] }, handler],
    [
      'with credentials that open everything',
      { ...get, 'x-rolecall-permission': 'public' },
      handler,
    ],
    ['with a permission that nobody can have', { ...get, 'x-rolecall-permission': 'x:y' }, handler],
    ['with a handler too few', get, {}],
    ['with a handler too many', get, { ...handler, b: handler['a'] ?? never }],
    [
      'with a misspelt keyword',
      {
        ...get,
        parameters: [{ name: 'x', in: 'query', schema: { type: 'string', maxLenght: 3 } }],
      },
      handler,
    ],
    ['with a reference to nothing', { ...get, parameters: [{ $ref: '#/nothing' }] }, handler],
  ])('%s', async (_, operation, handlers) => {
    await expect(
      createServer({
        document: documentOf(operation),
        yaml: '',
        handlers,
        authenticate: () => Promise.reject(new Error('nobody')),
        idempotencyStore: {
          claim: never,
          answer: never,
          release: never,
        },
        probes: {},
        logger: false,
        config: defaultHttpConfig,
      }),
    ).rejects.toThrow();
  });
});

async function never(): Promise<never> {
  throw new Error('never called');
}

describe('types', () => {
  it('bind handlers to the contract', () => {
    const getAccount: Handler<'getAccount'> = async ({ params, headers }) => {
      const id: string = params.accountId;
      const seen: string | undefined = headers['If-None-Match'];
      // @ts-expect-error no such parameter
      params.id;
      return seen === undefined
        ? Promise.reject(new Error(id))
        : { status: 304, headers: { ETag: '"1"' } };
    };
    // @ts-expect-error 418 is no documented success
    const wrongStatus: Handler<'getAccount'> = async () => ({ status: 418 });
    // @ts-expect-error the body is missing
    const noBody: Handler<'getAccount'> = async () => ({ status: 200, headers: { ETag: '"1"' } });
    // @ts-expect-error operations have no handler
    const none: Handlers = { getAccount };
    type Streams = Awaited<ReturnType<Handler<'listApplicationEvents'>>>['body'];
    const stream: Streams = (async function* () {})();
    const loose: LooseHandlers = none;
    const ids: readonly (keyof operations)[] = ['getMe'];
    expect([loose, wrongStatus, noBody, stream, ids]).toHaveLength(5);
  });
});

/** By the name of the response that has it. */
function problemExamples(): readonly (readonly [string, unknown])[] {
  const responses = memberOf(memberOf(document, 'components'), 'responses');
  return Object.entries(z.record(z.string(), z.unknown()).parse(responses)).map(
    ([name, response]) => {
      const media = memberOf(memberOf(response, 'content'), 'application/problem+json');
      return [name, memberOf(memberOf(memberOf(media, 'examples'), 'example'), 'value')];
    },
  );
}
