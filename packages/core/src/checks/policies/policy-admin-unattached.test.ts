import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  allowAll,
  allowAllButBilling,
  allowAllWithMfa,
  allowRead,
  aPolicy,
} from '../testing/snapshot.fixture.ts';
import { policyAdminUnattached } from './policy-admin-unattached.ts';

test.each([
  ['everything', { document: allowAll }, { mine: 'fail' }],
  ['NotAction', { document: allowAllButBilling }, { mine: 'fail' }],
  ['a condition', { document: allowAllWithMfa }, { mine: 'warn' }],
  ['little', { document: allowRead }, { mine: 'pass' }],
  ['everything, as a boundary', { document: allowAll, boundaryCount: 1 }, { mine: 'pass' }],
  ['everything, attached', { document: allowAll, attachmentCount: 1 }, { root: 'not-applicable' }],
])('allows %s', (_, policy, expected) => {
  const policies = [
    aPolicy({ name: 'mine', attachmentCount: 0, ...policy }),
    { ...administratorAccess, attachmentCount: 0 },
  ];
  expect(outcomesOf(policyAdminUnattached, { policies })).toEqual(expected);
});
