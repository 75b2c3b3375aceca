import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  allowAllButBilling,
  allowAllButIam,
  allowRead,
  anAwsPolicy,
  aPolicy,
} from '../testing/snapshot.fixture.ts';
import { powerUserPolicy } from './power-user-policy.ts';

const original = anAwsPolicy({ name: 'PowerUserAccess', document: allowAllButIam });
const copy = aPolicy({ name: 'PowerUserExamplePolicy', document: allowAllButIam });
const old = { ...copy, document: allowAllButBilling };
const namesake = aPolicy({ name: 'PowerUserAccess', document: allowRead });
const read = {
  managedDocuments: { [original.arn]: { versionId: 'v12', document: allowAllButIam } },
};

test.each([
  ['a copy', { policies: [original, copy] }, { PowerUserExamplePolicy: 'pass' }],
  ['an old copy', { policies: [original, old] }, { PowerUserExamplePolicy: 'warn' }],
  [
    'an old copy, by what was read',
    { policies: [old], ...read },
    { PowerUserExamplePolicy: 'warn' },
  ],
  [
    'a copy by another name',
    { policies: [original, { ...copy, name: 'mine', arn: 'arn:aws:iam::1:policy/mine' }] },
    { mine: 'pass' },
  ],
  ['nothing to compare with', { policies: [copy] }, { PowerUserExamplePolicy: 'unknown' }],
  [
    "nothing but a namesake of AWS's",
    { policies: [copy, namesake] },
    { PowerUserExamplePolicy: 'unknown' },
  ],
  ['no copy', { policies: [original, namesake] }, { root: 'not-applicable' }],
] as const)('%s', (_, parts, outcomes) => {
  expect(outcomesOf(powerUserPolicy, parts)).toEqual(outcomes);
});
