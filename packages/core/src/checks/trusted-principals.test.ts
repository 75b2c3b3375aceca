import type { PolicyStatement } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { accountOf, isOrphan, trustedPrincipals } from './trusted-principals.ts';

const statement = (members: Partial<PolicyStatement>): PolicyStatement => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  ...members,
});

test.each([
  ['one', { Principal: { AWS: '111122223333' } }, ['aws 111122223333']],
  ['several', { Principal: { AWS: ['a', 'b'], Service: 'c' } }, ['aws a', 'aws b', 'service c']],
  ['anyone', { Principal: '*' }, ['anyone *']],
  ['anyone of AWS', { Principal: { AWS: '*' } }, ['anyone *']],
  ['everyone else', { NotPrincipal: { AWS: 'a' } }, ['anyone NotPrincipal']],
  ['a provider', { Principal: { Federated: 'p' } }, ['federated p']],
  ['another kind', { Principal: { CanonicalUser: 'x' } }, ['other x']],
  ['denied', { Effect: 'Deny', Principal: '*' }, []],
  ['nobody', {}, []],
] as const)('%s', (_, members, expected) => {
  const found = trustedPrincipals({ Statement: statement(members) });
  expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
});

test.each([
  ['111122223333', '111122223333', false],
  ['arn:aws-us-gov:iam::111122223333:root', '111122223333', false],
  ['AIDACKCEVSQ6C2EXAMPLE', undefined, true],
  ['AROACKCEVSQ6C2EXAMPLE', undefined, true],
])('%s is of account %s', (value, account, orphan) => {
  const principal = { kind: 'aws', value } as const;
  expect([accountOf(principal), isOrphan(principal)]).toEqual([account, orphan]);
});
