import { readFileSync } from 'node:fs';
import { createAccountPort, createClients } from '@rolecall/aws';
import { importManifest } from '@rolecall/core';
import { builtinScenarios, parseScenario } from '@rolecall/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccount } from './testing/account.fixture.ts';
import {
  expectImported,
  expectMereAdoption,
  importFrom,
  openScenario,
} from './testing/importing.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';
import { arbitraryScenario, kept } from './testing/scenario.arbitrary.ts';

const seed = 20261121;

describe('what is imported', () => {
  it.each(Object.entries(builtinScenarios))('is taken over as it is: %s', async (name, url) => {
    const scenario = parseScenario(readFileSync(url, 'utf8'), name);
    await expectImported(openAccount({ scenario }));
  });

  it('is taken over as it is, in any account', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScenario({ crowded: true }), async (scenario) => {
        await expectImported(openScenario(scenario));
      }),
      { numRuns: 10, seed },
    );
  });

  it('may be two thousand roles', async () => {
    const opened = openScenario({
      generate: { users: 100, groups: 5, roles: 2000, policies: 200 },
    });
    const { text, imported } = await importFrom(opened);
    expect(imported.filter(({ type }) => type === 'role')).toHaveLength(2001);
    const plan = await opened.plan(text);
    expect(plan.changes).toHaveLength(imported.length - 5);
  }, 60_000);

  it('are kinds of other services too', async () => {
    const rules = { own: { isPublic: { eq: ['false'] } } };
    const tags = { team: 'security' };
    const opened = openScenario({
      analyzers: [
        { name: 'out', region: 'us-east-1', tags, archiveRules: rules },
        { name: 'out', region: 'eu-west-1', tags, archiveRules: rules },
        { name: 'out', region: 'eu-central-1', tags },
      ],
      samlProviders: [{ name: 'corp', validForDays: 90, metadata: samlMetadata(), tags }],
      contacts: {
        security: { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' },
      },
    });
    const only = ['analyzer', 'alternate-contact', 'saml-provider'];
    const { text, imported, leftOut } = await importFrom(opened, only);
    expect(imported.map(({ name }) => name)).toEqual(['security', 'corp', 'eu-central-1/out']);
    expect(leftOut.map(({ name }) => name)).toEqual(['eu-west-1/out', 'us-east-1/out']);
    expectMereAdoption(await opened.plan(text));
    expect((await opened.apply(text)).kind).toBe('applied');
    expect((await opened.plan(text)).changes).toEqual([]);
  });

  it('may be some of it, with the rest named by ARN', async () => {
    const opened = openScenario({
      policies: { shared: { document: { Statement: [] } } },
      roles: { web: { trustService: 'lambda.amazonaws.com', attach: ['shared'] } },
    });
    const { text, imported } = await importFrom(opened, ['role/WEB']);
    expect(imported).toEqual([{ type: 'role', name: 'web' }]);
    expect(text).toContain('arn:aws:iam::111122223333:policy/shared');
    await expect(importFrom(opened, ['role/gone*'])).rejects.toMatchObject({ code: 'USAGE' });
  });
});

it('leaves out what others keep and what cannot be written down', async () => {
  const { leftOut, text } = await importFrom(openScenario({ roles: kept }));
  expect(leftOut.map(({ name, reason }) => [name, reason])).toEqual([
    ['AWSControlTowerExecution', 'control-tower'],
    ['AWSReservedSSO_Admin_0123', 'aws'],
    ['aws-controltower-ConfigRecorderRole', 'control-tower'],
    ['stacked', 'cloudformation'],
    ['stacksets-exec-0123', 'stack-sets'],
    ['theirs', 'another-scope'],
    ['curly', 'not-declarable'],
    ['braced', 'not-declarable'],
  ]);
  // Who was deleted shows as an id: it stays, and a comment says so.
  expect(text).toMatch(/# AROAQ3EGREZ7N2EXAMPLE was deleted.*\n {2}orphan:/);
});

it.each([
  'iam:GetAccountAuthorizationDetails',
  'iam:ListRoles',
  'iam:GetPolicy',
  'iam:ListInstanceProfiles',
  'iam:GetAccountPasswordPolicy',
])('writes nothing where %s is denied, and names it', async (action) => {
  const opened = openScenario({ policies: { own: { document: { Statement: [] } } } });
  opened.sandbox.faults.deny.push(action);
  const outcome = await importFrom(opened).catch((error: unknown) => error);
  expect(outcome).toMatchObject({ code: 'ACCESS_DENIED', details: { action } });
});

it('refuses the credentials of root', async () => {
  const { sandbox, clock } = openAccount({ caller: 'arn:aws:iam::111122223333:root' });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  const port = createAccountPort(clients, clock);
  await expect(importManifest({ port, scope: 'platform', only: [] })).rejects.toMatchObject({
    code: 'ROOT_CREDENTIALS',
  });
});

const recipient = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';

it('declares passwords and keys only with somebody to hand over later ones to', async () => {
  const opened = openScenario({
    users: {
      ada: { password: {}, keys: [{}, { status: 'Inactive' }] },
      cut: { keys: [{}], tags: { 'rolecall:pending-key': '2026-11-20T00:00:00Z' } },
      bare: {},
    },
  });
  expect((await importFrom(opened)).text).not.toMatch(/login:|accessKeys:|age1/);
  const { text } = await expectImported(opened, { recipients: [recipient] });
  expect(text).toMatch(/ada:\n.*\n.*\n {4}login: \{\}\n {4}accessKeys:\n {6}count: 2/);
  expect(text.match(/login:|accessKeys:/g)).toHaveLength(2);
  // What is live stays as it is: none is made anew, none is taken away.
  const written = opened.writes().filter((action) => /LoginProfile|AccessKey/.test(action));
  expect(written).toEqual([]);
});
