import { readFileSync } from 'node:fs';
import { collectSnapshot, createClients } from '@rolecall/aws';
import {
  type CollectRequest,
  type PartName,
  partPermissions,
  type Snapshot,
  snapshotSchema,
} from '@rolecall/core';
import { builtinScenarios, createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import { beforeAll, describe, expect, test } from 'vitest';

const now = () => new Date('2026-11-20T12:00:00Z');
const scenarioNames = ['untouched', 'neglected', 'good'] as const;
const parts = Object.keys(partPermissions).filter(
  (name): name is PartName => name in partPermissions,
);
const request: CollectRequest = {
  parts,
  planning: {
    pathPrefix: '/',
    policyNames: [],
    instanceProfileNames: [],
    userNames: [],
    managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    heldPolicyArns: [],
  },
};

function sandboxOf(name: (typeof scenarioNames)[number]): Sandbox {
  const file = builtinScenarios[name];
  return createSandbox({
    now,
    scenario: parseScenario(readFileSync(file, 'utf8'), `${name}.yaml`),
  });
}

function collect({ requestHandler }: Sandbox): Promise<Snapshot> {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const clients = createClients({
    region: 'us-east-1',
    credentials,
    requestHandler,
    maxAttempts: 1,
  });
  return collectSnapshot(clients, request, { now, sleep: () => Promise.resolve() });
}

test.each(scenarioNames)('%s: every part is known, and comes back from JSON', async (name) => {
  const snapshot = await collect(sandboxOf(name));
  expect(unknownParts(snapshot)).toEqual([]);
  expect(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});

test('pages of one entity each give the same snapshot', async () => {
  const whole = await collect(sandboxOf('neglected'));
  const sandbox = sandboxOf('neglected');
  sandbox.faults.pageSize = 1;
  expect((await collect(sandbox)).parts).toEqual(whole.parts);
});

/** Parts that need more than their own actions, since others list their users or policies. */
const alsoNeed: Readonly<Record<string, readonly PartName[]>> = {
  'iam:GetAccountAuthorizationDetails': ['policySettings', 'sshPublicKeys', 'userCredentials'],
  'iam:GenerateCredentialReport': ['mfaDevices'],
  'iam:GetCredentialReport': ['mfaDevices'],
};
const asked = new Set<string>();
beforeAll(async () => {
  const sandbox = sandboxOf('neglected');
  await collect(sandbox);
  for (const call of sandbox.calls) asked.add(call.action);
});

const actions = [...new Set(Object.values(partPermissions).flat())];

describe.each(actions)('%s', (action) => {
  /** An action asked for per entity matters only where there is one. */
  const affected = (): readonly PartName[] =>
    parts.filter(
      (part) =>
        asked.has(action) &&
        (partPermissions[part].includes(action) || alsoNeed[action]?.includes(part)),
    );

  test('denied: its parts are unknown, the others are known', async () => {
    const sandbox = sandboxOf('neglected');
    sandbox.faults.deny = [action];
    const snapshot = await collect(sandbox);
    const expected = affected();
    expect(unknownParts(snapshot)).toEqual(expected);
    for (const part of expected) {
      expect(snapshot.parts[part]).toMatchObject({
        reason: { code: 'ACCESS_DENIED', permission: action },
      });
    }
  });

  test('answered with HTML: its parts are unknown', async () => {
    const sandbox = sandboxOf('neglected');
    sandbox.faults.htmlOn = [action];
    const snapshot = await collect(sandbox);
    const expected = affected();
    expect(unknownParts(snapshot)).toEqual(expected);
    for (const part of expected) {
      expect(snapshot.parts[part]).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
    }
  });
});

test.each([
  ['expired', 'CREDENTIALS_EXPIRED'],
  ['invalid', 'CREDENTIALS_INVALID'],
  ['badSignature', 'CREDENTIALS_INVALID'],
] as const)('credentials %s: %s', async (credentials, code) => {
  const sandbox = sandboxOf('good');
  sandbox.faults.credentials = credentials;
  await expect(collect(sandbox)).rejects.toMatchObject({ code });
});

function unknownParts(snapshot: Snapshot): readonly PartName[] {
  return parts.filter((part) => snapshot.parts[part].status === 'unknown');
}
