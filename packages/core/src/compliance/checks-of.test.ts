import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import { checksOf } from './checks-of.ts';
import { findProfile, type Profile, profileNames } from './profiles.ts';

const all = checks.map(({ id }) => id);

function profile(name: string): Profile {
  const found = findProfile(name);
  if (found === undefined) throw new Error(`no profile ${name}`);
  return found;
}

function idsOf(name: string): readonly string[] {
  return checksOf(profile(name)).checks.map(({ id }) => id);
}

test('there are two profiles of our own and one for each framework', () => {
  expect(profileNames).toEqual([
    'default',
    'all',
    'cis-7.0',
    'cis-6.0',
    'cis-5.0',
    'cis-3.0',
    'security-hub',
    'iam-best-practices',
  ]);
  expect(profileNames.map((name) => findProfile(name)?.name)).toEqual(profileNames);
  expect(findProfile('cis-1.2')).toBeUndefined();
});

test('our own profiles run all checks, with or without those on request', () => {
  expect(idsOf('all')).toEqual(all);
  expect(idsOf('default')).toEqual(checks.filter(({ optIn }) => !optIn).map(({ id }) => id));
  expect(checksOf(profile('default')).settings).toEqual(defaultCheckSettings);
});

test.each([
  ['cis-7.0', { with: 'key-age', without: 'key-two-active' }],
  ['cis-6.0', { with: 'key-two-active', without: 'password-symbol' }],
  ['cis-3.0', { with: 'key-created-at-setup', without: 'org-root-credentials-management' }],
  // It runs only when asked for, and the framework asks.
  ['security-hub', { with: 'password-max-age', without: 'root-no-signing-certs' }],
  ['iam-best-practices', { with: 'root-no-signing-certs', without: 'password-number' }],
])('%s runs what its controls name, in the order of reports', (name, expected) => {
  const ids = idsOf(name);
  expect(ids).toContain(expected.with);
  expect(ids).not.toContain(expected.without);
  expect(ids).toEqual(all.filter((id) => ids.includes(id)));
});

test.each([
  ['security-hub', {}, { credentialUnusedDays: 45, passwordMinimumLength: 14 }],
  ['security-hub', {}, { passwordReusePrevention: 24, passwordMaxAgeDays: 90 }],
  ['security-hub', { credentialUnusedDays: 60 }, { credentialUnusedDays: 60 }],
  ['security-hub', { roleUnusedDays: 7 }, { roleUnusedDays: 7, credentialUnusedDays: 45 }],
  ['iam-best-practices', {}, { forbidLongLivedKeys: true }],
  ['iam-best-practices', { forbidLongLivedKeys: false }, { forbidLongLivedKeys: false }],
  ['cis-7.0', {}, { forbidLongLivedKeys: false, accessKeyMaxAgeDays: 90 }],
])('%s with %j runs the strictest limit, or the one that is set', (name, explicit, expected) => {
  expect(checksOf(profile(name), explicit).settings).toMatchObject(expected);
});
