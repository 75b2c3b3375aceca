import { expect, test } from 'vitest';
import { groupInline } from './group-inline.ts';
import { outcomesOf } from './testing/outcomes.fixture.ts';
import { aGroup, allowRead } from './testing/snapshot.fixture.ts';

const inlinePolicies = [{ name: 'read', document: allowRead }];

test('fails each group with inline policies', () => {
  const groups = [aGroup({ name: 'one', inlinePolicies }), aGroup({ name: 'other' })];
  expect(outcomesOf(groupInline, { groups })).toEqual({ one: 'fail', other: 'pass' });
});
