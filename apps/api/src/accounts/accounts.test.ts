import type { PacerTime } from '@rolecall/aws';
import { partPermissions, RolecallError } from '@rolecall/core';
import { asList, matchesPattern, policySize, statementsOf } from '@rolecall/policy';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { describe, expect, test } from 'vitest';
import type { AccountRecord } from '../model/records.ts';
import { createExternalId, type RoleAccount, trustFor } from './external-id.ts';
import { createAccounts } from './open-account.ts';
import { planSessionPolicy } from './plan-session-policy.ts';
import { createSandboxes } from './sandboxes.ts';

const now = () => new Date('2026-11-21T09:00:00Z');
const id = '111122223333';
const serviceRoleArn = 'arn:aws:iam::999988887777:role/platform/rolecall-service';
const serviceSession = 'arn:aws:sts::999988887777:assumed-role/rolecall-service/worker';
const externalId = createExternalId((count) => new Uint8Array(count).fill(7));

const record: RoleAccount = {
  id,
  name: 'Payments',
  partition: 'aws',
  access: { kind: 'role', roleArn: `arn:aws:iam::${id}:role/rolecall`, externalId },
  environment: 'production',
  owner: 'payments',
  state: 'pending',
  failure: null,
  scope: 'payments',
  revision: 1,
  createdAt: now().toISOString(),
};

/** An account whose role has this trust; asked by a service of another account. */
function setUp(
  trust: unknown,
  policies: readonly string[] = ['aws:AdministratorAccess'],
  pacing?: PacerTime,
) {
  const scenario = { roles: { rolecall: { trust, attach: policies } } };
  const sandbox = createSandbox({
    accountId: id,
    now,
    caller: serviceSession,
    scenario: parseScenario(JSON.stringify(scenario), 'test.yaml'),
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
    ...(pacing && { pacing }),
  });
  return { sandbox, ...accounts };
}

/** The sandbox knows the session and not its role's path. */
const asSandboxSees = (trust: unknown): unknown =>
  JSON.parse(JSON.stringify(trust).replace(serviceRoleArn, serviceSession));
const trust = asSandboxSees(trustFor(record, serviceRoleArn));
const withCondition = (condition: object) =>
  asSandboxSees({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: serviceRoleArn },
        Action: 'sts:AssumeRole',
        Condition: condition,
      },
    ],
  });

const createGroup = {
  action: 'iam:CreateGroup',
  input: { GroupName: 'g', Path: '/' },
} as const;

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RolecallError) return error.code;
      throw error;
    },
  );

describe('an account behind a role', () => {
  test('is opened with its external id, by a session that says what it is for', async () => {
    const { open, sandbox } = setUp(trust);
    const port = await open(record, { purpose: 'apply', reference: 'grants/42' });
    expect(await port.identify()).toMatchObject({
      account: id,
      arn: `arn:aws:sts::${id}:assumed-role/rolecall/rolecall-apply-grants-42`,
    });
    expect(sandbox.calls.map(({ action }) => action).slice(0, 2)).toEqual([
      'sts:AssumeRole',
      'sts:GetCallerIdentity',
    ]);
  });

  test('takes changes when it is opened for them', async () => {
    const port = await setUp(trust).open(record, { purpose: 'apply' });
    expect(await codeOf(port.perform(createGroup))).toBe('done');
  });

  test('slows down in every job when AWS throttled one of them', async () => {
    const slept: number[] = [];
    let time = 0;
    const pacing: PacerTime = {
      now: () => time,
      sleep: async (ms) => {
        slept.push(ms);
        time += ms;
      },
      random: () => 0,
    };
    const { open, sandbox } = setUp(trust, undefined, pacing);
    const [first, second] = [
      await open(record, { purpose: 'apply', reference: 'first' }),
      await open(record, { purpose: 'apply', reference: 'second' }),
    ];
    sandbox.faults.atCall = { in: 0, fault: 'throttled' };
    expect(await codeOf(first.perform(createGroup))).toBe('THROTTLED');
    expect(slept).toEqual([]);
    expect(await codeOf(second.perform(createGroup))).toBe('done');
    expect(slept).toEqual([250]);
    expect(sandbox.calls.filter(({ action }) => action === 'iam:CreateGroup')).toHaveLength(2);
  });

  test('takes none when it is opened for planning', async () => {
    const port = await setUp(trust).open(record, { purpose: 'plan' });
    expect(await codeOf(port.perform(createGroup))).toBe('ACCESS_DENIED');
    const { parts } = await port.collect({ parts: ['roles', 'accountSummary'] });
    expect([parts.roles.status, parts.accountSummary.status]).toEqual(['known', 'known']);
  });

  test('is closed to the external id of another', async () => {
    const other: AccountRecord = { ...record, access: { ...record.access, externalId: 'another' } };
    expect(await codeOf(setUp(trust).open(other, { purpose: 'plan' }))).toBe('ACCESS_DENIED');
  });

  test.each([
    ['a role of another account', 'arn:aws:iam::222233334444:role/rolecall'],
    ['a role of another partition', `arn:aws-cn:iam::${id}:role/rolecall`],
    ['a user', `arn:aws:iam::${id}:user/rolecall`],
    ['nothing', ''],
  ])('is not opened by %s', async (_, roleArn) => {
    const { open, sandbox } = setUp(trust);
    const other: AccountRecord = { ...record, access: { ...record.access, roleArn } };
    expect(await codeOf(open(other, { purpose: 'plan' }))).toBe('PARAMETER_INVALID');
    expect(sandbox.calls).toEqual([]);
  });

  test('is left alone when another account answers', async () => {
    const { accounts, sandbox } = misdirected();
    expect(await codeOf(accounts.open(record, { purpose: 'apply' }))).toBe('ACCOUNT_MISMATCH');
    expect(sandbox.calls.map(({ action }) => action)).toEqual(['sts:GetCallerIdentity']);
  });
});

/** As where AWS_ENDPOINT_URL leads elsewhere: STS gives credentials, another account answers. */
function misdirected() {
  const sandboxes = createSandboxes({ now });
  const sandbox = createSandbox({ accountId: '222233334444', now });
  const accounts = createAccounts({
    baseClientOptions: {},
    sandboxes: {
      ...sandboxes,
      open: async () => ({
        region: 'us-east-1',
        credentials: { accessKeyId: 'A', secretAccessKey: 'b' },
        requestHandler: sandbox.requestHandler,
      }),
    },
    now,
    sleep: () => Promise.resolve(),
  });
  const open: typeof accounts.open = (account, options) =>
    accounts.open({ ...account, access: { kind: 'sandbox', scenario: 'good' } }, options);
  return { sandbox, accounts: { ...accounts, open } };
}

describe('verifying', () => {
  test('an account whose role is as it should be', async () => {
    expect(await setUp(trust).verify(record)).toMatchObject({
      kind: 'verified',
      caller: { account: id },
    });
  });

  const equal = (operator: string, value: string) => ({ [operator]: { 'sts:ExternalId': value } });
  const table: readonly (readonly [string, unknown, object])[] = [
    ['trusts anybody', withCondition({}), { code: 'EXTERNAL_ID_NOT_REQUIRED' }],
    [
      'trusts any external id',
      withCondition(equal('StringLike', 'rolecall-*')),
      { code: 'EXTERNAL_ID_NOT_REQUIRED' },
    ],
    [
      'trusts none',
      withCondition(equal('StringEqualsIfExists', externalId)),
      { code: 'EXTERNAL_ID_NOT_REQUIRED' },
    ],
    [
      'trusts another external id',
      withCondition(equal('StringEquals', 'rolecall-of-another')),
      { code: 'ACCESS_DENIED', remedy: expect.stringContaining('trust') },
    ],
  ];
  test.each(table)('a role that %s', async (_, given, expected) => {
    const found = await setUp(given).verify(record);
    expect(found).toMatchObject({ kind: 'failed', isPassing: false, ...expected });
    expect(JSON.stringify(found)).not.toContain(externalId);
  });

  test('a role that does not exist', async () => {
    const missing = { ...record.access, roleArn: `arn:aws:iam::${id}:role/other` };
    const found = await setUp(trust).verify({ ...record, access: missing });
    expect(found).toMatchObject({ kind: 'failed', code: 'ACCESS_DENIED' });
  });

  test('a role that cannot read', async () => {
    const found = await setUp(trust, ['aws:AmazonS3ReadOnlyAccess']).verify(record);
    expect(found).toMatchObject({ kind: 'failed', code: 'ACCESS_DENIED', isPassing: false });
  });

  test('while AWS throttles', async () => {
    const { verify, sandbox } = setUp(trust);
    sandbox.faults.failCalls.push({
      action: 'sts:AssumeRole',
      code: 'Throttling',
      status: 400,
      message: 'slow down',
      times: 1,
    });
    expect(await verify(record)).toMatchObject({ code: 'THROTTLED', isPassing: true });
  });
});

describe('an account in memory', () => {
  const memory = (more: Partial<AccountRecord> = {}): AccountRecord => ({
    ...record,
    access: { kind: 'sandbox', scenario: 'good' },
    ...more,
  });
  const setUpMemory = () =>
    createAccounts({
      baseClientOptions: {},
      sandboxes: createSandboxes({ now }),
      now,
      sleep: () => Promise.reject(new Error('a sandbox waits for nothing')),
    });

  test('keeps what is done to it, apart from others', async () => {
    const { open } = setUpMemory();
    const first = await open(memory(), { purpose: 'apply' });
    await first.perform(createGroup);
    const group = (account: string) => ({
      type: 'group' as const,
      name: 'g',
      arn: `arn:aws:iam::${account}:group/g`,
    });
    const again = await open(memory(), { purpose: 'plan' });
    expect(await again.readResource(group(id))).toBeDefined();
    const other = await open(memory({ id: '222233334444' }), { purpose: 'plan' });
    expect(await other.readResource(group('222233334444'))).toBeUndefined();
  });

  test.each(['untouched', 'neglected', 'good'])('of scenario %s is verified', async (scenario) => {
    const access = { kind: 'sandbox', scenario } as const;
    expect(await setUpMemory().verify(memory({ access }))).toMatchObject({ kind: 'verified' });
  });

  test('plays another partition', async () => {
    const port = await setUpMemory().open(memory({ partition: 'aws-cn' }), { purpose: 'plan' });
    expect(await port.identify()).toMatchObject({ account: id, partition: 'aws-cn' });
  });

  test.each(['nothing', '../../package.json', '/etc/passwd', 'toString'])(
    'has no scenario %s',
    async (scenario) => {
      const access = { kind: 'sandbox', scenario } as const;
      const open = setUpMemory().open(memory({ access }), { purpose: 'plan' });
      expect(await codeOf(open)).toBe('PARAMETER_INVALID');
    },
  );
});

test('an external id is what STS takes, and random', () => {
  expect(externalId).toBe(`rolecall-${'07'.repeat(20)}`);
  expect(externalId).toMatch(/^[\w+=,.@:/-]{2,1224}$/);
});

test.each(['arn:aws:iam::999988887777:root', serviceSession, '999988887777', '*'])(
  'the trust is not for %s',
  (arn) => {
    expect(() => trustFor(record, arn)).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID' }),
    );
  },
);

test('a session that plans may read every part, and fits into its limit', () => {
  const [statement] = statementsOf(planSessionPolicy);
  const patterns = asList(statement?.Action);
  const covered = (action: string) => patterns.some((pattern) => matchesPattern(pattern, action));
  expect(
    Object.values(partPermissions)
      .flat()
      .filter((action) => !covered(action)),
    // Root sessions of members are nothing that reading alone should open.
  ).toEqual(['sts:AssumeRoot']);
  for (const write of [
    'iam:CreateRole',
    'iam:PassRole',
    'sts:AssumeRole',
    's3:GetObject',
    'ec2:DescribeImages',
  ]) {
    expect(covered(write)).toBe(false);
  }
  expect(policySize(planSessionPolicy)).toBeLessThanOrEqual(2048);
});
