import { type AccessRequest, evaluateRequest, type PolicyDocument } from '@rolecall/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrincipalMapping } from '../model/records.ts';
import { mappingFor, personTrust, withPerson } from './person-trust.ts';

const account = '111122223333';
const staff = `arn:aws:iam::${account}:role/people/Staff`;
const nobody: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: [`arn:aws:iam::${account}:root`] },
      Action: 'sts:AssumeRole',
    },
  ],
};

type Principal = PrincipalMapping['principal'];

function trustOf(principal: Principal): PolicyDocument {
  const made = personTrust({ principal }, { partition: 'aws' });
  const trust = made.kind === 'trust' ? withPerson(nobody, made.trust) : undefined;
  if (trust === undefined) throw new Error(JSON.stringify(made));
  return trust;
}

interface Session {
  readonly role?: string;
  readonly name: string;
  readonly more?: { readonly [key: string]: string };
}

/** A session of a role asks to assume the role of the trust; with rights to assume any. */
function askAs(trust: PolicyDocument, { role = staff, name, more = {} }: Session) {
  const owner = role.split(':')[4];
  const request: AccessRequest = {
    principal: {
      kind: 'role-session',
      roleArn: role,
      sessionArn: `arn:aws:sts::${owner}:assumed-role/${role.split('/').at(-1)}/${name}`,
    },
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${account}:role/asked`,
    context: {
      'aws:userid': `AROAEXAMPLE:${name}`,
      'aws:PrincipalArn': role,
      'sts:RoleSessionName': 'alice',
      ...more,
    },
  };
  const identity: PolicyDocument = {
    Statement: { Effect: 'Allow', Action: 'sts:*', Resource: '*' },
  };
  return evaluateRequest(request, {
    identity: [identity],
    resource: trust,
    resourceKind: 'trust',
    resourceAccount: account,
  }).decision;
}

const session: Principal = { kind: 'role-session', roleArn: staff, sessionName: 'alice' };

describe('a session of a role', () => {
  const trust = trustOf(session);

  it.each<[string, Session, string]>([
    ['is let in', { name: 'alice' }, 'allowed'],
    ['of another person is not', { name: 'bob' }, 'implicitDeny'],
    ['of another person whose name ends so is not', { name: 'malice' }, 'implicitDeny'],
    ['of another person whose name begins so is not', { name: 'alice2' }, 'implicitDeny'],
    ['in another case is not', { name: 'Alice' }, 'implicitDeny'],
    [
      'of the same name of another role is not',
      { role: `arn:aws:iam::${account}:role/Staff`, name: 'alice' },
      'implicitDeny',
    ],
    [
      'of the same name of another account is not',
      { role: staff.replace(account, '999988887777'), name: 'alice' },
      'implicitDeny',
    ],
  ])('%s', (_, asking, decision) => {
    expect(askAs(trust, asking)).toBe(decision);
  });

  it('is let in from another account too, where that is where people are', () => {
    const hub = staff.replace(account, '999988887777');
    const there = trustOf({ ...session, roleArn: hub });
    expect(askAs(there, { role: hub, name: 'alice' })).toBe('allowed');
    expect(askAs(there, { name: 'alice' })).toBe('implicitDeny');
  });

  it('lets in nobody of another name', () => {
    const name = fc.stringMatching(/^[\w+=,.@-]{2,64}$/);
    fc.assert(
      fc.property(name, name, (person, other) => {
        const own = trustOf({ ...session, sessionName: person });
        const expected = person === other ? 'allowed' : 'implicitDeny';
        expect(askAs(own, { name: other })).toBe(expected);
        expect(askAs(own, { name: person })).toBe('allowed');
      }),
    );
  });

  it('shows its source identity where one is asked for', () => {
    const known = trustOf({ ...session, sourceIdentity: 'alice@example.com' });
    const more = { 'aws:SourceIdentity': 'alice@example.com' };
    expect(askAs(known, { name: 'alice', more })).toBe('allowed');
    expect(askAs(known, { name: 'alice' })).toBe('implicitDeny');
    expect(askAs(known, { name: 'bob', more })).toBe('implicitDeny');
  });
});

it('takes a role or a user whole', () => {
  const alone = `arn:aws:iam::${account}:role/alice`;
  expect(askAs(trustOf({ kind: 'role', arn: alone }), { role: alone, name: 'x' })).toBe('allowed');
  expect(askAs(trustOf({ kind: 'role', arn: alone }), { name: 'x' })).toBe('implicitDeny');
  const arn = `arn:aws:iam::${account}:user/alice`;
  expect(trustOf({ kind: 'user', arn, requireMfa: true })).toMatchObject({
    Statement: [
      { Principal: { AWS: arn }, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    ],
  });
});

it.each<[string, Principal]>([
  ['everybody', { kind: 'user', arn: '*' }],
  ['any role', { kind: 'role', arn: `arn:aws:iam::${account}:role/*` }],
  ['any path', { ...session, roleArn: `arn:aws:iam::${account}:role/*/Staff` }],
  ['a root', { kind: 'user', arn: `arn:aws:iam::${account}:root` }],
  ['a user as a role', { kind: 'role', arn: `arn:aws:iam::${account}:user/alice` }],
  [
    'a session as a role',
    { kind: 'role', arn: `arn:aws:sts::${account}:assumed-role/Staff/alice` },
  ],
  ['another partition', { kind: 'role', arn: `arn:aws-cn:iam::${account}:role/alice` }],
  ['no account', { kind: 'role', arn: 'arn:aws:iam::aws:role/alice' }],
  ['every session', { ...session, sessionName: '*' }],
  ['some sessions', { ...session, sessionName: 'a?ice' }],
  ['a variable', { ...session, sessionName: '$' + '{aws:username}' }],
  ['a placeholder', { ...session, sessionName: '{{account}}' }],
  ['the colon of an id', { ...session, sessionName: 'AROA:alice' }],
  ['every source', { ...session, sourceIdentity: '*' }],
  [
    'all who have a permission set',
    {
      kind: 'role',
      arn: `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0123456789abcdef`,
    },
  ],
])('takes no principal that is %s', (_, principal) => {
  expect(personTrust({ principal }, { partition: 'aws' })).toMatchObject({ kind: 'fault' });
});

describe('what a blueprint tests itself', () => {
  const person = personTrust({ principal: session }, { partition: 'aws' });
  if (person.kind !== 'trust') throw new Error('no trust');
  const trusting = (more: object): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: '111122223333' },
        Action: 'sts:AssumeRole',
        ...more,
      },
    ],
  });

  it('holds as well', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const trust = withPerson(trusting({ Condition }), person.trust);
    expect(trust).toMatchObject({
      Statement: [{ Condition: { ...Condition, StringLike: { 'aws:userid': '*:alice' } } }],
    });
  });

  it.each([
    ['a test of the same key', { Condition: { StringLike: { 'aws:userid': '*' } } }],
    ['everybody', { Principal: '*' }],
    ['all but some', { NotPrincipal: { AWS: '111122223333' } }],
    [
      'a service beside people',
      { Principal: { AWS: '111122223333', Service: 'ec2.amazonaws.com' } },
    ],
    ['a denial', { Effect: 'Deny' }],
  ])('is refused where it is %s', (_, more) => {
    expect(withPerson(trusting(more), person.trust)).toBeUndefined();
  });
});

it('finds the principal of that account first, and none of another person', () => {
  const all = { subject: 'a', accountId: '*', principal: session } as const;
  const one = { ...all, accountId: account };
  expect(mappingFor([all, one], { subject: 'a', account })).toBe(one);
  expect(mappingFor([all, one], { subject: 'a', account: '999988887777' })).toBe(all);
  expect(mappingFor([one], { subject: 'a', account: '999988887777' })).toBeUndefined();
  expect(mappingFor([all, one], { subject: 'b', account })).toBeUndefined();
});
