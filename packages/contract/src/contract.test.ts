import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplesOf } from './rules/examples.ts';
import { findOpenSchemas } from './rules/find-open-schemas.ts';
import { type JsonNode, nodeOf, resolveNode } from './rules/json-node.ts';
import { operationsOf, schemaOf } from './rules/operation.ts';
import { operationRules } from './rules/operation-rules.ts';

const file = `${import.meta.dirname}/../../../openapi.yaml`;
const document = nodeOf(parse(readFileSync(file, 'utf8')));
const operations = operationsOf(document);

/** The contract with one place of its text, as JSON, changed. */
function changed(from: string | RegExp, to: string): JsonNode {
  const text = JSON.stringify(document);
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return nodeOf(JSON.parse(other));
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
for (const keyword of ['openapi', 'info', 'servers', 'tags', 'security', 'paths', 'webhooks'])
  ajv.addKeyword(keyword);
ajv.addKeyword('components');
ajv.addSchema(document, 'contract');

describe('operations', () => {
  it('are many, each with a name of its own', () => {
    expect(operations.length).toBeGreaterThan(80);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it.each(Object.entries(operationRules))('%s', (_, rule) => {
    const faults = operations.flatMap((operation) =>
      rule(operation).map((fault) => `${operation.id}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  const planted: readonly [rule: string, from: string | RegExp, to: string, fault: string][] = [
    ['operation-id', '"operationId":"getMe"', '"operationId":"me"', 'me: '],
    ['permission', 'permission":"me:read"', 'permission":"me:write"', 'getMe: names'],
    ['permission', /(me:read","security":\[)\{"oidc":\[\]\},/, '$1', 'getMe: has'],
    ['problems', /(BadRequest":.*?)application\/problem\+json/, '$1text/html', ': 400 is'],
    ['refusals of callers', /"429":\{.*?\},/, '', 'getMe: lacks 429'],
    ['refusals of bodies', /"415":\{.*?\},/, '', 'registerAccount: lacks 415'],
    ['resources that are missing', /"404":\{.*?\},/, '', 'getAccount: lacks 404'],
    ['posts are safe to repeat', /(startCheckRun".*?IdempotencyKey)"/, '$1Optional"', 'has no key'],
    ['keys are refused', /(testWebhookEndpoint".*?)"422":\{.*?\},/, '$1', 'lacks 422'],
    ['preconditions', /"428":\{.*?\},/, '', 'registerAccount: lacks 428'],
    ['preconditions', /(updateRoleRequest".*?)IfMatch"/, '$1IfNoneMatch"', 'changes blindly'],
    ['preconditions', /(submitRoleRequest".*?)IfMatch"/, '$1IfNoneMatch"', 'moves a resource'],
    ['places', /,"Location":\{.*?\}/, '', 'registerAccount: 201'],
    ['revisions', /"headers":\{"ETag":\{.*?\}\},/, '', 'getAccount: 200'],
    ['pages', /,\{"\$ref":"#\/components\/parameters\/Cursor"\}/, '', 'listAccounts: lacks cursor'],
  ];

  it.each(planted)('%s: notices %s', (rule, from, to, fault) => {
    const faults = operationsOf(changed(from, to)).flatMap((operation) =>
      (operationRules[rule]?.(operation) ?? []).map((said) => `${operation.id}: ${said}`),
    );
    expect(faults[0]).toContain(fault);
  });
});

describe('bodies', () => {
  const bodies = operations.filter(({ body }) => body !== undefined);

  it.each(bodies.map((operation) => [operation.id, operation] as const))(
    'of %s take nothing that was not meant',
    (_, operation) => {
      expect(findOpenSchemas(document, schemaOf(operation, operation.body))).toEqual([]);
    },
  );

  it.each([
    [{ type: 'object', properties: {} }, 'body is open'],
    [{ oneOf: [{ type: 'string' }] }, 'body may be of any length'],
    [{ type: 'string', pattern: '^a+$' }, 'body may be of any length'],
    [{ type: 'array', maxItems: 2, items: { type: 'array' } }, 'body[] may be of any size'],
  ])('%j', (schema, fault) => {
    expect(findOpenSchemas(document, schema)).toEqual([fault]);
  });
});

describe('examples', () => {
  const examples = examplesOf(document);

  it.each(examples.map((example) => [example.of, example] as const))(
    '%s',
    (_, { pointer, value }) => {
      const validate = ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
      validate(value);
      expect(value).toBeDefined();
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  const receives = nodeOf(nodeOf(nodeOf(document['webhooks'])['event'])['post']);
  const { schema, examples: received } = nodeOf(
    nodeOf(nodeOf(receives['requestBody'])['content'])['application/json'],
  );

  it.each(Object.keys(nodeOf(received)))('of webhooks: %s', (name) => {
    const validate = ajv.compile({ $ref: `contract${nodeOf(schema)['$ref']}` });
    const { value } = resolveNode(document, nodeOf(received)[name]);
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('of webhooks: a head is refused without its signature, and where it does not belong', () => {
    const validate = ajv.compile({ $ref: 'contract#/components/schemas/WebhookEvent' });
    const event = nodeOf(resolveNode(document, nodeOf(received)['auditHead'])['value']);
    const data = nodeOf(event['data']);
    const { signature: _, ...unsigned } = nodeOf(data['head']);
    expect(validate({ ...event, data: { ...data, head: unsigned } })).toBe(false);
    expect(validate({ ...event, type: 'grant.activated' })).toBe(false);
    expect(validate(event)).toBe(true);
  });

  it('are refused where they are wrong', () => {
    const validate = ajv.compile({ $ref: 'contract#/components/schemas/DecisionInput' });
    const { value } = resolveNode(document, { $ref: '#/components/examples/DecisionInput' });
    expect(validate({ ...nodeOf(value), trust: 'me' })).toBe(false);
  });
});
