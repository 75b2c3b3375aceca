import { listOf, nodeOf } from './json-node.ts';
import { hasHeader, type Operation, requires, schemaOf, takes } from './operation.ts';

/** Says what is wrong with an operation; nothing where all is well. */
export type OperationRule = (operation: Operation) => readonly string[];

/** What no linter knows of: the conventions of this service. */
export const operationRules: Readonly<Record<string, OperationRule>> = {
  'operation-id': ({ id }) => unless(idPattern.test(id), 'starts with no verb that is used here'),

  permission: ({ document, permission, security }) => {
    const schemas = nodeOf(nodeOf(document['components'])['schemas']);
    const known = listOf(nodeOf(schemas['Permission'])['enum']);
    const schemes = listOf(security).map((scheme) => Object.keys(nodeOf(scheme)).join());
    const expected = permission === 'public' ? '' : 'oidc apiToken';
    return [
      ...unless(permission === 'public' || known.includes(permission), 'names no permission'),
      ...unless(Array.isArray(security) && schemes.join(' ') === expected, 'has other security'),
    ];
  },

  problems: (operation) =>
    [...operation.responses]
      .filter(([status]) => status >= 400 && `${operation.id} ${status}` !== 'getReadiness 503')
      .filter(([, response]) => {
        const { code } = nodeOf(
          schemaOf(operation, response, 'application/problem+json').properties,
        );
        return code === undefined;
      })
      .map(([status]) => `${status} is no problem`),

  'refusals of callers': (operation) =>
    lacking(operation, operation.permission === 'public' ? [429] : [400, 401, 403, 429, 500, 503]),

  'refusals of bodies': (operation) =>
    operation.body === undefined
      ? []
      : [
          ...lacking(operation, [413, 415, 422]),
          ...unless(operation.body['required'] === true, 'the body can be left out'),
        ],

  'resources that are missing': (operation) =>
    /\{(id|accountId)\}/.test(operation.path) && operation.method !== 'put'
      ? lacking(operation, [404])
      : [],

  'posts are safe to repeat': (operation) => {
    const { method, path, responses } = operation;
    if (method !== 'post' || path.startsWith('/v1/policies/')) return [];
    const creates = requires(operation, 'Idempotency-Key');
    return [
      ...unless(creates || requires(operation, 'If-Match'), 'has no key and no precondition'),
      ...unless(creates || !responses.has(201), 'creates without Idempotency-Key'),
    ];
  },

  // Another request under the key is 422; one that still runs is 409.
  'keys are refused': (operation) =>
    takes(operation, 'Idempotency-Key') ? lacking(operation, [409, 422]) : [],

  preconditions: (operation) => {
    const { method, path, responses } = operation;
    const changes = method === 'patch' || (method === 'post' && /\{.*\}\/\w+$/.test(path));
    return [
      ...(takes(operation, 'If-Match') ? lacking(operation, [412, 428]) : []),
      ...unless(method !== 'patch' || requires(operation, 'If-Match'), 'changes blindly'),
      ...unless(
        !(changes && hasHeader(responses.get(200), 'ETag')) || requires(operation, 'If-Match'),
        'moves a resource without If-Match',
      ),
    ];
  },

  places: ({ responses }) =>
    [201, 202]
      .filter((status) => responses.has(status) && !hasHeader(responses.get(status), 'Location'))
      .map((status) => `${status} tells no Location`),

  revisions: (operation) =>
    [...operation.responses]
      .filter(([status]) => status < 300)
      .filter(([, response]) => {
        const properties = nodeOf(schemaOf(operation, response).properties);
        return properties['revision'] !== undefined && !hasHeader(response, 'ETag');
      })
      .map(([status]) => `${status} has a revision and no ETag`),

  pages: (operation) => {
    const properties = nodeOf(schemaOf(operation, operation.responses.get(200)).properties);
    const paged = properties['nextCursor'] !== undefined;
    return ['limit', 'cursor']
      .filter((name) => takes(operation, name) !== paged)
      .map((name) => `${paged ? 'lacks' : 'has no use for'} ${name}`);
  },
};

const verbs = [
  'apply',
  'cancel',
  'compare',
  'create',
  'decide',
  'delete',
  'evaluate',
  'extend',
  'get',
  'lint',
  'list',
  'put',
  'read',
  'recertify',
  'register',
  'remove',
  'retry',
  'review',
  'revoke',
  'rotate',
  'start',
  'submit',
  'test',
  'update',
  'verify',
];
const idPattern = new RegExp(`^(${verbs.join('|')})([A-Z][a-z]+)+$`);

function unless(holds: boolean, fault: string): readonly string[] {
  return holds ? [] : [fault];
}

function lacking({ responses }: Operation, statuses: readonly number[]): readonly string[] {
  return statuses.filter((status) => !responses.has(status)).map((status) => `lacks ${status}`);
}
