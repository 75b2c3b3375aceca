import { parseJson } from '@rolecall/policy';
import { expect, it } from 'vitest';
import { findPolicies } from './find-policies.ts';

function addressesIn(value: unknown): readonly string[] {
  const parsed = parseJson(JSON.stringify(value));
  return parsed.ok ? findPolicies(parsed.tree).map(({ address }) => address) : [];
}

const policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

it.each([
  [policy, ['']],
  [{ a: { b: policy }, c: [policy, 1] }, ['a.b', 'c.0']],
  [{ Statement: 'text' }, []],
  [{ Statement: policy }, ['']],
  [[], []],
])('%j', (value, addresses) => {
  expect(addressesIn(value)).toEqual(addresses);
});
