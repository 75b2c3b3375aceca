import { describe, expect, it } from 'vitest';
import { evaluateDocument } from './decide-documents.ts';
import type { MatchOptions } from './match-options.ts';
import { parseRequestPrincipal, type RequestPrincipal } from './request-principal.ts';

const account = '111122223333';
const rootArn = `arn:aws:iam::${account}:root`;
const userArn = `arn:aws:iam::${account}:user/bob`;
const roleArn = `arn:aws:iam::${account}:role/team/app`;
const sessionArn = `arn:aws:sts::${account}:assumed-role/app/s1`;
const federatedArn = `arn:aws:sts::${account}:federated-user/bob`;
const provider = `arn:aws:iam::${account}:oidc-provider/idp.example`;

const user: RequestPrincipal = { kind: 'user', arn: userArn, uniqueId: 'AIDAEXAMPLE' };
const session: RequestPrincipal = {
  kind: 'role-session',
  roleArn,
  sessionArn,
  uniqueId: 'AROAEXAMPLE',
};
const federatedUser: RequestPrincipal = { kind: 'federated-user', arn: federatedArn, userArn };
const root: RequestPrincipal = { kind: 'root', account };
const someone: RequestPrincipal = { kind: 'account', account };
const service: RequestPrincipal = { kind: 'service', name: 'ec2.amazonaws.com' };
const federated: RequestPrincipal = { kind: 'federated', provider };
const canonical: RequestPrincipal = { kind: 'canonical-user', id: 'a1' };
const anonymous: RequestPrincipal = { kind: 'anonymous' };

function decide(statement: object, principal?: RequestPrincipal, options: MatchOptions = {}) {
  const document = { Statement: { Action: '*', Resource: '*', ...statement } };
  const request = { principal, action: 's3:GetObject', resource: '*' };
  return evaluateDocument(document, request, options).decision;
}

describe('Principal', () => {
  const all = [
    user,
    session,
    federatedUser,
    root,
    someone,
    service,
    federated,
    canonical,
    anonymous,
  ];
  const ofAccount = [user, session, federatedUser, root, someone];
  it.each<[unknown, readonly (RequestPrincipal | undefined)[]]>([
    ['*', [...all, undefined]],
    [{ AWS: '*' }, [...all, undefined]],
    [{ AWS: account }, ofAccount],
    [{ AWS: rootArn }, ofAccount],
    [{ AWS: '444455556666' }, []],
    [{ AWS: 'arn:aws:iam::444455556666:root' }, []],
    [{ AWS: userArn }, [user, federatedUser]],
    [{ AWS: userArn.replace('bob', 'Bob') }, []],
    [{ AWS: `arn:aws:iam::${account}:user/*` }, []],
    [{ AWS: 'AIDAEXAMPLE' }, [user]],
    [{ AWS: roleArn }, [session]],
    [{ AWS: 'AROAEXAMPLE' }, [session]],
    [{ AWS: sessionArn }, [session]],
    [{ AWS: `arn:aws:sts::${account}:assumed-role/app/s2` }, []],
    [{ AWS: federatedArn }, [federatedUser]],
    [{ Service: 'ec2.amazonaws.com' }, [service]],
    [{ Service: 'lambda.amazonaws.com' }, []],
    [{ Service: '*' }, []],
    [{ Federated: provider }, [federated]],
    [{ Federated: '*' }, [federated]],
    [{ CanonicalUser: 'a1' }, [canonical]],
    [{ AWS: 'ec2.amazonaws.com' }, []],
    [
      { AWS: [roleArn, userArn], Service: 'ec2.amazonaws.com' },
      [user, session, federatedUser, service],
    ],
    [{}, []],
  ])('%j takes in exactly the right ones', (Principal, expected) => {
    const matched = [...all, undefined].filter(
      (principal) => decide({ Effect: 'Allow', Principal }, principal) === 'allowed',
    );
    expect(matched).toEqual([...all, undefined].filter((one) => expected.includes(one)));
    const notMatched = [...all, undefined].filter(
      (principal) => decide({ Effect: 'Allow', NotPrincipal: Principal }, principal) === 'allowed',
    );
    expect(notMatched).toEqual([...all, undefined].filter((one) => !expected.includes(one)));
  });
});

describe('NotPrincipal with Deny', () => {
  it.each<[readonly string[], RequestPrincipal, boolean, boolean]>([
    [[userArn], user, false, true],
    [[account], user, false, true],
    [[rootArn, userArn], user, true, true],
    [[account, userArn], user, true, true],
    [['444455556666', userArn], user, false, true],
    [[account, roleArn], session, false, true],
    [[account, sessionArn], session, false, true],
    [[roleArn, sessionArn], session, false, true],
    [[account, roleArn, sessionArn], session, true, true],
    [[account, federatedArn], federatedUser, true, true],
    [[account], root, true, true],
    [[account], someone, false, true],
    [[userArn], session, false, false],
    [['*'], session, true, true],
    [[account, userArn], anonymous, false, false],
  ])('%j: %j escapes %s, leniently %s', (AWS, principal, documented, lenient) => {
    const statement = { Effect: 'Deny', NotPrincipal: { AWS } };
    const denied = (escapes: boolean) => (escapes ? 'implicitDeny' : 'explicitDeny');
    expect(decide(statement, principal)).toBe(denied(documented));
    expect(decide(statement, principal, { notPrincipal: 'lenient' })).toBe(denied(lenient));
    expect(decide(statement, principal, { boundaryAttached: true })).toBe('explicitDeny');
  });

  it('spares a federated session with its user, but strictly', () => {
    const statement = { Effect: 'Deny', NotPrincipal: { AWS: [rootArn, userArn] } };
    expect(decide(statement, federatedUser)).toBe('implicitDeny');
    expect(decide(statement, federatedUser, { notPrincipal: 'strict' })).toBe('explicitDeny');
    expect(decide(statement, user, { notPrincipal: 'strict' })).toBe('implicitDeny');
  });

  it.each([service, federated, canonical])('spares $kind when listed', (principal) => {
    const NotPrincipal = { Service: 'ec2.amazonaws.com', Federated: provider, CanonicalUser: 'a1' };
    expect(decide({ Effect: 'Deny', NotPrincipal }, principal)).toBe('implicitDeny');
  });
});

describe('the partition of an account', () => {
  const china = `arn:aws-cn:iam::${account}:root`;
  it.each<[string, RequestPrincipal, boolean]>([
    [china, user, false],
    [china, session, false],
    [china, { ...root, partition: 'aws' }, false],
    [china, { ...root, partition: 'aws-cn' }, true],
    [china, root, true],
    [account, { ...someone, partition: 'aws-cn' }, true],
  ])('%s, %j: %s', (AWS, principal, named) => {
    const decision = decide({ Effect: 'Allow', Principal: { AWS } }, principal);
    expect(decision).toBe(named ? 'allowed' : 'implicitDeny');
  });
});

describe('wildcards as patterns', () => {
  it.each<[object, readonly RequestPrincipal[]]>([
    [{ AWS: `arn:aws:iam::${account}:role/*` }, [session]],
    [{ AWS: 'arn:aws:iam::*:user/?ob' }, [user, federatedUser]],
    [{ AWS: `arn:aws:sts::${account}:*` }, [session, federatedUser]],
    [{ AWS: 'arn:aws:iam::*:root' }, [user, session, federatedUser, root, someone]],
    [{ AWS: `arn:aws-cn:iam::${account}:*` }, [root, someone]],
    [{ AWS: '1111*' }, [user, session, federatedUser, root, someone]],
    [{ AWS: '**' }, [user, session, federatedUser, root, someone, service, federated, anonymous]],
    [{ AWS: 'AROA*' }, [session]],
    [{ Service: '*.amazonaws.com' }, [service]],
    [{ Federated: '*oidc*' }, [federated]],
  ])('%j', (Principal, expected) => {
    const all = [user, session, federatedUser, root, someone, service, federated, anonymous];
    const matched = all.filter(
      (principal) =>
        decide({ Effect: 'Allow', Principal }, principal, { principalWildcards: 'patterns' }) ===
        'allowed',
    );
    expect(matched).toEqual(expected);
  });
});

describe('parseRequestPrincipal', () => {
  it.each<[string, RequestPrincipal]>([
    ['*', anonymous],
    [account, someone],
    [rootArn, { ...root, partition: 'aws' }],
    [userArn, { kind: 'user', arn: userArn }],
    [roleArn, { kind: 'role-session', roleArn }],
    [sessionArn, { kind: 'role-session', roleArn: `arn:aws:iam::${account}:role/app`, sessionArn }],
    [federatedArn, { kind: 'federated-user', arn: federatedArn }],
    ['ec2.amazonaws.com', service],
    ['accounts.google.com', { kind: 'federated', provider: 'accounts.google.com' }],
    [provider, federated],
    ['a'.repeat(64), { kind: 'canonical-user', id: 'a'.repeat(64) }],
    ['AIDAEXAMPLE', { kind: 'unrecognised', text: 'AIDAEXAMPLE' }],
    ['', { kind: 'unrecognised', text: '' }],
  ])('reads %s', (text, expected) => {
    expect(parseRequestPrincipal(text)).toEqual(expected);
  });
});
