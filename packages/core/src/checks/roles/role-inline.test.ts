import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { allowRead, aRole } from '../testing/snapshot.fixture.ts';
import { roleInline } from './role-inline.ts';

const inlinePolicies = [{ name: 'read', document: allowRead }];

test('fails each role with inline policies', () => {
  const roles = [aRole({ name: 'one', inlinePolicies }), aRole({ name: 'other' })];
  expect(outcomesOf(roleInline, { roles })).toEqual({ one: 'fail', other: 'pass' });
});

test('leaves out the roles of AWS, not those a service assumes', () => {
  const roles = [
    aRole({ name: 'linked', path: '/aws-service-role/support.amazonaws.com/', inlinePolicies }),
    aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/eu-west-1/', inlinePolicies }),
    aRole({ name: 'service', path: '/service-role/', inlinePolicies }),
  ];
  expect(outcomesOf(roleInline, { roles })).toEqual({ service: 'fail' });
});
