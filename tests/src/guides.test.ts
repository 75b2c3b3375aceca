import { createAccountPort, createClients } from '@rolecall/aws';
import {
  addToManifest,
  type GuideWalk,
  guideAccount,
  guides,
  type PlannedEntry,
  partsForGuide,
  readManifest,
} from '@rolecall/core';
import { parseScenario, type Scenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { account, oneFile, openAccount, type TestAccount } from './testing/account.fixture.ts';

/** What a person would say where a guide asks. */
const values = {
  organization: 'octo-org',
  repository: 'octo-repo',
  organizationId: '65',
  repositoryId: '74',
  responsePlan: 'web-outage',
  runbook: 'RestartWebTier',
  userName: 'jane',
  givenName: 'Jane',
  familyName: 'Doe',
  email: 'jane@example.com',
};

function scenario(text: string): Scenario {
  return parseScenario(text, 'guide');
}

const admin = `
roles:
  Administrator:
    attach: ['aws:AdministratorAccess']
    trust:
      Statement:
        - { Effect: Allow, Principal: { AWS: 'arn:{partition}:iam::{account}:root' }, Action: 'sts:AssumeRole' }
`;

/** Begun by hand, under the names that the guides suggest. */
const half = `
groups:
  EmergencyAccessGroup: { attach: ['aws:AdministratorAccess'] }
  Administrators: { attach: ['aws:AdministratorAccess'] }
${admin}
  ecsTaskExecutionRole:
    attach: ['aws:service-role/AmazonECSTaskExecutionRolePolicy']
    trust:
      Statement:
        - { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: 'sts:AssumeRole' }
serviceLinkedRoles:
  apprunner.amazonaws.com: { createdDaysAgo: 900 }
`;

/** Uses, or used, every service that AWS has closed. */
const customer = `${admin}
  ProtonEnvironment:
    attach: ['aws:AdministratorAccess']
    trust:
      Statement:
        - { Effect: Allow, Principal: { Service: proton.amazonaws.com }, Action: 'sts:AssumeRole' }
appRunnerServices:
  - { name: web, region: us-east-1 }
replicationSet: { regions: { us-east-1: ACTIVE, us-west-2: ACTIVE } }
stacks:
  - { name: AWSProton-web, region: us-east-1, role: ProtonEnvironment }
`;

const stages: readonly (readonly [string, string])[] = [
  ['untouched', admin],
  ['half done', half],
  ['a customer', customer],
];

describe.each(stages)('an account that is %s', (_stage, text) => {
  it.each(guides)(
    '$id: after applying what it plans only what is for a person remains',
    async (guide) => {
      const opened = openAccount({ scenario: scenario(text) });
      const before = await walk(opened, guide, undefined);
      expect(before.steps.filter(({ state }) => state === 'unknown')).toEqual([]);
      const entries = missingEntries(before);
      if (entries.length === 0) return;
      const manifest = addToManifest({
        text: undefined,
        file: 'rolecall.yaml',
        account,
        partition: 'aws',
        scope: 'platform',
        entries,
      });
      const applied = await opened.apply(manifest.text, { includeRetired: false });
      expect(applied).toMatchObject({ kind: 'applied', report: { complete: true } });
      const after = await walk(opened, guide, manifest.text);
      expect(after.steps.filter(({ state }) => state === 'missing' || state === 'unknown')).toEqual(
        [],
      );
    },
  );
});

it('finds something to plan in an untouched account', async () => {
  const planned = await Promise.all(
    guides.map(async (guide) => {
      const opened = openAccount({ scenario: scenario(admin) });
      return missingEntries(await walk(opened, guide, undefined)).length > 0 ? [guide.id] : [];
    }),
  );
  expect(planned.flat()).toEqual([
    'aws-account',
    'iam-tutorial',
    'emergency-access',
    'github-actions-oidc',
    'ecs-express',
  ]);
});

it('plans what makes checks pass, and says what it lacks for others', async () => {
  const center = `${admin}\nidentityCenter: {}\norganization: { id: o-a1b2c3d4e5 }\n`;
  const opened = openAccount({ scenario: scenario(center) });
  const guide = guideOf('aws-account');
  const before = await walk(opened, guide, undefined);
  expect(plansOf(before)).toEqual([
    ['identity-center-admin', 'missing', 'identity-center-administrator'],
    ['lesser-access', 'missing', 'identity-center-lesser-user'],
    ['least-privilege', 'missing', 'external-access-analyzer'],
  ]);
  // Without a person the check would go on failing.
  const nameless = await walk(opened, guide, undefined, {});
  expect(plansOf(nameless)[0]).toEqual([
    'identity-center-admin',
    'person',
    'identity-center-administrator',
  ]);
  const target = { file: 'rolecall.yaml', account, partition: 'aws', scope: 'platform' };
  const { text } = addToManifest({ ...target, text: undefined, entries: missingEntries(before) });
  expect(await opened.apply(text, { includeRetired: false })).toMatchObject({
    kind: 'applied',
    report: { complete: true },
  });
  const after = await walk(opened, guide, text);
  const stateOf = (id: string) => after.steps.find((step) => step.id === id)?.state;
  expect(stateOf('identity-center-admin')).toBe('done');
  expect(stateOf('lesser-access')).toBe('done');
  // The analyzers are there; a trail is for a person.
  expect(plansOf(after)).toEqual([]);
  expect(stateOf('least-privilege')).toBe('person');
});

it('leaves to a person a region that the declared analyzers leave out', async () => {
  const opened = openAccount({ scenario: scenario(admin) });
  const text = JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    blueprints: { outside: { use: 'external-access-analyzer', with: { regions: ['us-east-1'] } } },
  });
  await opened.apply(text, { includeRetired: false });
  const { steps } = await walk(opened, guideOf('aws-account'), text);
  const step = steps.find(({ id }) => id === 'least-privilege');
  expect(step).toMatchObject({ state: 'person' });
  expect(step?.plan).toBeUndefined();
});

it('finds an account finished once everything was applied', async () => {
  const opened = openAccount({ scenario: scenario(customer) });
  let text: string | undefined;
  for (const guide of guides) {
    const entries = missingEntries(await walk(opened, guide, text));
    if (entries.length === 0) continue;
    const target = { file: 'rolecall.yaml', account, partition: 'aws', scope: 'platform' };
    text = addToManifest({ ...target, text, entries }).text;
    expect(await opened.apply(text, { includeRetired: false })).toMatchObject({ kind: 'applied' });
  }
  for (const guide of guides) {
    const { steps, applicability } = await walk(opened, guide, text);
    expect(applicability.kind).toBe('applicable');
    expect(steps.filter(({ state }) => state === 'missing' || state === 'unknown')).toEqual([]);
  }
});

it('tells what of Proton is still there', async () => {
  const proton = guides.find(({ id }) => id === 'proton');
  if (proton === undefined) throw new Error('no guide proton');
  const { steps } = await walk(openAccount({ scenario: scenario(customer) }), proton, undefined);
  expect(steps.filter(({ seen }) => seen.length > 0).map(({ id, state }) => [id, state])).toEqual([
    ['stacks', 'person'],
    ['roles', 'person'],
  ]);
});

it('reads what its checks and signs need, and nothing else', async () => {
  const opened = openAccount({ scenario: scenario(admin) });
  const ecs = guides.find(({ id }) => id === 'ecs-express');
  if (ecs === undefined) throw new Error('no guide ecs-express');
  expect(partsForGuide(ecs)).not.toContain('credentialReport');
  await walk(opened, ecs, undefined);
  const actions = opened.sandbox.calls.map(({ action }) => action);
  expect(actions).not.toContain('iam:GenerateCredentialReport');
});

async function walk(
  { sandbox, clock }: TestAccount,
  guide: (typeof guides)[number],
  manifest: string | undefined,
  given: object = values,
): Promise<GuideWalk> {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const { requestHandler } = sandbox;
  const clients = createClients({
    region: 'us-east-1',
    credentials,
    requestHandler,
    maxAttempts: 1,
  });
  const read = await readManifest(
    oneFile(manifest ?? `version: 1\nscope: platform\naccount: '${account}'\n`),
    'rolecall.yaml',
  );
  const { walk: walked } = await guideAccount({
    port: createAccountPort(clients, clock),
    guide,
    values: { ...given },
    settings: read.checks,
    declared: read.blueprints,
    now: clock.now(),
  });
  return walked;
}

function guideOf(wanted: string): (typeof guides)[number] {
  const found = guides.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`no guide ${wanted}`);
  return found;
}

/** Without the step that is a matter of choice. */
function plansOf({ steps }: GuideWalk) {
  const mended = steps.filter(({ id }) => id !== 'role-for-people');
  return mended.flatMap(({ id, state, plan }) => (plan ? [[id, state, plan.use]] : []));
}

function missingEntries({ steps }: GuideWalk): readonly PlannedEntry[] {
  const entries = new Map(
    steps.flatMap(({ state, plan }) => (state === 'missing' && plan ? [[plan.name, plan]] : [])),
  );
  return [...entries.values()];
}
