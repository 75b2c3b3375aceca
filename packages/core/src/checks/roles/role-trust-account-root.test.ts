import { expect, test } from 'vitest';
import { stranger, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole } from '../testing/snapshot.fixture.ts';
import { roleTrustAccountRoot } from './role-trust-account-root.ts';

const alone = { organization: null, organizationAccounts: null };
const role = `arn:aws:iam::${stranger}:role/deploy`;

test.each([
  ['root', trusting({ AWS: `arn:aws:iam::${stranger}:root` }), 'fail'],
  ['the number', trusting({ AWS: stranger }), 'fail'],
  [
    'root with an external id',
    trusting({ AWS: stranger }, { StringEquals: { 'sts:ExternalId': 'a' } }),
    'fail',
  ],
  ['a role', trusting({ AWS: role }), 'pass'],
  ['a role beside root', trusting({ AWS: [role, stranger] }), 'fail'],
  [
    'root with a role',
    trusting({ AWS: stranger }, { ArnEquals: { 'aws:PrincipalArn': role } }),
    'pass',
  ],
  [
    'root with any role',
    trusting(
      { AWS: stranger },
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${stranger}:role/*` } },
    ),
    'fail',
  ],
  ['its own root', trusting({ AWS: account }), 'not-applicable'],
  ['anyone, of whom another check speaks', trusting('*'), 'not-applicable'],
] as const)('trusts %s', (_, trust, outcome) => {
  const roles = [aRole({ name: 'r', trust })];
  expect(outcomeOf(roleTrustAccountRoot, { roles, ...alone })).toBe(outcome);
});

test('may be of the organization', () => {
  const roles = [aRole({ name: 'r', trust: trusting({ AWS: stranger }) })];
  expect(outcomeOf(roleTrustAccountRoot, { roles })).toBe('warn');
});
