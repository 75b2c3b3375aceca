import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, aKey, aReport, aRow, arnOf, aUser, noKey } from '../testing/snapshot.fixture.ts';
import { emergencyUserHardened } from './emergency-user-hardened.ts';

const settings = { emergencyPrincipals: ['user/glass', 'user/glass2'] };
const glass = aUser({ name: 'glass', groups: ['EmergencyAccessGroup'] });
const row = { user: 'glass', password: 'enabled', mfaActive: true } as const;
const base = {
  users: [glass, aUser({ name: 'alice', groups: ['admins'] })],
  groups: [aGroup({ name: 'EmergencyAccessGroup' }), aGroup({ name: 'admins' })],
  credentialReport: aReport(aRow(row), aRow({ user: 'alice' })),
  virtualMfaDevices: [],
};
const app = (name: string) => [{ serialNumber: arnOf('mfa', 'app'), userArn: arnOf('user', name) }];
const reporting = (members: Partial<Parameters<typeof aRow>[0]>) => ({
  ...base,
  credentialReport: aReport(aRow({ ...row, ...members }), aRow({ user: 'alice' })),
});
const { virtualMfaDevices: _, ...withoutDevices } = base;

test.each([
  ['hardened', base, 'pass'],
  ['no MFA', reporting({ mfaActive: false }), 'fail'],
  ['an active key', reporting({ accessKeys: [noKey, aKey()] }), 'fail'],
  ['an inactive key', reporting({ accessKeys: [noKey, aKey({ active: false })] }), 'pass'],
  ['no password', reporting({ password: 'disabled' }), 'fail'],
  ['a password that is not told', reporting({ password: 'unknown' }), 'unknown'],
  ['an app', { ...base, virtualMfaDevices: app('glass') }, 'warn'],
  ["another user's app", { ...base, virtualMfaDevices: app('glass2') }, 'pass'],
  ['devices not read', withoutDevices, 'unknown'],
  [
    'no MFA, devices not read',
    { ...withoutDevices, credentialReport: reporting({ mfaActive: false }).credentialReport },
    'fail',
  ],
  [
    'no group',
    { ...base, users: [{ ...glass, groups: [] }, aUser({ name: 'alice', groups: ['admins'] })] },
    'fail',
  ],
  [
    'the group of others too',
    {
      ...base,
      users: [{ ...glass, groups: ['admins'] }, aUser({ name: 'alice', groups: ['admins'] })],
    },
    'fail',
  ],
  [
    'not in the report yet',
    { ...base, credentialReport: aReport(aRow({ user: 'alice' })) },
    'unknown',
  ],
])('%s', (_name, parts, outcome) => {
  expect(outcomesOf(emergencyUserHardened, parts, { settings })).toEqual({ glass: outcome });
});

test('does not apply where nobody is named', () => {
  expect(outcomesOf(emergencyUserHardened, base)).toMatchObject({ root: 'not-applicable' });
});
