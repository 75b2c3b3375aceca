import { type PartName, partPermissions, type Snapshot, snapshotSchema } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { accountAnswers, allParts, fullRequest } from './account.fixture.ts';
import { type CollectProgress, collectSnapshot } from './collect-snapshot.ts';
import {
  denied,
  errorXml,
  htmlPage,
  type StubAnswers,
  stubClients,
  xml,
} from './query-stub.fixture.ts';

const options = { now: () => new Date('2026-11-20T12:00:00Z'), sleep: () => Promise.resolve() };

function collect(answers: StubAnswers, request = fullRequest): Promise<Snapshot> {
  const { clients } = stubClients({ ...accountAnswers, ...answers });
  return collectSnapshot(clients, request, options);
}

test('every part of an account, and back from JSON', async () => {
  const snapshot = await collect({});
  const json: unknown = JSON.parse(JSON.stringify(snapshot));
  expect(json).toMatchSnapshot();
  expect(snapshotSchema.parse(json)).toEqual(snapshot);
});

test('only what is asked for is read; the rest says that it was not', async () => {
  const { clients, calls } = stubClients(accountAnswers);
  const snapshot = await collectSnapshot(clients, { parts: ['accountSummary'] }, options);
  expect(calls.map((call) => call.action)).toEqual([
    'sts:GetCallerIdentity',
    'iam:GetAccountSummary',
  ]);
  expect(snapshot.parts.accountSummary.status).toBe('known');
  expect(snapshot.parts.users).toMatchObject({ reason: { code: 'NOT_COLLECTED' } });
});

test('no call is made twice', async () => {
  const { clients, calls } = stubClients(accountAnswers);
  // Plans read a user's devices and keys by themselves, and never beside the parts of checks.
  const parts = allParts.filter((part) => part !== 'userCredentials');
  const request = { ...fullRequest, parts: [...parts, ...parts] };
  await collectSnapshot(clients, request, options);
  const asked = calls.map((call) => `${call.action} ${JSON.stringify(call.input)}`);
  expect(asked).toHaveLength(new Set(asked).size);
});

test('what checks read takes at most twelve calls to IAM, and one more per OIDC provider', async () => {
  const { clients, calls } = stubClients({
    ...accountAnswers,
    'iam:ListOpenIDConnectProviders': xml(
      'iam:ListOpenIDConnectProviders',
      '<OpenIDConnectProviderList/>',
    ),
  });
  const perUser: readonly PartName[] = ['mfaDevices', 'sshPublicKeys'];
  const forPlans: readonly PartName[] = [
    'roleSettings',
    'policySettings',
    'instanceProfiles',
    'managedDocuments',
    'userCredentials',
  ];
  const parts = allParts.filter((part) => ![...perUser, ...forPlans].includes(part));
  await collectSnapshot(clients, { parts }, options);
  expect(calls.filter((call) => call.action.startsWith('iam:')).length).toBeLessThanOrEqual(12);
});

/** Parts that an action stands behind, those included whose list of users or policies it gives. */
const alsoNeed: Readonly<Record<string, readonly PartName[]>> = {
  'iam:GetAccountAuthorizationDetails': ['policySettings', 'sshPublicKeys', 'userCredentials'],
  'iam:GenerateCredentialReport': ['mfaDevices'],
  'iam:GetCredentialReport': ['mfaDevices'],
};
const actions = [...new Set(Object.values(partPermissions).flat())];

describe.each(actions)('%s', (action) => {
  const expected = allParts
    .filter((part) => partPermissions[part].includes(action) || alsoNeed[action]?.includes(part))
    .sort();

  test('denied: its parts are unknown and name it, the others are known', async () => {
    const { parts } = await collect({ [action]: denied(action) });
    expect(unknownParts(parts)).toEqual(expected);
    for (const part of expected) {
      expect(parts[part]).toMatchObject({
        reason: { code: 'ACCESS_DENIED', permission: action },
      });
    }
  });

  test('answered with a page of HTML: its parts are unknown', async () => {
    const { parts } = await collect({ [action]: htmlPage });
    expect(unknownParts(parts)).toEqual(expected);
    for (const part of expected) {
      expect(parts[part]).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
    }
  });

  test('throttled to the end: its parts are unknown, and no permission is blamed', async () => {
    const { parts } = await collect({ [action]: errorXml('Throttling', 'Rate exceeded') });
    // Organizations speaks JSON, so the XML is no answer of its.
    const code = action.startsWith('iam:') ? 'THROTTLED' : 'BAD_RESPONSE';
    for (const part of expected) {
      expect(parts[part]).toEqual({
        status: 'unknown',
        reason: { code, message: expect.any(String), permission: undefined },
      });
    }
  });
});

test.each([
  ['ExpiredToken', 'CREDENTIALS_EXPIRED'],
  ['InvalidClientTokenId', 'CREDENTIALS_INVALID'],
])('%s in the middle ends it all', async (code, expected) => {
  const sent = collect({ 'iam:ListAccountAliases': errorXml(code, 'no', 403) });
  await expect(sent).rejects.toMatchObject({ code: expected });
});

test('interrupted: it ends, and asks nothing more', async () => {
  const { clients } = stubClients({
    ...accountAnswers,
    'iam:GenerateCredentialReport': xml('iam:GenerateCredentialReport', '<State>STARTED</State>'),
  });
  const controller = new AbortController();
  const sent = collectSnapshot(clients, fullRequest, {
    ...options,
    signal: controller.signal,
    sleep: () => Promise.resolve(controller.abort()),
  });
  await expect(sent).rejects.toMatchObject({ code: 'INTERRUPTED' });
});

test('progress is told for each part asked for', async () => {
  const { clients } = stubClients({ ...accountAnswers, 'iam:ListRoles': denied('iam:ListRoles') });
  const seen: CollectProgress[] = [];
  const request = { parts: ['roleSettings', 'accountAliases'] } as const;
  await collectSnapshot(clients, request, { ...options, onProgress: (step) => seen.push(step) });
  expect(seen).toEqual(
    expect.arrayContaining([
      { part: 'roleSettings', state: 'reading' },
      { part: 'roleSettings', state: 'unknown' },
      { part: 'accountAliases', state: 'reading' },
      { part: 'accountAliases', state: 'done' },
    ]),
  );
  expect(seen).toHaveLength(4);
});

function unknownParts(parts: Snapshot['parts']): readonly PartName[] {
  return allParts.filter((part) => parts[part].status === 'unknown').sort();
}
