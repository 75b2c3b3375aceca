import { readFile } from 'node:fs/promises';
import {
  createAccountPort,
  createClients,
  createRoleCredentials,
  listOrganization,
} from '@rolecall/aws';
import { eachAccount, type ManifestAccount, requireAccount } from '@rolecall/core';
import { builtinScenarios, createSandbox, parseScenario, serveSandbox } from '@rolecall/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const shop = '222233334444';
const test = '333344445555';
const audit = '444455556666';

async function stage() {
  const text = await readFile(builtinScenarios.organization, 'utf8');
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const sandbox = createSandbox({
    now: () => clock.now,
    scenario: parseScenario(text, 'organization.yaml'),
  });
  const member = (id: string) => {
    const found = sandbox.members.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  return { clock, sandbox, member };
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' };

function accountOf(id: string, more: Partial<ManifestAccount> = {}): ManifestAccount {
  return {
    name: `a-${id}`,
    id,
    partition: 'aws',
    role: `arn:aws:iam::${id}:role/Rolecall`,
    externalId: 'acme-rolecall',
    sourceIdentity: undefined,
    region: undefined,
    tags: [],
    values: {},
    discovered: false,
    position: { file: 'rolecall.yaml', line: 1, column: 1 },
    ...more,
  };
}

describe('credentials of a role', () => {
  async function open() {
    const { clock, sandbox, member } = await stage();
    const base = { region: 'us-east-1', credentials, requestHandler: sandbox.requestHandler };
    const request = { roleArn: `arn:aws:iam::${shop}:role/Rolecall`, sessionName: 'rolecall-test' };
    const of = (externalId: string) =>
      createRoleCredentials({ ...request, externalId }, { base, now: () => clock.now });
    const asked = () =>
      member(shop).calls.filter(({ action }) => action === 'sts:AssumeRole').length;
    return { clock, of, asked };
  }

  it('are asked for one time, by however many', async () => {
    const { of, asked } = await open();
    const provide = of('acme-rolecall');
    const [one, other] = await Promise.all([provide(), provide(), provide()]);
    expect(one).toEqual(other);
    expect(asked()).toBe(1);
  });

  it('are asked for again before they end', async () => {
    const { of, asked, clock } = await open();
    const provide = of('acme-rolecall');
    const first = await provide();
    clock.now = new Date('2026-11-21T10:54:00Z');
    expect(await provide()).toEqual(first);
    clock.now = new Date('2026-11-21T10:56:00Z');
    const [second, third] = await Promise.all([provide(), provide()]);
    expect(second.accessKeyId).not.toBe(first.accessKeyId);
    expect(third).toEqual(second);
    expect(asked()).toBe(2);
  });

  it('are asked for again after a refusal', async () => {
    const { of, asked } = await open();
    const provide = of('wrong-one');
    await expect(provide()).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
    await expect(provide()).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
    expect(asked()).toBe(2);
  });
});

describe('accounts behind one endpoint over HTTP', () => {
  const served: { url: string; close: () => Promise<void> } = { url: '', close: async () => {} };
  const played: { stage?: Awaited<ReturnType<typeof stage>> } = {};

  beforeAll(async () => {
    played.stage = await stage();
    Object.assign(served, await serveSandbox(played.stage.sandbox, { port: 0 }));
  });
  afterAll(() => served.close());

  it('each outcome is its own: good, denied, throttled, wrong id', async () => {
    const { member } = played.stage ?? (await stage());
    member(test).faults.throttleEvery = 1;
    const base = { region: 'us-east-1', credentials, endpoint: served.url, maxAttempts: 1 };
    const now = () => new Date('2026-11-21T10:00:00Z');
    const sleep = () => Promise.resolve();
    const signal = new AbortController().signal;
    const accounts = [
      accountOf(shop),
      accountOf(audit),
      accountOf(test),
      accountOf('999900001111', { role: undefined }),
    ];
    const outcomes = await eachAccount(accounts, { concurrency: 2, signal }, async (account) => {
      const { role: roleArn, externalId } = account;
      const clients = createClients({
        ...base,
        ...(roleArn !== undefined && {
          credentials: createRoleCredentials(
            { roleArn, externalId, sessionName: 'rolecall-test' },
            { base, now },
          ),
        }),
      });
      const port = createAccountPort(clients, { now, sleep, signal });
      return (await requireAccount(port, account).identify()).account;
    });
    expect(outcomes).toMatchObject([
      { kind: 'done', value: shop },
      { kind: 'failed', error: { code: 'ACCESS_DENIED' } },
      { kind: 'failed', error: { code: 'THROTTLED' } },
      { kind: 'failed', error: { code: 'ACCOUNT_MISMATCH' } },
    ]);
  });
});

describe('eachAccount', () => {
  const accounts = ['1', '2', '3', '4', '5'].map((digit) => accountOf(digit.repeat(12)));

  it.each([1, 2, 5, 9])('works on %i at once at most', async (concurrency) => {
    const at = { now: 0, most: 0 };
    const { signal } = new AbortController();
    const outcomes = await eachAccount(accounts, { concurrency, signal }, async ({ id }) => {
      at.now += 1;
      at.most = Math.max(at.most, at.now);
      await new Promise((resolve) => setImmediate(resolve));
      at.now -= 1;
      return id;
    });
    expect(at.most).toBe(Math.min(concurrency, accounts.length));
    expect(outcomes.map(({ account }) => account)).toEqual(accounts);
  });

  it('begins none after it was stopped', async () => {
    const stop = new AbortController();
    const options = { concurrency: 1, signal: stop.signal };
    const outcomes = await eachAccount(accounts, options, async () => stop.abort());
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'done',
      ...Array.from({ length: 4 }, () => 'failed'),
    ]);
    expect(outcomes[1]).toMatchObject({ error: { code: 'INTERRUPTED' } });
  });
});

describe('listOrganization', () => {
  it('says in which units accounts lie, however deep', async () => {
    const { sandbox } = await stage();
    sandbox.faults.pageSize = 1;
    const clients = createClients({
      region: 'us-east-1',
      credentials,
      requestHandler: sandbox.requestHandler,
    });
    const units = ['ou-ab12-workload', 'ou-ab12-livework'];
    const listed = await listOrganization(clients, { units });
    expect(listed.map(({ id, units: found }) => [id, found])).toEqual([
      ['111122223333', []],
      [shop, units],
      [test, ['ou-ab12-workload']],
      [audit, []],
      ['555566667777', ['ou-ab12-workload']],
    ]);
    expect(listed[0]).toMatchObject({ isManagement: true });
    expect(listed[4]).toMatchObject({ status: 'SUSPENDED' });
  });

  it.each([
    ['ou-ab12-nowhere0', [], 'ENTITY_MISSING'],
    ['ou-ab12-workload', ['organizations:ListAccounts'], 'ACCESS_DENIED'],
  ])('says why it cannot (%s)', async (unit, deny, code) => {
    const { sandbox } = await stage();
    sandbox.faults.deny = [...deny];
    const { requestHandler } = sandbox;
    const clients = createClients({ region: 'us-east-1', credentials, requestHandler });
    await expect(listOrganization(clients, { units: [unit] })).rejects.toMatchObject({ code });
  });
});
