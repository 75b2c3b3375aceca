import { type PartName, partPermissions, type Snapshot, snapshotSchema } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { accountAnswers, allParts, fullRequest } from './account.fixture.ts';
import { type CollectProgress, collectSnapshot } from './collect-snapshot.ts';
import {
  denied,
  errorXml,
  htmlPage,
  json,
  type StubAnswers,
  serviceError,
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

/** In the fixture all types have the same policies, and all users and roles the same job. */
const ownIds: StubAnswers = {
  'organizations:ListPolicies': ({ input }) => {
    const Type = input['Filter'];
    return json({ Policies: [{ Id: Type, Name: Type, Type, AwsManaged: false }] });
  },
  'iam:GenerateServiceLastAccessedDetails': ({ action, input }) =>
    xml(action, `<JobId>${input['Arn']}</JobId>`),
};

test('no call is made twice', async () => {
  const { clients, calls } = stubClients({ ...accountAnswers, ...ownIds });
  // Plans read a user's devices and keys, and permission sets, by themselves, and never beside the
  // parts of checks.
  const ofPlans: readonly string[] = ['userCredentials', 'userSignIns', 'identityCenterSetup'];
  const parts = allParts.filter((part) => !ofPlans.includes(part));
  const request = { ...fullRequest, parts: [...parts, ...parts] };
  await collectSnapshot(clients, request, options);
  const asked = calls.map((call) => JSON.stringify(call));
  expect(asked).toHaveLength(new Set(asked).size);
});

test('what checks read takes at most fourteen calls to IAM, and one more per OIDC provider', async () => {
  const { clients, calls } = stubClients({
    ...accountAnswers,
    'iam:ListOpenIDConnectProviders': xml(
      'iam:ListOpenIDConnectProviders',
      '<OpenIDConnectProviderList/>',
    ),
  });
  const perEntity: readonly PartName[] = [
    'mfaDevices',
    'sshPublicKeys',
    'serviceLastAccessed',
    'memberRootSummaries',
  ];
  const forPlans: readonly PartName[] = [
    'roleSettings',
    'policySettings',
    'instanceProfiles',
    'managedDocuments',
    'userCredentials',
    'samlMetadata',
    'userSignIns',
  ];
  const parts = allParts.filter((part) => ![...perEntity, ...forPlans].includes(part));
  await collectSnapshot(clients, { parts }, options);
  expect(calls.filter((call) => call.action.startsWith('iam:')).length).toBeLessThanOrEqual(14);
});

/** Parts that an action stands behind, those included whose list of users or policies it gives. */
const alsoNeed: Readonly<Record<string, readonly PartName[]>> = {
  'iam:GetAccountAuthorizationDetails': [
    'policySettings',
    'sshPublicKeys',
    'userCredentials',
    'userSignIns',
  ],
  'iam:GenerateCredentialReport': ['mfaDevices'],
  'iam:GetCredentialReport': ['mfaDevices'],
};
/** Parts that do better with an action, and without. */
const doWithout: Readonly<Record<string, readonly PartName[]>> = {
  'sso:DescribeInstance': ['permissionSets'],
};
const actions = [...new Set(Object.values(partPermissions).flat())];

describe.each(actions)('%s', (action) => {
  const expected = allParts
    .filter((part) => partPermissions[part].includes(action) || alsoNeed[action]?.includes(part))
    .filter((part) => !doWithout[action]?.includes(part))
    .sort();

  test('denied: its parts are unknown and name it, the others are known', async () => {
    const { parts } = await collect({ [action]: denied(action) });
    expect(unknownParts(parts)).toEqual(expected);
    for (const reason of expected.flatMap((part) => reasonsIn(parts[part]))) {
      expect(reason).toMatchObject({ code: 'ACCESS_DENIED', permission: action });
    }
  });

  test('answered with a page of HTML: its parts are unknown', async () => {
    const { parts } = await collect({ [action]: htmlPage });
    expect(unknownParts(parts)).toEqual(expected);
    for (const reason of expected.flatMap((part) => reasonsIn(parts[part]))) {
      expect(reason).toMatchObject({ code: 'BAD_RESPONSE' });
    }
  });

  test('throttled to the end: its parts are unknown, and no permission is blamed', async () => {
    const { parts } = await collect({ [action]: serviceError(action, 'Throttling') });
    expect(unknownParts(parts)).toEqual(expected);
    for (const reason of expected.flatMap((part) => reasonsIn(parts[part]))) {
      expect(reason).toMatchObject({ code: 'THROTTLED' });
      expect(reason).not.toHaveProperty('permission');
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

/** The parts that are unknown, or of which a region, a trail, a user … is. */
function unknownParts(parts: Snapshot['parts']): readonly PartName[] {
  return allParts.filter((part) => reasonsIn(parts[part]).length > 0).sort();
}

/** Why something is unknown, wherever in the value that stands. */
function reasonsIn(value: unknown): readonly unknown[] {
  const reasons: unknown[] = [];
  JSON.parse(JSON.stringify(value), (_key, inner: unknown) => {
    const isUnknown = inner instanceof Object && Reflect.get(inner, 'status') === 'unknown';
    if (isUnknown && 'reason' in inner) reasons.push(inner.reason);
    return inner;
  });
  return reasons;
}
