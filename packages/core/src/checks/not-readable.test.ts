import { expect, test } from 'vitest';
import { known, notCollected, unknown } from '../model/part.ts';
import { gapIn } from './not-readable.ts';

const denied = (permission: string) =>
  unknown({ code: 'ACCESS_DENIED', message: 'AWS said no.', permission });

test('there is no gap where all was read', () => {
  expect(gapIn({ organization: known(null) })).toBeUndefined();
});

test('a gap names each missing permission once', () => {
  const gap = gapIn({
    organization: denied('organizations:DescribeOrganization'),
    organizationAccounts: denied('organizations:ListAccounts'),
    delegatedAdministrators: denied('organizations:ListAccounts'),
    openHandshakes: known([]),
  });
  const missingPermissions = ['organizations:DescribeOrganization', 'organizations:ListAccounts'];
  expect(gap?.evidence).toEqual({ missingPermissions });
  for (const permission of missingPermissions) expect(gap?.message).toContain(permission);
});

test('what was not asked for lacks no permission', () => {
  expect(gapIn({ organization: notCollected })?.evidence).toEqual({});
});
