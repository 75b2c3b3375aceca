import { expect, test } from 'vitest';
import { trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, allowAll, allowRead, aRole } from '../testing/snapshot.fixture.ts';
import { rolesanywhereScoped } from './rolesanywhere-scoped.ts';

const anywhere = { Service: 'rolesanywhere.amazonaws.com' };
const anchor = `arn:aws:rolesanywhere:eu-west-1:${account}:trust-anchor/abc`;
const named = { ArnEquals: { 'aws:SourceArn': anchor } };

test.each([
  ['nothing', undefined, allowRead, 'fail'],
  ['the anchor', named, allowRead, 'pass'],
  [
    'any anchor',
    { ArnLike: { 'aws:SourceArn': `arn:aws:rolesanywhere:eu-west-1:${account}:trust-anchor/*` } },
    allowRead,
    'fail',
  ],
  ['the account', { StringEquals: { 'aws:SourceAccount': account } }, allowRead, 'fail'],
  [
    'the certificate',
    { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'host' } },
    allowRead,
    'pass',
  ],
  [
    'any certificate',
    { StringLike: { 'aws:PrincipalTag/x509Subject/CN': '*' } },
    allowRead,
    'fail',
  ],
  ['another tag', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, allowRead, 'fail'],
  ['the anchor, as administrator', named, allowAll, 'fail'],
] as const)('asks for %s', (_, condition, document, outcome) => {
  const trust = trusting(anywhere, condition);
  const roles = [aRole({ name: 'r', trust, inlinePolicies: [{ name: 'x', document }] })];
  expect(outcomeOf(rolesanywhereScoped, { roles, groups: [], policies: [] })).toBe(outcome);
});

test('does not apply to others', () => {
  const parts = { roles: [aRole({ name: 'r' })], groups: [], policies: [] };
  expect(outcomeOf(rolesanywhereScoped, parts)).toBe('not-applicable');
});
