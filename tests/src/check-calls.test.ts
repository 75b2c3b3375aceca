import { createAccountPort, createClients } from '@rolecall/aws';
import {
  checkAccount,
  checks,
  defaultCheckSettings,
  type PartName,
  partPermissions,
  partsForChecks,
} from '@rolecall/core';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { describe, expect, test } from 'vitest';
import { account, createClock } from './testing/account.fixture.ts';

const byDefault = checks.filter(({ optIn }) => optIn !== true);
/** What the foundation of all checks of IAM reads. */
const foundation = [
  'users',
  'groups',
  'roles',
  'policies',
  'credentialReport',
  'accountSummary',
  'passwordPolicy',
  'virtualMfaDevices',
  'serverCertificates',
  'samlProviders',
] as const;

/** One each, for a few checks: see docs/checks.md. */
const beyondFoundation = [
  'iam:ListOpenIDConnectProviders',
  'iam:ListAccountAliases',
  'iam:ListServiceSpecificCredentials',
  'iam:ListOrganizationsFeatures',
  'iam:ListDelegationRequests',
  'iam:GetOutboundWebIdentityFederationInfo',
];

async function callsOf(scenario: object, selected: typeof checks): Promise<readonly string[]> {
  const clock = createClock();
  const sandbox = createSandbox({
    now: clock.now,
    accountId: account,
    scenario: parseScenario(JSON.stringify(scenario), 'calls'),
  });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  const port = createAccountPort(clients, clock);
  await checkAccount({
    port,
    checks: selected,
    settings: defaultCheckSettings,
    now: clock.now(),
  });
  return sandbox.calls.map(({ action }) => action);
}

interface Size {
  readonly roles: number;
  readonly users: number;
  readonly policies: number;
  readonly regions: readonly string[];
  readonly providers: number;
  readonly trails: number;
  readonly analyzers: number;
}

const sizes: readonly Size[] = [
  {
    users: 0,
    roles: 0,
    policies: 0,
    regions: ['us-east-1'],
    providers: 0,
    trails: 0,
    analyzers: 0,
  },
  {
    users: 50,
    roles: 200,
    policies: 60,
    regions: ['us-east-1', 'eu-west-1'],
    providers: 3,
    trails: 2,
    analyzers: 2,
  },
  {
    users: 300,
    roles: 1_400,
    policies: 200,
    regions: ['us-east-1', 'eu-west-1', 'eu-central-1', 'us-west-2'],
    providers: 1,
    trails: 1,
    analyzers: 4,
  },
];

function scenarioOf({ users, roles, policies, regions, ...counts }: Size): object {
  const some = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at));
  return {
    generate: { users, roles, policies },
    quotas: { RolesQuota: 5_000 },
    regions,
    oidcProviders: some(counts.providers, (at) => ({ url: `https://issuer-${at}.example.com` })),
    trails: some(counts.trails, (at) => ({ name: `trail-${at}` })),
    analyzers: some(counts.analyzers, (at) => ({ name: `analyzer-${at}`, region: regions[at] })),
  };
}

/** Pages of a thousand. */
function pages(entities: number): number {
  return Math.max(1, Math.ceil(entities / 1_000));
}

describe.each(sizes)('$users users, $roles roles, $policies policies', (size) => {
  const entities = size.users + size.roles + size.policies;

  test('the foundation takes nine calls to IAM and one per page more', async () => {
    const known: ReadonlySet<string> = new Set(foundation);
    const ofIam = byDefault.filter(({ needs, uses = [] }) =>
      [...needs, ...uses].every((part) => known.has(part)),
    );
    const calls = await callsOf(scenarioOf(size), ofIam);
    const iam = calls.filter((action) => action.startsWith('iam:'));
    expect(iam).toHaveLength(8 + pages(entities));
    expect(calls.filter((action) => !iam.includes(action))).toEqual(
      Array.from(calls.filter((action) => action === 'sts:GetCallerIdentity')),
    );
  });

  test('all default checks take what docs/permissions.md says', async () => {
    const calls = await callsOf(scenarioOf(size), byDefault);
    const { regions, providers, trails, analyzers } = size;
    expect(calls).toHaveLength(
      30 + pages(entities) + providers + 3 * regions.length + 2 * trails + analyzers,
    );
  });

  test('of IAM all default checks ask what docs/checks.md says, in as many calls', async () => {
    const iam = (await callsOf(scenarioOf(size), byDefault)).filter((action) =>
      action.startsWith('iam:'),
    );
    expect(iam).toHaveLength(8 + pages(entities) + beyondFoundation.length + size.providers);
    for (const action of beyondFoundation) expect(iam).toContain(action);
  });

  test('none of them is for a check that runs only by name', async () => {
    const parts = partsForChecks(byDefault);
    const allowed = new Set(parts.flatMap((part) => partPermissions[part]));
    const calls = await callsOf(scenarioOf(size), byDefault);
    const others = calls
      .map((action) => action.replace(/V2$/, ''))
      .filter((action) => !allowed.has(action) && action !== 'sts:GetCallerIdentity');
    expect(others).toEqual([]);
  });
});

test('what costs a call per user, role or instance, or of another service, is opt-in', () => {
  const costly: readonly PartName[] = [
    'mfaDevices',
    'sshPublicKeys',
    'serviceLastAccessed',
    'memberRootSummaries',
    'instances',
    'metricFilters',
    'alarms',
    'eventRules',
    'topicSubscriptions',
  ];
  expect(partsForChecks(byDefault).filter((part) => costly.includes(part))).toEqual([]);
});
