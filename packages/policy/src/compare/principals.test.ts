import { describe, expect, test } from 'vitest';
import { checkNoPublicAccess } from './check-no-public-access.ts';
import { type AccessComparison, compareAccess } from './compare-access.ts';
import { policy } from './policy.fixture.ts';

type Verdict = AccessComparison['verdict'];

const acct = '111122223333';
const iam = `arn:aws:iam::${acct}`;
const sts = `arn:aws:sts::${acct}`;
const of = (Effect: string, element: object) => ({
  Effect,
  ...element,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
});
const allow = (Principal: unknown) => of('Allow', { Principal });
const deny = (Principal: unknown) => of('Deny', { Principal });
const allowOthers = (NotPrincipal: unknown) => of('Allow', { NotPrincipal });
const denyOthers = (NotPrincipal: unknown) => of('Deny', { NotPrincipal });
const aws = (...AWS: readonly string[]) => ({ AWS });

const verdictOf = (old: readonly object[], next: readonly object[]) =>
  compareAccess(policy(...old), policy(...next)).verdict;

/** The wildcard may turn out to match nobody, or to match: no answer may rest on it. */
const notNone = expect.stringMatching(/^(?:grants|undecided)$/);

describe('wildcards in the old Principal', () => {
  test.each<[name: string, old: object, next: object, Verdict]>([
    ['roles of an account', aws(`${iam}:role/*`), aws(`${iam}:role/x`), 'none'],
    ['a role with a path', aws(`${iam}:role/*`), aws(`${iam}:role/p/x`), 'none'],
    [
      'roles of another account',
      aws(`${iam}:role/*`),
      aws('arn:aws:iam::444455556666:role/x'),
      'grants',
    ],
    ['a user', aws(`${iam}:role/*`), aws(`${iam}:user/x`), 'grants'],
    ['the account', aws(`${iam}:role/*`), aws(acct), 'grants'],
    ['a session', aws(`${iam}:role/*`), aws(`${sts}:assumed-role/x/s`), 'none'],
    [
      'a session by the role it begins with',
      aws(`${iam}:role/x*`),
      aws(`${sts}:assumed-role/xy/s`),
      'none',
    ],
    [
      'a session whose role may have a path',
      aws(`${iam}:role/p/*`),
      aws(`${sts}:assumed-role/x/s`),
      'grants',
    ],
    ['sessions', aws(`${sts}:assumed-role/dev-*/*`), aws(`${sts}:assumed-role/dev-1/s`), 'none'],
    ['sessions of a role', aws(`${sts}:assumed-role/dev-*/*`), aws(`${iam}:role/dev-1`), 'none'],
    [
      'sessions, by their names',
      aws(`${sts}:assumed-role/dev-*/a*`),
      aws(`${iam}:role/dev-1`),
      'grants',
    ],
    ['fewer roles', aws(`${iam}:role/*`), aws(`${iam}:role/dev-*`), 'none'],
    ['more roles', aws(`${iam}:role/dev-*`), aws(`${iam}:role/*`), 'grants'],
    ['crossing patterns', aws(`${iam}:role/*a`, `${iam}:role/*b`), aws(`${iam}:role/a*`), 'grants'],
    [
      'patterns that add up',
      aws(`${iam}:role/*`, `${iam}:user/*`),
      aws(`${iam}:user/?ob`, `${iam}:role/r`),
      'none',
    ],
    ['a name in any account', aws('arn:aws:iam::*:role/admin'), aws(`${iam}:role/admin`), 'none'],
    ['another name', aws('arn:aws:iam::*:role/admin'), aws(`${iam}:role/admin2`), 'grants'],
    ['any account', aws('arn:aws:iam::*:root'), aws(acct), 'none'],
    ['any account, and its roles', aws('arn:aws:iam::*:root'), aws(`${iam}:role/x`), 'none'],
    ['any account is not everyone', aws('arn:aws:iam::*:root'), aws('*'), 'grants'],
    ['all of an account', aws(`${iam}:*`), aws(acct), 'none'],
    [
      'any partition',
      aws(`arn:aws*:iam::${acct}:root`),
      aws(`arn:aws-cn:iam::${acct}:role/x`),
      'none',
    ],
    ['another partition', aws(`arn:aws-*:iam::${acct}:root`), aws(`${iam}:role/x`), 'grants'],
    ['only stars', aws('**'), aws('*'), 'none'],
    ['unique IDs', aws('AROA*'), aws('AROAEXAMPLE'), 'none'],
    [
      'a provider',
      { Federated: `${iam}:oidc-provider/*` },
      { Federated: `${iam}:oidc-provider/x` },
      'none',
    ],
    [
      'another kind of provider',
      { Federated: `${iam}:oidc-provider/*` },
      { Federated: `${iam}:saml-provider/x` },
      'grants',
    ],
    ['a service', { Service: '*.amazonaws.com' }, { Service: 'ec2.amazonaws.com' }, 'none'],
    ['another host', { Service: '*.amazonaws.com' }, { Service: 'ec2.example.com' }, 'grants'],
    ['canonical users', { CanonicalUser: '*' }, { CanonicalUser: 'a1' }, 'none'],
    ['digits of an account', aws('arn:aws:iam::1111*:role/x'), aws(`${iam}:role/x`), 'undecided'],
  ])('%s', (_name, old, next, verdict) => {
    expect(verdictOf([allow(old)], [allow(next)])).toBe(verdict);
    expect(verdictOf([allow(old)], [allow(old)])).toBe(verdict === 'undecided' ? verdict : 'none');
  });

  test.each<[name: string, old: readonly object[], next: readonly object[]]>([
    ['roles denied', [allow('*'), deny(aws(`${iam}:role/*`))], [allow(aws(`${iam}:role/x`))]],
    [
      'a name denied',
      [allow('*'), deny(aws('arn:aws:iam::*:role/admin'))],
      [allow(aws(`${iam}:role/admin`))],
    ],
    [
      'a beginning denied',
      [allow(aws('*')), deny(aws(`${iam}:role/dev-*`))],
      [allow(aws(`${iam}:role/dev-x`))],
    ],
    ['users denied', [allow('*'), deny(aws(`${iam}:user/?ob`))], [allow(aws(`${iam}:user/bob`))]],
    ['roles not allowed', [allowOthers(aws(`${iam}:role/*`))], [allow(aws(`${iam}:role/x`))]],
    [
      'services denied',
      [allow('*'), deny({ Service: '*' })],
      [allow({ Service: 'ec2.amazonaws.com' })],
    ],
    [
      'canonical users denied',
      [allow('*'), deny({ CanonicalUser: '*' })],
      [allow({ CanonicalUser: 'a1' })],
    ],
    ['an account denied', [allow('*'), deny(aws(`${iam}:*`))], [allow(aws(acct))]],
    [
      'a path denied',
      [allow('*'), deny(aws(`${iam}:role/p/*`))],
      [allow(aws(`${sts}:assumed-role/x/s`))],
    ],
    [
      'roles spared',
      [allow('*'), denyOthers(aws(acct, `${iam}:role/*`, `${sts}:assumed-role/*`))],
      [allow(aws(`${iam}:role/x`))],
    ],
  ])('never "none" for %s', (_name, old, next) => {
    expect(verdictOf(old, next)).toEqual(notNone);
    expect(verdictOf(old, old)).toBe('none');
  });

  test('a Deny of others stays a limit', () => {
    const old = [allow('*'), deny(aws(`${iam}:role/*`))];
    expect(verdictOf(old, [allow(aws(`${iam}:user/bob`))])).toBe('none');
    expect(verdictOf(old, [...old, deny(aws(`${iam}:user/bob`))])).toBe('none');
  });
});

describe('wildcards in the new Principal', () => {
  test.each<[name: string, old: readonly object[], next: readonly object[]]>([
    [
      'an Allow takes in what it matches',
      [allow(aws(`${iam}:role/x`))],
      [allow(aws(`${iam}:role/*`))],
    ],
    [
      'a Deny matches nobody',
      [allow('*'), deny(aws(`${iam}:role/x`))],
      [allow('*'), deny(aws(`${iam}:role/*`))],
    ],
    [
      'a Deny matches nobody, beside an Allow',
      [],
      [allow(aws(`${iam}:role/x`)), deny(aws(`${iam}:role/*`))],
    ],
    [
      'a Deny matches nobody, beside an old one',
      [allow('*'), deny(aws(`${iam}:role/dev-*`))],
      [allow('*'), deny(aws(`${iam}:role/*`))],
    ],
    [
      'NotPrincipal leaves nobody out',
      [allowOthers(aws(`${iam}:role/x`))],
      [allowOthers(aws(`${iam}:role/*`))],
    ],
    [
      'NotPrincipal spares what it matches',
      [],
      [allow(aws(`${iam}:user/bob`)), denyOthers(aws(acct, `${iam}:user/*`))],
    ],
  ])('%s', (_name, old, next) => {
    expect(verdictOf(old, next)).toEqual(notNone);
    expect(verdictOf(next, next)).toBe('none');
  });

  test('an Allow within an account', () => {
    expect(verdictOf([allow(aws(acct))], [allow(aws(`${iam}:role/*`))])).toBe('none');
  });

  test('who matches is public unless the account is fixed', () => {
    const verdict = (principal: string) =>
      checkNoPublicAccess(policy(allow(aws(principal)))).verdict;
    expect(verdict('arn:aws:iam::*:role/admin')).toBe('grants');
    expect(verdict(`${iam}:role/*`)).toBe('none');
  });
});

describe('partitions', () => {
  const china = `arn:aws-cn:iam::${acct}`;
  test.each<[old: readonly object[], next: readonly object[], Verdict]>([
    [[allow(aws(`${china}:root`))], [allow(aws(`${iam}:root`))], 'grants'],
    [[allow(aws(`${china}:root`))], [allow(aws(`${iam}:role/x`))], 'grants'],
    [[allow(aws(`${china}:root`))], [allow(aws(`${china}:role/x`))], 'none'],
    [[allow('*'), deny(aws(`${china}:role/x`))], [allow('*'), deny(aws(`${iam}:root`))], 'grants'],
    [[], [allow(aws(`${china}:role/x`)), deny(aws(`${iam}:root`))], 'grants'],
    [[allow(aws(acct))], [allow(aws(`${china}:role/x`, `${iam}:role/x`))], 'none'],
    [[allow(aws(`${china}:root`))], [allow(aws(acct))], 'none'],
  ])('%j, %j: %s', (old, next, verdict) => {
    expect(verdictOf(old, next)).toBe(verdict);
  });
});

describe('sessions', () => {
  test.each<[old: string, next: string, Verdict]>([
    [`${iam}:role/a/r`, `${sts}:assumed-role/r/s`, 'grants'],
    [`${iam}:role/r`, `${sts}:assumed-role/r/s`, 'none'],
    [`${sts}:assumed-role/r/s`, `${iam}:role/a/r`, 'grants'],
  ])('%s, %s: %s', (old, next, verdict) => {
    expect(verdictOf([allow(aws(old))], [allow(aws(next))])).toBe(verdict);
  });

  test('a Deny of a role with a path may be about a session', () => {
    const old = [allow('*'), deny(aws(`${iam}:role/a/r`))];
    expect(verdictOf(old, [allow(aws(`${sts}:assumed-role/r/s`))])).toBe('grants');
  });
});

describe('NotPrincipal with Deny', () => {
  const old = [allow('*'), denyOthers(aws(`${iam}:root`, `${iam}:user/Bob`))];
  test('whether it spares a federated session of a user is not documented', () => {
    expect(compareAccess(policy(...old), policy(allow(aws(`${iam}:user/Bob`))))).toMatchObject({
      verdict: 'undecided',
      reason: { kind: 'reading' },
    });
  });
  test('the user and all sessions', () => {
    const all = [
      allow('*'),
      denyOthers(aws(`${iam}:root`, `${iam}:user/Bob`, `${sts}:federated-user/f`)),
    ];
    expect(verdictOf(all, [allow(aws(`${sts}:federated-user/f`))])).toBe('none');
  });
  test('others stay denied', () => {
    expect(verdictOf(old, [allow(aws(`${iam}:user/Eve`))])).toBe('grants');
    expect(verdictOf(old, old)).toBe('none');
  });
});
