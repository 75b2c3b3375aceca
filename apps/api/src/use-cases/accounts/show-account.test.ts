import { readFileSync } from 'node:fs';
import type { Schema } from '@rolecall/contract';
import { builtinGuardrails, jsonSchema } from '@rolecall/core';
import {
  asList,
  evaluateRequest,
  policySize,
  type RequestContext,
  statementsOf,
} from '@rolecall/policy';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAccounts } from '../../accounts/open-account.ts';
import { createSandboxes } from '../../accounts/sandboxes.ts';
import { memberOf } from '../../http/place.ts';
import type { AccountRecord } from '../../model/records.ts';
import { previewRequest } from '../../role-requests/preview.ts';
import { provisionGrant } from '../../role-requests/provision.ts';
import { removeGrant } from '../../role-requests/remove.ts';
import { scopeOfRequest } from '../../role-requests/request-names.ts';
import { aliceMapping, requestOf } from '../../role-requests/testing/records.fixture.ts';
import { showAccount } from './show-account.ts';

const now = () => new Date('2026-11-21T09:00:00Z');
const id = '111122223333';
const serviceRole = 'arn:aws:iam::999988887777:role/rolecall-service';
const account: AccountRecord = {
  ...{ id, name: 'Shop', partition: 'aws', environment: 'test', owner: 'shop', scope: 'shop' },
  access: { kind: 'role', roleArn: `arn:aws:iam::${id}:role/rolecall`, externalId: 'e-1234' },
  ...{ state: 'pending', failure: null, revision: 1, createdAt: now().toISOString() },
};

function deploymentOf(record: AccountRecord): Schema<'AccountDeployment'> {
  const { deployment } = showAccount(record, serviceRole);
  if (deployment === null) throw new Error('Nothing is to be deployed.');
  return deployment;
}

/** An account in which just that was deployed, and the service's way into it. */
async function deployed({ trustPolicy, policies }: Schema<'AccountDeployment'>) {
  const session = 'arn:aws:sts::999988887777:assumed-role/rolecall-service/worker';
  const inline = Object.fromEntries(policies.map(({ name, document }) => [name, document]));
  const trust: unknown = JSON.parse(JSON.stringify(trustPolicy).replace(serviceRole, session));
  const staff = {
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${id}:root` }, Action: 'sts:*' },
    ],
  };
  const roles = { rolecall: { trust, inline }, Staff: { path: '/people/', trust: staff } };
  const sandbox = createSandbox({
    accountId: id,
    now,
    caller: session,
    scenario: parseScenario(JSON.stringify({ roles }), 'deployed.yaml'),
  });
  const accounts = createAccounts({
    baseClientOptions: {
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIABASE', secretAccessKey: 'base' },
      requestHandler: sandbox.requestHandler,
      maxAttempts: 1,
    },
    sandboxes: createSandboxes({ now }),
    now,
    sleep: () => Promise.resolve(),
  });
  return { sandbox, accounts };
}

test('what is shown is enough to be verified, to provision and to take away again', async () => {
  const { sandbox, accounts } = await deployed(deploymentOf(account));
  expect(await accounts.verify(account)).toMatchObject({ kind: 'verified' });
  const request = requestOf();
  const before = { request, account, mapping: aliceMapping, guardrails: builtinGuardrails };
  const planning = {
    ...before,
    now: now(),
    port: await accounts.open(account, { purpose: 'plan' }),
  };
  const previewed = await previewRequest(planning);
  if (previewed.kind !== 'preview') throw new Error(JSON.stringify(previewed));
  const port = await accounts.open(account, { purpose: 'apply' });
  const { signal } = new AbortController();
  const run = { port, sleep: async () => {}, signal, onEvent: () => {} };
  const approved = previewed.preview;
  const made = await provisionGrant({ ...before, ...run, now: now(), approved });
  expect(made).toMatchObject({ kind: 'provisioned', warnings: [] });
  expect(JSON.stringify(sandbox.state())).toContain(scopeOfRequest(request.id));
  const scope = scopeOfRequest(request.id);
  expect(await removeGrant({ ...run, account, scope })).toEqual({ kind: 'removed', warnings: [] });
});

test('what is shown is enough to take turns with other doors', async () => {
  const { accounts } = await deployed(deploymentOf(account));
  const port = await accounts.open(account, { purpose: 'apply' });
  const { id, partition, scope } = account;
  const lease = port.lease({ partition, account: id, scope });
  const at = now().toISOString();
  const holder = { token: 't', caller: 'c', door: 'd', since: at, expiresAt: at };
  expect(await lease.create(holder)).toBe('made');
  expect(await lease.mark({ ...holder, token: 'other' })).toBe(true);
  expect(await lease.claim()).toBe(2);
  await lease.withdraw(2);
  await lease.remove();
  expect(await lease.read()).toBeUndefined();
});

test.each([
  ['a role beside its paths', '/', 'rq-0'],
  ['a role of another mark', '/rolecall/rq-0/', 'another'],
])('what is shown does not make %s', async (_what, Path, owner) => {
  const { accounts } = await deployed(deploymentOf(account));
  const port = await accounts.open(account, { purpose: 'apply' });
  const making = port.perform({
    action: 'iam:CreateRole',
    input: {
      ...{ RoleName: 'other', Path, MaxSessionDuration: 3600 },
      Tags: [{ Key: 'rolecall:owner', Value: owner }],
      AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
    },
  });
  await expect(making).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
});

test('each policy fits into a managed one', () => {
  const { policies: usual, optIns } = deploymentOf(account);
  const policies = [...usual, ...optIns.map(({ policy: optional }) => optional)];
  for (const { document } of policies)
    expect(policySize(statements.parse(document))).toBeLessThanOrEqual(6144);
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
});

const own = (resource: string) => `arn:aws:iam::${id}:${resource}`;
const ours = { 'aws:ResourceTag/rolecall:owner': 'shop' };
const theirs = { 'aws:ResourceTag/rolecall:owner': 'data' };
const ofRequest = { 'aws:ResourceTag/rolecall:owner': 'rq-1' };
const marking = (owner: string) => ({ 'aws:RequestTag/rolecall:owner': owner });

type Asked = readonly [action: string, resource: string, context?: RequestContext];

/** Whether what is deployed, with these opt-ins beside, allows it. */
function allows(optIns: readonly string[], [action, resource, context = {}]: Asked): boolean {
  const deployment = deploymentOf(account);
  const beside = deployment.optIns.filter(({ optIn }) => optIns.includes(optIn));
  const identity = [...deployment.policies, ...beside.map((each) => each.policy)].map(
    ({ document }) => statements.parse(document),
  );
  const principal = account.access.kind === 'role' ? account.access.roleArn : '';
  const request = { principal, action, resource, context };
  return evaluateRequest(request, { identity }).decision === 'allowed';
}

test.each(['shop', 'rq-1'])('what is shown is enough for the lease of scope %s', (scope) => {
  const lease = own(`policy/rolecall/${scope}/rolecall-lease-${scope}`);
  const held = { 'aws:ResourceTag/rolecall:owner': scope };
  const taking = ['iam:CreatePolicy', 'iam:TagPolicy'].map(
    (action): Asked => [action, lease, marking(scope)],
  );
  const keeping = [
    ...['iam:CreatePolicyVersion', 'iam:DeletePolicyVersion', 'iam:TagPolicy', 'iam:DeletePolicy'],
    ...['iam:GetPolicy', 'iam:ListPolicyVersions', 'iam:GetPolicyVersion'],
  ].map((action): Asked => [action, lease, held]);
  expect([...taking, ...keeping].filter((asked) => !allows([], asked))).toEqual([]);
  const stolen: Asked = ['iam:CreatePolicyVersion', lease, theirs];
  expect(allows([], stolen)).toBe(false);
});

const robot = own('user/rolecall/shop/robot');
const set = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
const analyzer = `arn:aws:access-analyzer:us-east-1:${id}:analyzer/out`;
test.each<[string, readonly Asked[], readonly Asked[]]>([
  [
    'users',
    [
      ['iam:CreateUser', robot, marking('shop')],
      ['iam:PutUserPolicy', robot, ours],
    ],
    [
      ['iam:CreateUser', own('user/robot'), marking('shop')],
      ['iam:CreateUser', own('user/rolecall/rq-1/robot'), marking('rq-1')],
      ['iam:PutUserPolicy', robot, theirs],
      ['iam:PutUserPolicy', own('user/Administrator'), ours],
      ['iam:CreateAccessKey', robot, ours],
      ['iam:CreateLoginProfile', robot, ours],
      ['iam:AddUserToGroup', own('group/admins')],
    ],
  ],
  [
    'credentials',
    [
      ['iam:CreateAccessKey', robot, ours],
      ['iam:CreateLoginProfile', robot, ours],
      ['iam:GetAccessKeyLastUsed', robot],
    ],
    [
      ['iam:CreateAccessKey', robot, theirs],
      ['iam:CreateAccessKey', robot],
      ['iam:CreateAccessKey', own('user/Administrator'), ours],
      ['iam:CreateLoginProfile', own('user/rolecall/rq-1/a'), ofRequest],
      ['iam:EnableMFADevice', robot, ours],
    ],
  ],
  [
    'groups',
    [['iam:AddUserToGroup', own('group/rolecall/shop/team')]],
    [['iam:AddUserToGroup', own('group/admins')]],
  ],
  [
    'saml-providers',
    [
      ['iam:CreateSAMLProvider', own('saml-provider/corp'), marking('shop')],
      ['iam:UpdateSAMLProvider', own('saml-provider/corp'), ours],
      ['iam:DeleteSAMLProvider', own('saml-provider/corp'), ours],
    ],
    [
      ['iam:UpdateSAMLProvider', own('saml-provider/corp'), theirs],
      ['iam:UpdateSAMLProvider', own('saml-provider/corp')],
      ['iam:DeleteSAMLProvider', own('saml-provider/corp'), theirs],
    ],
  ],
  [
    'oidc-providers',
    [
      ['iam:AddClientIDToOpenIDConnectProvider', own('oidc-provider/a.example'), ours],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/a.example'), ours],
    ],
    [
      ['iam:AddClientIDToOpenIDConnectProvider', own('oidc-provider/a.example')],
      ['iam:DeleteOpenIDConnectProvider', own('oidc-provider/a.example'), theirs],
    ],
  ],
  [
    'analyzers',
    [
      ['access-analyzer:CreateAnalyzer', analyzer, marking('shop')],
      ['access-analyzer:DeleteAnalyzer', analyzer, ours],
    ],
    [
      ['access-analyzer:CreateAnalyzer', analyzer],
      ['access-analyzer:DeleteAnalyzer', analyzer, theirs],
      ['access-analyzer:DeleteAnalyzer', analyzer],
    ],
  ],
  [
    'alternate-contacts',
    [
      [
        'account:PutAlternateContact',
        `arn:aws:account::${id}:account`,
        { 'account:AlternateContactTypes': ['SECURITY'] },
      ],
    ],
    [['account:PutContactInformation', `arn:aws:account::${id}:account`]],
  ],
  ['account-alias', [['iam:CreateAccountAlias', '*']], [['iam:DeleteAccountAlias', '*']]],
  [
    'password-policy',
    [['iam:UpdateAccountPasswordPolicy', '*']],
    [['iam:DeleteAccountPasswordPolicy', '*']],
  ],
  [
    'service-linked-roles',
    [['iam:CreateServiceLinkedRole', own('role/aws-service-role/ecs.amazonaws.com/A')]],
    [['iam:DeleteServiceLinkedRole', own('role/aws-service-role/ecs.amazonaws.com/A')]],
  ],
  [
    'permission-sets',
    [['sso:PutInlinePolicyToPermissionSet', set, ours]],
    [
      ['sso:PutInlinePolicyToPermissionSet', set, theirs],
      ['sso:CreateAccountAssignment', set, ours],
    ],
  ],
  [
    'account-assignments',
    [['sso:CreateAccountAssignment', set, ours]],
    [['sso:CreateAccountAssignment', set, theirs]],
  ],
  [
    'identity-center-directory',
    [['identitystore:CreateGroupMembership', 'arn:aws:identitystore:::group/1']],
    [['identitystore:DeleteUser', 'arn:aws:identitystore:::user/1']],
  ],
])('opt-in %s lets through what it is about, and is needed for it', (optIn, may, not) => {
  const others = deploymentOf(account).optIns.flatMap((each) =>
    each.optIn === optIn ? [] : [each.optIn],
  );
  // AWS makes the role of Access Analyzer with the first analyzer.
  const beside = optIn === 'service-linked-roles' ? [] : others;
  for (const asked of may) {
    expect({ asked, allowed: allows([optIn], asked) }).toEqual({ asked, allowed: true });
    expect({ asked, allowed: allows(beside, asked) }).toEqual({ asked, allowed: false });
  }
  expect(not.filter((asked) => allows([optIn], asked))).toEqual([]);
});

test('there is nothing to deploy for an account in memory, and nobody to trust untold', () => {
  const sandbox = { ...account, access: { kind: 'sandbox', scenario: 'good' } } as const;
  expect(showAccount(sandbox, serviceRole)).toMatchObject({ deployment: null });
  expect(showAccount(account, null)).toMatchObject({
    deployment: { principal: null, trustPolicy: null },
  });
});

test('the example of the contract is what is shown, but for the length of a list', () => {
  const file = new URL('../../../../../openapi.yaml', import.meta.url);
  const contract: unknown = parse(readFileSync(file, 'utf8'));
  const examples = memberOf(memberOf(contract, 'components'), 'examples');
  const example = exampleAccount.parse(memberOf(memberOf(examples, 'Account'), 'value'));
  const { deployment, ...record } = example;
  const shown = showAccount(record, deployment.principal);
  const whole = shown.deployment?.policies.map(shortenedLike(deployment.policies));
  const named = deployment.optIns.map(({ optIn }) => optIn);
  const optIns = shown.deployment?.optIns.filter(({ optIn }) => named.includes(optIn));
  expect({ ...shown, deployment: { ...shown.deployment, policies: whole, optIns } }).toEqual(
    example,
  );
});

const policy = z.object({ name: z.string(), description: z.string(), document: jsonSchema });
const exampleAccount = z.object({
  ...{ id: z.string(), name: z.string(), partition: z.string() },
  access: z.object({ kind: z.literal('role'), roleArn: z.string(), externalId: z.string() }),
  ...{ environment: z.string(), owner: z.string(), state: z.literal('verified') },
  ...{ failure: z.null(), scope: z.string(), revision: z.number(), createdAt: z.string() },
  deployment: z.object({
    roleArn: z.string(),
    principal: z.string(),
    trustPolicy: jsonSchema,
    policies: z.array(policy),
    optIns: z.array(z.object({ optIn: z.string(), meaning: z.string(), policy })),
  }),
});

/** Of the reads, those that the example names, if they are among them. */
function shortenedLike(examples: readonly z.output<typeof policy>[]) {
  return (shown: { readonly name: string; readonly document: object }) => {
    const example = examples.find(({ name }) => name === shown.name);
    if (example === undefined || shown.name !== 'rolecall-read') return shown;
    const named = statementsOf(statements.parse(example.document)).flatMap(({ Action }) =>
      asList(Action),
    );
    const document = statements.parse(shown.document);
    return {
      ...shown,
      document: {
        ...document,
        Statement: document.Statement.map((statement) => ({
          ...statement,
          Action: asList(statement.Action).filter((action) => named.includes(action)),
        })),
      },
    };
  };
}

const names = z.array(z.string()).readonly();
const statements = z.looseObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.looseObject({
      Effect: z.enum(['Allow', 'Deny']),
      Action: z.union([z.string(), names]).exactOptional(),
    }),
  ),
});
