import { describe, expect, it } from 'vitest';
import { account, aRole, aSnapshot, aUser, now } from '../checks/testing/snapshot.fixture.ts';
import type { Finding } from '../model/finding.ts';
import { exceptFindings, partsForExceptions } from './except-findings.ts';
import type { Exception } from './exception.ts';

const alice = `arn:aws:iam::${account}:user/alice`;
const root = `arn:aws:iam::${account}:root`;
const snapshot = aSnapshot({
  users: [aUser({ name: 'alice', tags: { stage: 'test' } }), aUser({ name: 'bob' })],
  roles: [aRole({ name: 'app', tags: { stage: 'test' } })],
});

function finding(about: Partial<Finding> = {}): Finding {
  const { check = 'key-age', subject = alice } = about;
  return {
    id: `${check}:${subject}`,
    check,
    subject,
    severity: 'medium',
    outcome: 'fail',
    message: 'M.',
    evidence: {},
    remedy: '',
    ...about,
  };
}

function exception(about: Partial<Exception> = {}): Exception {
  return {
    checks: ['key-age'],
    target: { kind: 'subject', pattern: 'arn:aws:iam::*:user/a*' },
    reason: 'Why.',
    owner: 'team',
    expires: '2026-12-31',
    evenUnknown: false,
    ...about,
  };
}

const tagged = { kind: 'tag', name: 'stage', value: 'test' } as const;
const app = `arn:aws:iam::${account}:role/app`;

describe('what is excepted', () => {
  it.each<[string, Partial<Exception>, Partial<Finding>, boolean]>([
    ['by pattern', {}, {}, true],
    ['a warning', {}, { outcome: 'warn' }, true],
    ['what is for a person', {}, { outcome: 'manual' }, true],
    ['by a list of checks', { checks: ['a', 'key-age'] }, {}, true],
    ['by every check', { checks: ['*'] }, { check: 'b' }, true],
    ['not another check', {}, { check: 'key-unused' }, false],
    ['not another subject', {}, { subject: `arn:aws:iam::${account}:user/bob` }, false],
    ['not in other letters', {}, { subject: `arn:aws:iam::${account}:user/Alice` }, false],
    ['by the tag of a user', { target: tagged }, {}, true],
    ['by the tag of a role', { target: tagged }, { subject: app }, true],
    ['not by another value', { target: { ...tagged, value: 'tes' } }, {}, false],
    ['not by a name of every object', { target: { ...tagged, name: 'constructor' } }, {}, false],
    ['one key', { key: 'key-1' }, { id: `key-age:${alice}#key-1` }, true],
    ['not the other key', { key: 'key-1' }, { id: `key-age:${alice}#key-2` }, false],
    ['not what passed', {}, { outcome: 'pass' }, false],
    ['not what is unknown', {}, { outcome: 'unknown' }, false],
    ['the unknown if it says so', { evenUnknown: true }, { outcome: 'unknown' }, true],
    ['on its last day', { expires: '2026-11-20' }, {}, true],
    ['not the day after', { expires: '2026-11-19' }, {}, false],
  ])('%s', (_, by, about, isExcepted) => {
    const [first] = exceptFindings([finding(about)], [exception(by)], { now, snapshot }).findings;
    expect(first?.exception !== undefined).toBe(isExcepted);
  });
});

it('keeps every finding, and tells who excepts it', () => {
  const findings = [finding({}), finding({ check: 'other' })];
  const excepted = exceptFindings(findings, [exception()], { now, snapshot });
  expect(excepted).toEqual({
    findings: [
      { ...findings[0], exception: { reason: 'Why.', owner: 'team', expires: '2026-12-31' } },
      findings[1],
    ],
    faults: [],
  });
});

describe('what is wrong with an exception', () => {
  const cases: readonly [string, Partial<Exception>, readonly Partial<Finding>[], string][] = [
    ['it expired', { expires: '2026-11-19' }, [{}], 'exception-expired fail high'],
    ['it expired, of nothing', { expires: '2020-01-01' }, [], 'exception-expired fail high'],
    ['it excepts nothing', {}, [{ outcome: 'pass' }], 'exception-unused warn low'],
    ['its check did not run', {}, [{ check: 'other' }], ''],
    ['its check could not see', {}, [{ subject: root, outcome: 'unknown' }], ''],
    ['the tags are unknown', { target: tagged }, [{}], 'exception-undecided unknown medium'],
    [
      'they are, and it passed',
      { target: tagged },
      [{ outcome: 'pass' }],
      'exception-unused warn low',
    ],
  ];
  it.each(cases)('%s', (_, by, abouts, said) => {
    const { findings, faults } = exceptFindings(abouts.map(finding), [exception(by)], {
      now,
      snapshot: aSnapshot({}),
    });
    const added = findings.slice(abouts.length);
    expect(added.map((each) => `${each.check} ${each.outcome} ${each.severity}`).join()).toBe(said);
    expect(faults.map(({ kind }) => `exception-${kind}`)).toEqual(added.map(({ check }) => check));
    expect(added.every(({ id, check }) => id.startsWith(`${check}:${root}#key-age of `))).toBe(
      true,
    );
  });
});

it('reads tags only for exceptions that go by them', () => {
  expect(partsForExceptions([exception()])).toEqual([]);
  expect(partsForExceptions([exception({ target: tagged })])).toContain('users');
});
