import {
  CreateRoleCommand,
  CreateUserCommand,
  DeleteUserCommand,
  GetAccountAuthorizationDetailsCommand,
  GetRoleCommand,
  type IAMClient,
  UpdateAssumeRolePolicyCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { sandboxWithClients, trustIn } from './clients.fixture.ts';

const account = 'arn:aws:iam::111122223333';

async function principalOf(iam: IAMClient): Promise<unknown> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'r' }));
  const document: unknown = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''));
  expect(document).toHaveProperty('Statement.0.Principal');
  return JSON.stringify(document).replace(/^.*"Principal":(.*),"Action".*$/, '$1');
}

const createRole = (principal: unknown, condition?: unknown) =>
  new CreateRoleCommand({
    RoleName: 'r',
    AssumeRolePolicyDocument: trustIn(principal, condition),
  });

describe('principals of an accepted trust read back', () => {
  test.each([
    ['own account by number', { AWS: '111122223333' }, { AWS: `${account}:root` }],
    ['other account', { AWS: ['444455556666'] }, { AWS: 'arn:aws:iam::444455556666:root' }],
    ['other role', { AWS: 'arn:aws:iam::444455556666:role/x/y' }, undefined],
    ['own user', { AWS: `${account}:user/team/alice` }, undefined],
    ['own session', { AWS: 'arn:aws:sts::111122223333:assumed-role/Administrator/s' }, undefined],
    ['everybody', { AWS: '*' }, undefined],
    ['services', { Service: ['ec2.amazonaws.com', 'ops.apigateway.amazonaws.com'] }, undefined],
    ['service in a Region', { Service: 'logs.eu-west-1.amazonaws.com' }, undefined],
    ['SAML provider that is not there', { Federated: `${account}:saml-provider/ghost` }, undefined],
    [
      'OIDC provider that is not there',
      { Federated: `${account}:oidc-provider/x.example` },
      undefined,
    ],
  ])('%s', async (_, principal, expected) => {
    const { iam } = sandboxWithClients({ scenario: { users: { alice: { path: '/team/' } } } });
    await iam.send(createRole(principal));
    expect(await principalOf(iam)).toBe(JSON.stringify(expected ?? principal));
  });

  test('a shared issuer with its claim tested', async () => {
    const { iam } = sandboxWithClients();
    const issuer = 'token.actions.githubusercontent.com';
    const condition = { StringLike: { [`${issuer}:sub`]: 'repo:acme/app:*' } };
    await iam.send(createRole({ Federated: `${account}:oidc-provider/${issuer}` }, condition));
  });
});

describe('services AWS knows depend', () => {
  test.each([
    ['on the partition', { partition: 'aws-cn' }, 'ec2.amazonaws.com.cn'],
    ['on it not', { partition: 'aws-cn' }, 'lambda.amazonaws.com'],
    [
      'on the options',
      { servicePrincipals: ['brand-new.amazonaws.com'] },
      'brand-new.amazonaws.com',
    ],
  ])('%s', async (_, options, service) => {
    const { iam } = sandboxWithClients(options);
    await iam.send(createRole({ Service: service }));
    expect(await principalOf(iam)).toBe(JSON.stringify({ Service: service }));
  });
});

test.each([
  'sts:assumerole',
  'sts:AssumeRole*',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
  'sts:*',
])('a trust may allow %s', async (action) => {
  const { iam } = sandboxWithClients();
  const AssumeRolePolicyDocument = trustIn({ AWS: '*' }).replace('sts:AssumeRole', action);
  await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument }));
});

describe('a trust names its principal by unique id', () => {
  test('deleted and created again, the user is another', async () => {
    const { iam } = sandboxWithClients();
    const { User } = await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    await iam.send(createRole({ AWS: `${account}:user/alice` }));
    expect(await principalOf(iam)).toBe(`{"AWS":"${account}:user/alice"}`);

    await iam.send(new DeleteUserCommand({ UserName: 'alice' }));
    expect(await principalOf(iam)).toBe(`{"AWS":"${User?.UserId}"}`);
    const details = await iam.send(new GetAccountAuthorizationDetailsCommand({ Filter: ['Role'] }));
    expect(decodeURIComponent(JSON.stringify(details.RoleDetailList))).toContain(User?.UserId);

    const again = await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    expect(again.User?.UserId).not.toBe(User?.UserId);
    expect(await principalOf(iam)).toBe(`{"AWS":"${User?.UserId}"}`);

    const PolicyDocument = trustIn({ AWS: `${account}:user/alice` });
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'r', PolicyDocument }));
    expect(await principalOf(iam)).toBe(`{"AWS":"${account}:user/alice"}`);
  });

  test('renamed, the user stays the same', async () => {
    const { iam } = sandboxWithClients({ scenario: { users: { alice: {} } } });
    await iam.send(createRole({ AWS: `${account}:user/alice` }));
    const rename = { UserName: 'alice', NewUserName: 'alicia', NewPath: '/team/' };
    await iam.send(new UpdateUserCommand(rename));
    expect(await principalOf(iam)).toBe(`{"AWS":"${account}:user/team/alicia"}`);
  });
});
