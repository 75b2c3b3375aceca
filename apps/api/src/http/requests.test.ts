import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLibrary } from './testing/library-server.fixture.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await startLibrary();
});
afterAll(() => app.close());

const authorization = 'Bearer alice';
const json = 'application/json';
const book = '{"title":"Emma","pages":400}';

interface Case {
  readonly name: string;
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'OPTIONS' | 'HEAD';
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly payload?: string | Buffer;
  readonly status: number;
  readonly code?: string;
  readonly pointers?: readonly string[];
  readonly body?: unknown;
  readonly answers?: Record<string, string>;
}

async function expectCase({ method = 'GET', url, headers, payload, ...expected }: Case) {
  const answer = await app.inject({
    method,
    url,
    headers: { authorization, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(expected.status);
  if (expected.code !== undefined) {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ code: expected.code, status: expected.status });
  }
  if (expected.pointers !== undefined)
    expect(
      answer
        .json()
        .errors.map((one: { pointer: string }) => one.pointer)
        .sort(),
    ).toEqual(expected.pointers);
  if (expected.body !== undefined) expect(answer.json()).toEqual(expected.body);
  expect(answer.headers).toMatchObject(expected.answers ?? {});
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
}

describe('parameters', () => {
  const list = (search: string) => `/v1/books${search}`;
  const cases: readonly Case[] = [
    { name: 'none', url: list(''), status: 200, body: { query: {} } },
    { name: 'an integer', url: list('?limit=10'), status: 200, body: { query: { limit: 10 } } },
    { name: 'a boolean', url: list('?lent=false'), status: 200, body: { query: { lent: false } } },
    {
      name: 'a repeated list',
      url: list('?state=new&state=old'),
      status: 200,
      body: { query: { state: ['new', 'old'] } },
    },
    {
      name: 'a list of one',
      url: list('?state=new'),
      status: 200,
      body: { query: { state: ['new'] } },
    },
    {
      name: 'a list with commas',
      url: list('?years=1,2'),
      status: 200,
      body: { query: { years: [1, 2] } },
    },
    ...['ten', '1e1', '0x0a', '%2010', '', '1.0', '0', '101', 'null', 'true'].map((limit) => ({
      name: `limit=${limit}`,
      url: list(`?limit=${limit}`),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['limit'],
    })),
    ...['1', 'True', 'yes', '', 'null'].map((lent) => ({
      name: `lent=${lent}`,
      url: list(`?lent=${lent}`),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['lent'],
    })),
    {
      name: 'given twice',
      url: list('?limit=1&limit=2'),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['limit'],
    },
    {
      name: 'misspelt',
      url: list('?limmit=1'),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['limmit'],
    },
    {
      name: 'of a prototype',
      url: list('?__proto__=1&constructor=2'),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['__proto__', 'constructor'],
    },
    {
      name: 'NUL',
      url: list('?cursor=a%00b'),
      status: 400,
      code: 'parameter-invalid',
      pointers: ['cursor'],
    },
    {
      name: 'a path that breaks its pattern',
      url: '/v1/books/x1',
      status: 400,
      code: 'parameter-invalid',
      pointers: ['bookId'],
    },
    { name: 'a path that is no UTF-8', url: '/v1/books/%ff', status: 400, code: 'request-invalid' },
    {
      name: 'a path without end',
      url: `/v1/books/${'b'.repeat(2000)}`,
      status: 414,
      code: 'uri-too-long',
    },
    {
      name: 'a header that breaks its schema',
      url: '/v1/books/b1/events',
      headers: { 'last-event-id': 'x' },
      status: 400,
      code: 'parameter-invalid',
      pointers: ['Last-Event-ID'],
    },
  ];
  it.each(cases)('$name', expectCase);
});

describe('bodies', () => {
  const url = '/v1/books';
  const headers = { 'content-type': json, 'idempotency-key': '' };
  let count = 0;
  const post = (name: string, payload: string | Buffer, expected: Partial<Case>): Case => {
    count += 1;
    return {
      name,
      method: 'POST',
      url,
      payload,
      status: 422,
      ...expected,
      headers: { ...headers, 'idempotency-key': `bodies-${count}`, ...expected.headers },
    };
  };
  const broken = { status: 400, code: 'request-invalid' };
  const cases: readonly Case[] = [
    post('valid', book, { status: 201, answers: { location: '/v1/books/b1', etag: '"1"' } }),
    post('valid with a charset', book, {
      status: 201,
      headers: { 'content-type': 'application/json; charset=UTF-8' },
    }),
    post('a wrong type is not coerced', '{"title":"Emma","pages":"400"}', {
      code: 'body-invalid',
      pointers: ['/pages'],
    }),
    post('a number is no text', '{"title":1,"pages":1}', {
      code: 'body-invalid',
      pointers: ['/title'],
    }),
    post('null is no text', '{"title":null,"pages":1}', {
      code: 'body-invalid',
      pointers: ['/title'],
    }),
    post('1 is not true', '{"title":"E","pages":1,"lent":1}', {
      code: 'body-invalid',
      pointers: ['/lent'],
    }),
    post('a value is no list', '{"title":"E","pages":1,"parts":{"name":"cover"}}', {
      code: 'body-invalid',
      pointers: ['/parts'],
    }),
    post('an unknown property is not dropped', '{"title":"E","pages":1,"titel":"x"}', {
      code: 'body-invalid',
      pointers: ['/titel'],
    }),
    post('nor one deep inside', '{"title":"E","pages":1,"parts":[{"name":"cover","x":1}]}', {
      code: 'body-invalid',
      pointers: ['/parts/0/x'],
    }),
    post('all faults at once', '{"pages":0,"isbn":1}', {
      code: 'body-invalid',
      pointers: ['/isbn', '/pages', '/title'],
    }),
    post('a list', '[]', { code: 'body-invalid' }),
    post('null', 'null', { code: 'body-invalid' }),
    post('infinity', '{"title":"E","pages":1e999}', { code: 'body-invalid', pointers: ['/pages'] }),
    post(
      'a hundred thousand faults',
      `{"title":"E","pages":1,"parts":[${'1,'.repeat(100_000)}1]}`,
      { code: 'body-invalid' },
    ),
    post('empty', '', broken),
    post('not JSON', '{', broken),
    post('two values', '{}{}', broken),
    post('__proto__', '{"title":"E","pages":1,"tags":{"__proto__":{"admin":true}}}', broken),
    post('__proto__ in disguise', '{"title":"E","pages":1,"tags":{"\\u005f_proto__":"x"}}', broken),
    post('a key twice', '{"title":"E","title":"F","pages":1}', broken),
    post('a key twice in disguise', '{"title":"E","t\\u0069tle":"F","pages":1}', broken),
    post(
      'ten thousand levels',
      `{"title":"E","pages":1,"parts":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      broken,
    ),
    post('half a million levels', '['.repeat(500_000), broken),
    post('NUL', '{"title":"a\\u0000b","pages":1}', broken),
    post('half a surrogate pair', '{"title":"\\ud800","pages":1}', broken),
    post('a whole pair is text', '{"title":"\\ud83d\\ude00","pages":1}', { status: 201 }),
    post('an escaped backslash before u0000', '{"title":"\\\\u0000","pages":1}', { status: 201 }),
    post('not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), broken),
    post('a byte order mark', `\ufeff${book}`, broken),
    post('two megabytes', `{"title":"${'x'.repeat(2_000_000)}"}`, {
      status: 413,
      code: 'payload-too-large',
    }),
    post('text', book, {
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'content-type': 'text/plain' },
      answers: { accept: json },
    }),
    post('a form', 'title=E', {
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    post('another charset', book, {
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'content-type': 'application/json; charset=utf-16' },
    }),
    post('compressed', book, {
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'content-encoding': 'gzip' },
    }),
    post('a type that is none', book, {
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'content-type': '/;=' },
    }),
    {
      name: 'a body where none belongs',
      method: 'DELETE',
      url: '/v1/books/b1',
      headers: { 'content-type': json },
      payload: '{}',
      ...broken,
    },
  ];
  it.each(cases)('$name', expectCase);
});

describe('headers, media types, methods', () => {
  const patch = { method: 'PATCH', url: '/v1/books/b1', payload: '{}' } as const;
  const merge = { 'content-type': 'application/merge-patch+json' };
  const cases: readonly Case[] = [
    {
      name: 'no Idempotency-Key',
      method: 'POST',
      url: '/v1/books',
      headers: { 'content-type': json },
      payload: book,
      status: 400,
      code: 'idempotency-key-missing',
    },
    {
      name: 'a short Idempotency-Key',
      method: 'POST',
      url: '/v1/books',
      headers: { 'content-type': json, 'idempotency-key': 'short' },
      payload: book,
      status: 400,
      code: 'parameter-invalid',
    },
    { name: 'no If-Match', ...patch, headers: merge, status: 428, code: 'precondition-required' },
    {
      name: 'a stale If-Match',
      ...patch,
      headers: { ...merge, 'if-match': '"6"' },
      status: 412,
      code: 'precondition-failed',
    },
    {
      name: 'a weak If-Match',
      ...patch,
      headers: { ...merge, 'if-match': 'W/"7"' },
      status: 412,
      code: 'precondition-failed',
    },
    {
      name: 'the right If-Match',
      ...patch,
      headers: { ...merge, 'if-match': '"6", "7"' },
      status: 200,
    },
    {
      name: 'If-None-Match of another revision',
      url: '/v1/books/b1',
      headers: { 'if-none-match': '"6"' },
      status: 200,
      answers: { etag: '"7"' },
    },
    {
      name: 'If-None-Match of this revision',
      url: '/v1/books/b1',
      headers: { 'if-none-match': 'W/"7"' },
      status: 304,
      answers: { etag: '"7"' },
    },
    {
      name: 'nothing acceptable',
      url: '/v1/books',
      headers: { accept: 'text/html' },
      status: 406,
      code: 'not-acceptable',
    },
    {
      name: 'refused by weight',
      url: '/v1/books',
      headers: { accept: 'application/json;q=0, */*' },
      status: 406,
      code: 'not-acceptable',
    },
    {
      name: 'acceptable by range',
      url: '/v1/books',
      headers: { accept: 'text/html, application/*;q=0.1' },
      status: 200,
    },
    { name: 'an unknown route', url: '/v1/nothing', status: 404, code: 'not-found' },
    { name: 'a slash too many', url: '/v1/books/', status: 400, code: 'parameter-invalid' },
    {
      name: 'an unknown method',
      method: 'PUT',
      url: '/v1/books/b1',
      status: 405,
      code: 'method-not-allowed',
      answers: { allow: 'DELETE, GET, HEAD, OPTIONS, PATCH' },
    },
    {
      name: 'OPTIONS',
      method: 'OPTIONS',
      url: '/v1/books?x=1',
      status: 204,
      answers: { allow: 'GET, HEAD, OPTIONS, POST' },
    },
    {
      name: 'OPTIONS of nothing',
      method: 'OPTIONS',
      url: '/v1/nothing',
      status: 404,
      code: 'not-found',
    },
    { name: 'HEAD', method: 'HEAD', url: '/v1/books/b1', status: 200, answers: { etag: '"7"' } },
    { name: 'DELETE', method: 'DELETE', url: '/v1/books/b1', status: 204 },
    { name: 'a thrown problem', url: '/v1/books/b404', status: 404, code: 'not-found' },
  ];
  it.each(cases)('$name', expectCase);
});
