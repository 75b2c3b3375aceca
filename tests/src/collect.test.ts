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
import { withKnownAnswers } from './testing/known-answers.fixture.ts';

const now = () => new Date('2026-11-20T12:00:00Z');
const everything = new URL('../scenarios/everything.yaml', import.meta.url);
const files = { ...builtinScenarios, everything };
const scenarioNames = ['untouched', 'good', 'everything'] as const;
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
    signInUserNames: ['nobody'],
    managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    heldPolicyArns: [],
  },
};

function sandboxOf(name: (typeof scenarioNames)[number]): Sandbox {
  const file = files[name];
  return createSandbox({
    now,
    scenario: parseScenario(readFileSync(file, 'utf8'), `${name}.yaml`),
  });
}

let asking: Sandbox | undefined;

/** Most of what is asked here is asked of every sandbox, and most answers are alike. */
const reach = withKnownAnswers({
  handleHttp: (call) => {
    if (asking === undefined) throw new Error('No sandbox is asked.');
    return asking.handleHttp(call);
  },
});

function collect(sandbox: Sandbox): Promise<Snapshot> {
  asking = sandbox;
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const clients = createClients({ region: 'us-east-1', credentials, maxAttempts: 1, ...reach });
  return collectSnapshot(clients, request, { now, sleep: () => Promise.resolve() });
}

test.each(scenarioNames)('%s: every part is known, and comes back from JSON', async (name) => {
  const snapshot = await collect(sandboxOf(name));
  expect(unknownParts(snapshot)).toEqual([]);
  expect(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});

test('pages of one entity each give the same snapshot', async () => {
  const whole = await collect(sandboxOf('everything'));
  const sandbox = sandboxOf('everything');
  sandbox.faults.pageSize = 1;
  expect((await collect(sandbox)).parts).toEqual(whole.parts);
});

/** Parts that need more than their own actions, since others list their users or policies. */
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
const asked = new Set<string>();
beforeAll(async () => {
  const sandbox = sandboxOf('everything');
  await collect(sandbox);
  // ListFindingsV2 has no action of its own.
  for (const { action } of sandbox.calls) asked.add(action.replace(/V2$/, ''));
});

const actions = [...new Set(Object.values(partPermissions).flat())];

describe.each(actions)('%s', (action) => {
  /** An action asked for per entity matters only where there is one. */
  const affected = (): readonly PartName[] =>
    parts.filter(
      (part) =>
        asked.has(action) &&
        (partPermissions[part].includes(action) || alsoNeed[action]?.includes(part)) &&
        doWithout[action]?.includes(part) !== true,
    );

  test('denied: its parts are unknown, the others are known', async () => {
    const sandbox = sandboxOf('everything');
    sandbox.faults.deny = [action];
    const snapshot = await collect(sandbox);
    const expected = affected();
    expect(unknownParts(snapshot)).toEqual(expected);
    for (const reason of expected.flatMap((part) => reasonsIn(snapshot.parts[part]))) {
      expect(reason).toMatchObject({ code: 'ACCESS_DENIED', permission: action });
    }
  });

  test('answered with HTML: its parts are unknown', async () => {
    const sandbox = sandboxOf('everything');
    sandbox.faults.htmlOn = [action, `${action}V2`];
    const snapshot = await collect(sandbox);
    const expected = affected();
    expect(unknownParts(snapshot)).toEqual(expected);
    for (const reason of expected.flatMap((part) => reasonsIn(snapshot.parts[part]))) {
      expect(reason).toMatchObject({ code: 'BAD_RESPONSE' });
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

/** The parts that are unknown, or of which a region, a trail, a user … is. */
function unknownParts(snapshot: Snapshot): readonly PartName[] {
  return parts.filter((part) => reasonsIn(snapshot.parts[part]).length > 0);
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
