import { readFileSync } from 'node:fs';
import { CreateUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
} from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { clientsFor, refusalOf, start } from './clients.fixture.ts';
import { createSandbox } from './sandbox.ts';
import { builtinScenarios } from './scenario/builtin-scenarios.ts';
import { parseScenario, ScenarioError } from './scenario/parse-scenario.ts';
import { failureOf } from './service-clients.fixture.ts';

const shop = '222233334444';
const audit = '444455556666';

function organization() {
  const text = readFileSync(builtinScenarios.organization, 'utf8');
  const sandbox = createSandbox({
    now: () => start,
    scenario: parseScenario(text, 'organization.yaml'),
  });
  const clients = clientsFor(sandbox);
  const assume = (account: string, ExternalId?: string, from = clients) =>
    from.sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${account}:role/Rolecall`,
        RoleSessionName: 'test',
        ExternalId,
      }),
    );
  const memberClients = async (account: string, externalId: string) => {
    const { Credentials } = await assume(account, externalId);
    return clientsFor(sandbox, Credentials?.AccessKeyId);
  };
  return { sandbox, clients, assume, memberClients };
}

test('credentials decide which account answers', async () => {
  const { clients, memberClients, sandbox } = organization();
  const member = await memberClients(shop, 'acme-rolecall');
  await member.iam.send(new CreateUserCommand({ UserName: 'there' }));
  expect(await member.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: shop,
    Arn: `arn:aws:sts::${shop}:assumed-role/Rolecall/test`,
  });
  expect((await clients.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
  const { calls } = sandbox.members.get(shop) ?? { calls: [] };
  expect(calls.map(({ action }) => action)).toEqual([
    'sts:AssumeRole',
    'iam:CreateUser',
    'sts:GetCallerIdentity',
  ]);
});

test.each([
  ['without the external id', shop, undefined],
  ['with the wrong external id', audit, 'acme-rolecall'],
])('the trust of the other account refuses %s', async (_how, account, externalId) => {
  const refusal = await refusalOf(organization().assume(account, externalId));
  expect(refusal).toMatchObject({ code: 'AccessDenied', status: 403 });
});

test('the policies of the own account refuse too', async () => {
  const { assume, memberClients } = organization();
  // Nobody but the management account is trusted, whatever the caller may do at home.
  const member = await memberClients(shop, 'acme-rolecall');
  const refusal = await refusalOf(assume('333344445555', 'acme-rolecall', member));
  expect(refusal.code).toBe('AccessDenied');
  const text = readFileSync(builtinScenarios.organization, 'utf8');
  const sandbox = createSandbox({
    now: () => start,
    scenario: parseScenario(`${text}\nusers: { weak: { keys: [{}] } }\n`, 'organization.yaml'),
  });
  const key = /AKIA\w+/.exec(JSON.stringify(sandbox.state()))?.[0];
  const weak = clientsFor(sandbox, key);
  const denied = await refusalOf(assume(shop, 'acme-rolecall', weak));
  expect(denied).toMatchObject({
    code: 'AccessDenied',
    message: expect.stringContaining('identity-based policy'),
  });
});

test('faults of one account are its own', async () => {
  const { sandbox, memberClients, clients } = organization();
  const member = await memberClients(shop, 'acme-rolecall');
  const { faults } = sandbox.members.get(shop) ?? {};
  if (faults) faults.throttleEvery = 1;
  expect(await refusalOf(member.iam.send(new ListUsersCommand({})))).toMatchObject({
    code: 'Throttling',
  });
  expect((await clients.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
});

test('units with what lies in them', async () => {
  const { clients, memberClients } = organization();
  const { organizations } = clients;
  const { Accounts = [] } = await organizations.send(new ListAccountsCommand({}));
  const [shopAccount] = Accounts.filter(({ Id }) => Id === shop);
  const [root] = /r-\w+/.exec(shopAccount?.Paths?.[0] ?? '') ?? [];
  expect(shopAccount?.Paths).toEqual([
    `o-a1b2c3d4e5/${root}/ou-ab12-workload/ou-ab12-livework/${shop}/`,
  ]);
  const inside = async (ParentId: string | undefined) => {
    const [units, accounts] = await Promise.all([
      organizations.send(new ListOrganizationalUnitsForParentCommand({ ParentId })),
      organizations.send(new ListAccountsForParentCommand({ ParentId })),
    ]);
    return [
      ...(units.OrganizationalUnits ?? []).map(({ Name }) => Name),
      ...(accounts.Accounts ?? []).map(({ Name }) => Name),
    ];
  };
  expect(await inside(root)).toEqual(['Workloads', 'Security', 'management']);
  expect(await inside('ou-ab12-workload')).toEqual(['Live', 'Shop Test', 'Closed']);
  expect(await failureOf(inside('ou-ab12-nowhere0'))).toMatchObject({
    name: 'ParentNotFoundException',
  });
  const member = await memberClients(shop, 'acme-rolecall');
  const denied = member.organizations.send(new ListAccountsCommand({}));
  expect(await failureOf(denied)).toMatchObject({ name: 'AccessDeniedException' });
});

test('members need an organization', () => {
  const parse = () => parseScenario("members: { '222233334444': {} }", 'x.yaml');
  expect(parse).toThrow(ScenarioError);
});

test('resetting starts every account again', async () => {
  const { sandbox, memberClients } = organization();
  const text = readFileSync(builtinScenarios.organization, 'utf8');
  const member = await memberClients(shop, 'acme-rolecall');
  await member.iam.send(new CreateUserCommand({ UserName: 'there' }));
  sandbox.reset(parseScenario(text, 'organization.yaml'));
  const again = await memberClients(shop, 'acme-rolecall');
  expect((await again.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
});
