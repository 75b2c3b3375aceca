import { expect, it } from 'vitest';
import { known, unknown } from '../model/part.ts';
import type { CredentialRow } from '../model/snapshot.ts';
import { correctCredentialRow, correctRootRow } from './correct-credential-row.ts';
import type { LiveCredentials } from './credentials-port.ts';

const made = '2024-01-01T00:00:00.000Z';
const old = '2025-01-01T00:00:00.000Z';
const later = '2026-06-01T00:00:00.000Z';
const none = { active: false };

const row: CredentialRow = {
  user: 'alice',
  arn: 'arn:aws:iam::111122223333:user/alice',
  isRoot: false,
  createdAt: made,
  password: 'enabled',
  passwordLastUsedAt: old,
  passwordLastChangedAt: old,
  passwordNextRotationAt: later,
  mfaActive: false,
  accessKeys: [
    { active: true, lastRotatedAt: old, lastUsedAt: old, lastUsedService: 's3' },
    { active: false },
  ],
  signingCertificates: [{ active: true, lastRotatedAt: old }, none],
};

const neverUsed = known({});
const asReported: LiveCredentials = {
  user: known({ createdAt: made, passwordLastUsedAt: old }),
  password: known({ createdAt: made }),
  accessKeys: known([
    { active: true, createdAt: old, lastUsed: known({ at: old, service: 's3' }) },
  ]),
  mfaDevices: known(0),
  signingCertificates: known([{ active: true, createdAt: old }]),
};
const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'iam:X' });

const cases: readonly (readonly [string, Partial<LiveCredentials>, Partial<CredentialRow>])[] = [
  ['nothing has changed', {}, {}],
  [
    'nothing can be read',
    {
      user: denied,
      password: denied,
      accessKeys: denied,
      mfaDevices: denied,
      signingCertificates: denied,
    },
    {},
  ],
  ['a device was registered', { mfaDevices: known(1) }, { mfaActive: true }],
  [
    'the password was taken away',
    { password: known(null) },
    {
      password: 'disabled',
      passwordLastUsedAt: undefined,
      passwordLastChangedAt: undefined,
      passwordNextRotationAt: undefined,
    },
  ],
  [
    'the password was used',
    { user: known({ createdAt: made, passwordLastUsedAt: later }) },
    { passwordLastUsedAt: later },
  ],
  [
    'the password was taken away, and another given',
    { password: known({ createdAt: later }) },
    {
      passwordLastUsedAt: undefined,
      passwordLastChangedAt: later,
      passwordNextRotationAt: undefined,
    },
  ],
  ['all keys are gone', { accessKeys: known([]) }, { accessKeys: [none, none] }],
  [
    'the key was made inactive',
    {
      accessKeys: known([{ active: false, createdAt: old, lastUsed: known({ at: later }) }]),
    },
    { accessKeys: [{ active: false, lastRotatedAt: old, lastUsedAt: later }, none] },
  ],
  [
    'the key was replaced',
    { accessKeys: known([{ active: true, createdAt: later, lastUsed: neverUsed }]) },
    { accessKeys: [{ active: true, lastRotatedAt: later }, none] },
  ],
  [
    'a second key came',
    {
      accessKeys: known([
        { active: true, createdAt: later, lastUsed: neverUsed },
        { active: true, createdAt: old, lastUsed: denied },
      ]),
    },
    {
      accessKeys: [
        { active: true, lastRotatedAt: old, lastUsedAt: old, lastUsedService: 's3' },
        { active: true, lastRotatedAt: later },
      ],
    },
  ],
  [
    'the report dates the key by its last change',
    { accessKeys: known([{ active: true, createdAt: made, lastUsed: denied }]) },
    {},
  ],
  [
    'the certificate is gone',
    { signingCertificates: known([]) },
    { signingCertificates: [none, none] },
  ],
];

it.each(cases)('%s', (_, live, expected) => {
  const corrected = correctCredentialRow(row, { ...asReported, ...live });
  expect(corrected).toEqual({ ...row, ...expected });
});

it('leaves a second key in its slot when the first is gone', () => {
  const key = { active: true, lastRotatedAt: later };
  const reported: CredentialRow = { ...row, accessKeys: [row.accessKeys[0], key] };
  const accessKeys = known([{ active: true, createdAt: later, lastUsed: neverUsed }]);
  expect(correctCredentialRow(reported, { ...asReported, accessKeys }).accessKeys).toEqual([
    none,
    key,
  ]);
});

it('takes of root what the summary says, and leaves when it was used', () => {
  const root: CredentialRow = { ...row, isRoot: true, user: '<root_account>' };
  const summary = {
    AccountMFAEnabled: 1,
    AccountPasswordPresent: 0,
    AccountAccessKeysPresent: 0,
    AccountSigningCertificatesPresent: 0,
  };
  expect(correctRootRow(root, summary)).toMatchObject({
    mfaActive: true,
    password: 'disabled',
    passwordLastUsedAt: old,
    accessKeys: [{ active: false, lastUsedAt: old }, { active: false }],
    signingCertificates: [{ active: false }, { active: false }],
  });
  expect(correctRootRow(root, {})).toEqual(root);
});
