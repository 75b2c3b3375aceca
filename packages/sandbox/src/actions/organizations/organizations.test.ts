import {
  EnableAWSServiceAccessCommand,
  ListAccountsCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
  ListHandshakesForAccountCommand,
  ListPoliciesCommand,
  ListTargetsForPolicyCommand,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const id = 'o-a1b2c3d4e5';
const accounts = {
  '222233334444': { name: 'audit' },
  '333344445555': { name: 'old', status: 'SUSPENDED' },
};

test('accounts, the management account and this one among them', async () => {
  const { organizations, sandbox } = sandboxWithServices({
    scenario: { organization: { id, accounts }, alias: 'acme' },
  });
  sandbox.faults.pageSize = 2;
  const found: unknown[] = [];
  for await (const page of paginateListAccounts({ client: organizations }, {})) {
    found.push((page.Accounts ?? []).map(({ Name, State }) => [Name, State]));
  }
  expect(found).toEqual([
    [
      ['management', 'ACTIVE'],
      ['audit', 'ACTIVE'],
    ],
    [['old', 'SUSPENDED']],
  ]);
});

test('policies with their targets', async () => {
  const { organizations } = sandboxWithServices({
    scenario: {
      organization: {
        id,
        accounts,
        policyTypes: ['SERVICE_CONTROL_POLICY'],
        policies: { DenyRoot: { targets: ['root', '222233334444', 'ou-ab12-cdef5678'] } },
      },
    },
  });
  const list = async (Filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY') =>
    (await organizations.send(new ListPoliciesCommand({ Filter }))).Policies ?? [];
  const targets = async (PolicyId: string | undefined) => {
    const command = new ListTargetsForPolicyCommand({ PolicyId });
    return ((await organizations.send(command)).Targets ?? []).map(({ Type }) => Type);
  };
  const policies = await list('SERVICE_CONTROL_POLICY');
  expect(policies.map(({ Name, AwsManaged }) => [Name, AwsManaged])).toEqual([
    ['FullAWSAccess', true],
    ['DenyRoot', false],
  ]);
  expect(await targets('p-FullAWSAccess')).toEqual(['ROOT', 'ACCOUNT', 'ACCOUNT', 'ACCOUNT']);
  expect(await targets(policies[1]?.Id)).toEqual(['ROOT', 'ACCOUNT', 'ORGANIZATIONAL_UNIT']);
  expect(await list('RESOURCE_CONTROL_POLICY')).toHaveLength(1);
  expect(await targets('p-RCPFullAWSAccess')).toEqual([]);
  expect((await failureOf(targets('p-12345678'))).name).toBe('PolicyNotFoundException');
  expect((await failureOf(targets('bad id'))).name).toBe('InvalidInputException');
});

test('delegated administrators', async () => {
  const { organizations } = sandboxWithServices({
    scenario: {
      organization: {
        id,
        accounts,
        delegatedAdministrators: { '222233334444': ['access-analyzer.amazonaws.com'] },
      },
    },
  });
  const list = new ListDelegatedAdministratorsCommand({});
  const { DelegatedAdministrators } = await organizations.send(list);
  expect(DelegatedAdministrators).toMatchObject([{ Id: '222233334444', Name: 'audit' }]);
  const services = (AccountId: string) =>
    organizations.send(new ListDelegatedServicesForAccountCommand({ AccountId }));
  expect((await services('222233334444')).DelegatedServices).toMatchObject([
    { ServicePrincipal: 'access-analyzer.amazonaws.com' },
  ]);
  expect((await failureOf(services('333344445555'))).name).toBe('AccountNotRegisteredException');
  expect((await failureOf(services('999999999999'))).name).toBe('AccountNotFoundException');
});

test.each([
  ['nobody', undefined, 'AWSOrganizationsNotInUseException'],
  ['a member', { id, managementAccount: '444455556666' }, 'AccessDeniedException'],
  [
    'a delegate',
    {
      id,
      managementAccount: '444455556666',
      delegatedAdministrators: { self: ['config.amazonaws.com'] },
    },
    undefined,
  ],
  [
    'the delegate for IAM',
    { id, managementAccount: '444455556666', delegatedForIam: true },
    undefined,
  ],
])('%s asks for the accounts', async (_, organization, refusal) => {
  const { organizations } = sandboxWithServices({ scenario: { organization } });
  const call = organizations.send(new ListAccountsCommand({}));
  if (refusal === undefined) {
    expect((await call).Accounts?.map(({ Id }) => Id)).toEqual(['444455556666', '111122223333']);
  } else {
    expect(await failureOf(call)).toEqual({ name: refusal, status: 400 });
  }
});

test('handshakes come without an organization, too', async () => {
  const { organizations } = sandboxWithServices({
    scenario: { handshakes: [{ organization: 'o-9876543210', expiresInDays: 3 }] },
  });
  const { Handshakes } = await organizations.send(new ListHandshakesForAccountCommand({}));
  expect(Handshakes).toMatchObject([
    { State: 'OPEN', Action: 'INVITE', ExpirationTimestamp: new Date('2026-11-24T00:00:00Z') },
  ]);
});

test('services that the organization trusts; only the management account adds one', async () => {
  const trusted = async (organization: object) => {
    const { organizations } = sandboxWithServices({ scenario: { organization } });
    const enable = new EnableAWSServiceAccessCommand({
      ServicePrincipal: 'access-analyzer.amazonaws.com',
    });
    const failure = await organizations.send(enable).then(() => undefined, String);
    const list = new ListAWSServiceAccessForOrganizationCommand({});
    const { EnabledServicePrincipals = [] } = await organizations.send(list);
    return [failure, EnabledServicePrincipals.map(({ ServicePrincipal }) => ServicePrincipal)];
  };
  expect(await trusted({ id, iamTrustedAccess: false })).toEqual([
    undefined,
    ['access-analyzer.amazonaws.com'],
  ]);
  expect(await trusted({ id, managementAccount: '222233334444', delegatedForIam: true })).toEqual([
    expect.stringContaining('AccessDenied'),
    ['iam.amazonaws.com'],
  ]);
});
