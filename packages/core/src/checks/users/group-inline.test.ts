import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, allowRead } from '../testing/snapshot.fixture.ts';
import { groupInline } from './group-inline.ts';

const inlinePolicies = [{ name: 'read', document: allowRead }];

test('fails each group with inline policies', () => {
  const groups = [aGroup({ name: 'one', inlinePolicies }), aGroup({ name: 'other' })];
  expect(outcomesOf(groupInline, { groups })).toEqual({ one: 'fail', other: 'pass' });
});
