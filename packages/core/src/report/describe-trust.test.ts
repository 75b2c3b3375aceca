import type { PolicyStatement } from '@rolecall/policy';
import { expect, it } from 'vitest';
import { describeTrust } from './describe-trust.ts';

const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' } as const;
const arn = (account: string, resource: string) => `arn:aws:iam::${account}:${resource}`;

it.each<[PolicyStatement, string]>([
  [
    { ...allow, Principal: { Service: 'ec2.amazonaws.com' } },
    'may be assumed by the service ec2.amazonaws.com',
  ],
  [
    { ...allow, Principal: { AWS: arn('111122223333', 'root') } },
    'may be assumed by whoever the policies of this account allow',
  ],
  [
    { ...allow, Principal: { AWS: '444455556666' } },
    'may be assumed by whoever the policies of account 444455556666 allow',
  ],
  [
    {
      ...allow,
      Principal: { AWS: [arn('111122223333', 'role/a'), arn('444455556666', 'user/b')] },
    },
    'may be assumed by role/a, arn:aws:iam::444455556666:user/b',
  ],
  [{ ...allow, Principal: '*' }, 'may be assumed by anyone at all, in any account'],
  [{ ...allow, Principal: { AWS: 'AIDAEXAMPLE' } }, 'may be assumed by AIDAEXAMPLE'],
  [
    { ...allow, NotPrincipal: { AWS: arn('111122223333', 'role/a') } },
    'may be assumed by anyone but role/a',
  ],
  [
    { ...allow, Principal: { Federated: arn('111122223333', 'saml-provider/adfs') } },
    'may be assumed by users of the SAML provider adfs',
  ],
  [
    { ...allow, Principal: { Federated: 'accounts.google.com' } },
    'may be assumed by identities of accounts.google.com',
  ],
  [
    { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' },
    'may never be assumed by anyone at all, in any account',
  ],
  [
    {
      Effect: 'Allow',
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Principal: { Federated: arn('111122223333', 'oidc-provider/token.example.com') },
      Condition: {
        StringEquals: { 'token.example.com:aud': 'x' },
        StringLike: { 'token.example.com:sub': ['repo:a/*', 'repo:b/*'] },
      },
    },
    'may be assumed by tokens of token.example.com if token.example.com:aud is x and token.example.com:sub is like one of repo:a/*, repo:b/* (also sts:TagSession)',
  ],
])('%j', (statement, words) => {
  expect(describeTrust(statement, '111122223333')).toBe(words);
});
