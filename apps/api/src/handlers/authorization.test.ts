import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberOf } from '../http/place.ts';
import { roles } from '../identity/roles.ts';
import {
  contractOperations,
  operationMatrix,
} from '../identity/testing/operation-matrix.fixture.ts';
import {
  ask,
  openServiceStage,
  type RequestLine,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const operations = contractOperations();

/** Values that fit the contract and name nothing that is there. */
const values: Readonly<Record<string, string>> = {
  accountId: '999999999999',
  code: 'not-found',
  planId: '0'.repeat(64),
  id: '01931f6e-8a00-7c31-9f00-000000000000',
  subject: 'https%3A%2F%2Fid.example.com%7Cnobody',
};

const urlOf = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const;
function lineOf({ method, path }: { readonly method: string; readonly path: string }): RequestLine {
  const known = methods.find((one) => one === method);
  if (known === undefined) throw new Error(`${method} is not asked for.`);
  return `${known} ${urlOf(path)}`;
}

test('every operation has an entry for every role', () => {
  const entries = new Set(operationMatrix().map(({ id, role }) => `${id} ${role}`));
  expect(operations.length).toBeGreaterThan(70);
  expect([...entries].sort()).toEqual(
    operations.flatMap(({ id }) => roles.map((role) => `${id} ${role}`)).sort(),
  );
});

describe.each(roles)('%s', (role) => {
  test('gets through where the contract says so, and nowhere else', async () => {
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const entry of operationMatrix().filter((one) => one.role === role)) {
      const { status, body } = await ask(stage, lineOf(entry), { as: role });
      const isRefused = status === 403 && memberOf(body, 'code') === 'forbidden';
      found[entry.id] = status >= 500 || status === 401 ? String(status) : isRefused ? 'no' : 'yes';
      expected[entry.id] = entry.allowed ? 'yes' : 'no';
    }
    expect(found).toEqual(expected);
  });
});

test('nobody gets anywhere without credentials but to what is public', async () => {
  const open: string[] = [];
  for (const operation of operations) {
    const { status } = await ask(stage, lineOf(operation), { as: null });
    if (status !== 401) open.push(operation.id);
  }
  const isPublic = ({ permission }: { readonly permission: string }) => permission === 'public';
  expect(open).toEqual(operations.filter(isPublic).map(({ id }) => id));
});
