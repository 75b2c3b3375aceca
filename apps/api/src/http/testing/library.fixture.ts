/**
 * A small contract that has one of everything: coercion, closed bodies, required headers, ETags,
 * idempotency, streams, negotiation.
 */
export const library = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1' },
  security: [{ token: [] }],
  paths: {
    '/v1/books': {
      get: {
        operationId: 'listBooks',
        'x-rolecall-permission': 'grants:read',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'lent', in: 'query', schema: { type: 'boolean' } },
          { name: 'cursor', in: 'query', schema: { type: 'string', maxLength: 500 } },
          {
            name: 'state',
            in: 'query',
            schema: { type: 'array', items: { enum: ['new', 'old'] } },
          },
          {
            name: 'years',
            in: 'query',
            explode: false,
            schema: { type: 'array', items: { type: 'integer' } },
          },
        ],
        responses: {
          200: ok({ type: 'object', additionalProperties: true }),
          '4XX': { $ref: '#/components/responses/Problem' },
          '5XX': { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'createBook',
        'x-rolecall-permission': 'grants:revoke',
        parameters: [{ $ref: '#/components/parameters/Key' }],
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/NewBook' }) },
        responses: {
          201: {
            description: 'Made.',
            headers: {
              ETag: { required: true, schema: { type: 'string', pattern: '^"\\d+"$' } },
              Location: { required: true, schema: { type: 'string' } },
            },
            content: json({ $ref: '#/components/schemas/Book' }),
          },
          '4XX': { $ref: '#/components/responses/Problem' },
          '5XX': { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/v1/books/{bookId}': {
      parameters: [
        {
          name: 'bookId',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^b\\d+$' },
        },
      ],
      get: {
        operationId: 'getBook',
        'x-rolecall-permission': 'grants:read',
        parameters: [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }],
        responses: {
          200: ok({ $ref: '#/components/schemas/Book' }),
          304: { description: 'Not modified.' },
          '4XX': { $ref: '#/components/responses/Problem' },
          '5XX': { $ref: '#/components/responses/Problem' },
        },
      },
      patch: {
        operationId: 'updateBook',
        'x-rolecall-permission': 'grants:revoke',
        parameters: [
          { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/merge-patch+json': {
              schema: {
                type: 'object',
                properties: { title: { type: 'string' } },
                unevaluatedProperties: false,
              },
            },
          },
        },
        responses: {
          200: ok({ $ref: '#/components/schemas/Book' }),
          '4XX': { $ref: '#/components/responses/Problem' },
          '5XX': { $ref: '#/components/responses/Problem' },
        },
      },
      delete: {
        operationId: 'deleteBook',
        'x-rolecall-permission': 'grants:revoke',
        responses: {
          204: { description: 'Gone.' },
          '4XX': { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/v1/books/{bookId}/events': {
      get: {
        operationId: 'listEvents',
        'x-rolecall-permission': 'grants:read',
        parameters: [
          { name: 'bookId', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'Last-Event-ID', in: 'header', schema: { type: 'integer' } },
        ],
        responses: {
          200: {
            description: 'Events.',
            content: {
              ...json({ type: 'object' }),
              'text/event-stream': { schema: { type: 'string' } },
              'application/x-ndjson': { schema: { type: 'string' } },
            },
          },
          '4XX': { $ref: '#/components/responses/Problem' },
          '5XX': { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/healthz': {
      get: service('getHealth', 'application/json'),
    },
    '/readyz': {
      get: {
        ...service('getReadiness', 'application/json'),
        responses: { 200: ok({ type: 'object' }), 503: ok({ type: 'object' }) },
      },
    },
    '/metrics': { get: service('getMetrics', 'text/plain') },
    '/openapi.json': { get: service('getOpenapiJson', 'application/json') },
    '/openapi.yaml': { get: service('getOpenapiYaml', 'application/yaml') },
    '/docs': { get: service('getDocs', 'text/html') },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    parameters: {
      Key: {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        schema: { type: 'string', minLength: 2, pattern: '^[!-~]+$' },
      },
    },
    responses: {
      Problem: {
        description: 'A problem.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
    schemas: {
      NewBook: {
        type: 'object',
        required: ['title', 'pages'],
        unevaluatedProperties: false,
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 100 },
          pages: { type: 'integer', minimum: 1 },
          lent: { type: 'boolean' },
          isbn: { type: ['string', 'null'] },
          tags: { type: 'object', additionalProperties: { type: 'string' } },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Part: {
        type: 'object',
        required: ['name'],
        unevaluatedProperties: false,
        properties: {
          name: { enum: ['cover', 'chapter'] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Book: {
        type: 'object',
        required: ['id', 'title'],
        unevaluatedProperties: false,
        properties: { id: { type: 'string' }, title: { type: 'string' } },
      },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'requestId'],
        unevaluatedProperties: false,
        properties: {
          type: { type: 'string', format: 'uri-reference' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          requestId: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              unevaluatedProperties: false,
              properties: {
                pointer: { type: 'string' },
                code: { type: 'string' },
                message: { type: 'string' },
                hint: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
} as const;

function json<S>(schema: S) {
  return { 'application/json': { schema } };
}

function ok<S>(schema: S) {
  return { description: 'Fine.', content: json(schema) };
}

function service(operationId: string, type: string) {
  return {
    operationId,
    'x-rolecall-permission': 'public',
    security: [],
    responses: { 200: { description: 'Fine.', content: { [type]: { schema: {} } } } },
  };
}
