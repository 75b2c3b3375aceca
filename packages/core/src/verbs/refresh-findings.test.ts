import { expect, it } from 'vitest';
import { runChecks } from '../checks/run-checks.ts';
import {
  aReport,
  aRow,
  arnOf,
  aSnapshot,
  aUser,
  daysAgo,
  now,
} from '../checks/testing/snapshot.fixture.ts';
import { userConsoleMfa } from '../checks/users/user-console-mfa.ts';
import { known, unknown } from '../model/part.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import type { CredentialsPort } from './credentials-port.ts';
import { refreshFindings } from './refresh-findings.ts';

const checks = [userConsoleMfa];
const settings = defaultCheckSettings;
const names = ['alice', 'bob'];
const snapshot = aSnapshot({
  users: names.map((name) => aUser({ name, createdAt: daysAgo(100) })),
  credentialReport: aReport(
    ...names.map((user) =>
      aRow({ user, createdAt: daysAgo(100), password: 'enabled', mfaActive: user === 'bob' }),
    ),
  ),
});
const findings = runChecks({ checks, snapshot, settings, now });

/** A port that says the same of everybody, and what it was asked for. */
function portOf(readCredentials: CredentialsPort['readCredentials']) {
  const asked: string[] = [];
  const port: CredentialsPort = {
    readCredentials: (name) => {
      asked.push(name);
      return readCredentials(name);
    },
    readAccountSummary: async () => known({}),
  };
  return {
    asked,
    refreshed: () => refreshFindings({ port, checks, snapshot, findings, settings, now }),
  };
}

it('says of a user that went meanwhile nothing any more, and asks of no other', async () => {
  const { asked, refreshed } = portOf(async () => undefined);
  const { findings: after, changed, snapshot: corrected } = await refreshed();
  expect(asked).toEqual(['alice']);
  expect(after.map(({ subject }) => subject)).toEqual([arnOf('user', 'bob')]);
  expect(changed).toMatchObject([{ before: { outcome: 'fail' }, after: undefined }]);
  expect(corrected.parts.users).toMatchObject({ value: [{ name: 'bob' }] });
});

it('asks nothing where nothing failed by the report', async () => {
  const fine = findings.filter(({ outcome }) => outcome !== 'fail');
  const port: CredentialsPort = {
    readCredentials: () => Promise.reject(new Error('asked')),
    readAccountSummary: () => Promise.reject(new Error('asked')),
  };
  const done = await refreshFindings({ port, checks, snapshot, findings: fine, settings, now });
  expect(done).toMatchObject({ findings: fine, changed: [], confirmed: [], notes: [] });
});

it('lets an error through that ends everything', async () => {
  const { refreshed } = portOf(() => Promise.reject(new Error('expired')));
  await expect(refreshed()).rejects.toThrow('expired');
});

it('has nothing to correct where there is no report', async () => {
  const credentialReport = unknown({ code: 'ACCESS_DENIED', message: 'Not allowed.' });
  const blind = { ...snapshot, parts: { ...snapshot.parts, credentialReport } };
  const port: CredentialsPort = {
    readCredentials: () => Promise.reject(new Error('asked')),
    readAccountSummary: () => Promise.reject(new Error('asked')),
  };
  const said = runChecks({ checks, snapshot: blind, settings, now });
  const done = await refreshFindings({
    port,
    checks,
    snapshot: blind,
    findings: said,
    settings,
    now,
  });
  expect(done).toMatchObject({ findings: said, changed: [], notes: [expect.any(String)] });
});
