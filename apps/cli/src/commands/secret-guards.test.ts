import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAccountPort, createClients, createSignInPort } from '@rolecall/aws';
import { pendingKeyTag } from '@rolecall/core';
import { builtinScenarios, type Sandbox } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const delivery = `delivery: { recipients: [${key}] }\n`;
const declared = `${delivery}users:\n  ada: { login: {}, accessKeys: { count: 1 } }\n`;

async function applied() {
  const sandbox = await sandboxOf('untouched');
  const cwd = await folderOf({ 'rolecall.yaml': manifestOf(declared) });
  const options = { cwd, aws: inPlaceOfAws(sandbox) };
  expect((await run('apply --yes --secrets-dir out', options)).exitCode).toBe(0);
  const count = sandbox.calls.length;
  const writes = () =>
    sandbox.calls
      .slice(count)
      .map(({ action }) => action)
      .filter((action) => /(LoginProfile|AccessKey|Policy|User)$/.test(action))
      .filter((action) => !/:(Get|List)/.test(action));
  return { sandbox, cwd, options, writes };
}

const now = () => new Date('2026-11-21T10:00:00Z');

function portsOf(sandbox: Sandbox) {
  const clients = createClients(inPlaceOfAws(sandbox));
  const time = { now, sleep: async () => {}, signal: new AbortController().signal };
  return { signIns: createSignInPort(clients), account: createAccountPort(clients, time) };
}

const reset = 'secret reset-password ada --yes --secrets-dir out';
const rotate = 'secret rotate ada --yes --secrets-dir out';

describe('secret takes turns with other runs of the scope', () => {
  it.each([reset, rotate])('holds the lease while it writes: %s', async (line) => {
    const { options, writes } = await applied();
    expect((await run(line, options)).exitCode).toBe(0);
    expect(writes().at(0)).toBe('iam:CreatePolicy');
    expect(writes().at(-1)).toBe('iam:DeletePolicy');
    expect(writes().some((action) => /LoginProfile|AccessKey/.test(action))).toBe(true);
  });

  it.each([reset, rotate])('does nothing while another run has it: %s', async (line) => {
    const { sandbox, options, writes, cwd } = await applied();
    const kept = await readdir(join(cwd, 'out'));
    const place = { partition: 'aws', account: '111122223333', scope: 'platform' };
    await portsOf(sandbox)
      .account.lease(place)
      .create({
        token: 'another',
        caller: 'arn:aws:iam::111122223333:user/eve',
        door: 'another door',
        since: now().toISOString(),
        expiresAt: new Date(now().getTime() + 300_000).toISOString(),
      });
    expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code: 'LEASE_HELD' });
    expect(writes().filter((action) => /LoginProfile|AccessKey|User$/.test(action))).toEqual([]);
    expect(await readdir(join(cwd, 'out'))).toEqual(kept);
    expect((await run(`${line} --no-lease`, options)).exitCode).toBe(0);
  });
});

describe('secret rotate after a run that was cut off', () => {
  /** A key that was delivered, and whose mark stayed. */
  const marked = async () => {
    const started = await applied();
    const { signIns } = portsOf(started.sandbox);
    await signIns.tag('ada', { key: pendingKeyTag, value: '2026-11-21T09:00:00Z' });
    const live = async () => (await signIns.readSignIn('ada')).accessKeys.map(({ id }) => id);
    return { ...started, signIns, live };
  };

  it('asks before it deletes what was not delivered here', async () => {
    const { options, live } = await marked();
    const [id = ''] = await live();
    const elsewhere = 'secret rotate ada --secrets-dir elsewhere';
    const asked = await run(elsewhere, { ...options, typed: ['no'] });
    expect(asked.exitCode).toBe(1);
    expect(asked.stderr).toContain(id);
    expect(await live()).toEqual([id]);
    const { exitCode, json } = await runJson(`${elsewhere} --yes`, options);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ step: 'settle', deleted: [id] });
    expect(await live()).toEqual([]);
  });

  it('only takes the mark off where the key was delivered', async () => {
    const { options, live, signIns } = await marked();
    const before = await live();
    const { exitCode, json } = await runJson(rotate, options);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ step: 'settle', deleted: [] });
    expect(await live()).toEqual(before);
    expect(await signIns.readTags('ada')).not.toHaveProperty([pendingKeyTag]);
  });
});

describe('secret does what the manifest declares', () => {
  it.each([
    ['no keys', rotate, '{ login: {} }'],
    ['keys that shall not be', rotate, '{ login: {}, accessKeys: { count: 0 } }'],
    ['no password', reset, '{ accessKeys: { count: 1 } }'],
    ['a password that shall not be', reset, '{ login: false, accessKeys: { count: 1 } }'],
    ['a user that expired', reset, '{ login: {}, expiresAt: "2026-11-21T10:00:00Z" }'],
    [
      'keys of one that expired',
      rotate,
      '{ accessKeys: { count: 1 }, expiresAt: "2026-11-01T00:00:00Z" }',
    ],
  ])('and refuses %s', async (_, line, user) => {
    const { options, writes, cwd } = await applied();
    const text = manifestOf(`${delivery}users:\n  ada: ${user}\n`);
    await writeFile(join(cwd, 'rolecall.yaml'), text);
    expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code: 'PARAMETER_INVALID' });
    expect(writes()).toEqual([]);
  });

  it.each(['', '-1', '1e3', '0x10', '10001', 'day'])('refuses %j as quiet time', async (hours) => {
    const { options } = await applied();
    const line = `secret rotate ada --yes --secrets-dir out --quiet-for=${hours}`;
    expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code: 'USAGE' });
  });

  it.each([reset, rotate])('and what guardrails let through: %s', async (line) => {
    const { options, writes, cwd } = await applied();
    const judge = async (text: string) => {
      await writeFile(join(cwd, 'guardrails.yaml'), `version: 1\n${text}`);
      return runJson(`${line} --guardrails guardrails.yaml`, options);
    };
    const refused = await judge('protected: [user/ada]\n');
    expect(refused.exitCode).toBe(1);
    expect(refused.json.error).toMatchObject({ code: 'GUARDRAIL_REFUSED' });
    expect(writes()).toEqual([]);
    expect((await judge('protected: [user/eve]\n')).exitCode).toBe(0);
  });
});

describe('secret of a manifest for several accounts', () => {
  const several = `version: 1
scope: platform
accountDefaults: { role: Rolecall, externalId: acme-rolecall }
accounts:
  shop: { id: "222233334444", tags: [all] }
  test: { id: "333344445555", tags: [all] }
${declared}`;
  const start = async () => {
    const sandbox = await sandboxOf('organization');
    const cwd = await folderOf({ 'rolecall.yaml': several });
    const options = { cwd, aws: inPlaceOfAws(sandbox) };
    expect((await run('apply --all --yes --secrets-dir out', options)).exitCode).toBe(0);
    const changed = (id: string) =>
      sandbox.members.get(id)?.calls.filter(({ action }) => action === 'iam:UpdateLoginProfile')
        .length;
    return { options, changed, cwd };
  };

  it.each(['shop', '222233334444'])('is about the one that is named: %s', async (account) => {
    const { options, changed, cwd } = await start();
    const { exitCode, stdout } = await run(`${reset} --account ${account}`, options);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(join(cwd, 'out', 'shop', '222233334444.ada.password.age'));
    expect([changed('222233334444'), changed('333344445555')]).toEqual([1, 0]);
  });

  it('takes an account in memory, of which the manifest says which', async () => {
    const user = `
    users:
      ada:
        path: /rolecall/platform/
        tags: { 'rolecall:owner': platform }
        password: {}`;
    const text = await readFile(builtinScenarios.organization, 'utf8');
    const scenario = text.replace('alias: acme-shop\n', `alias: acme-shop${user}\n`);
    const cwd = await folderOf({ 'rolecall.yaml': several, 'mine.yaml': scenario });
    const line = `${reset} --account sandbox:mine.yaml`;
    const { exitCode, stdout } = await run(`${line} --accounts shop`, { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(join(cwd, 'out', 'shop', '222233334444.ada.password.age'));
    expect(await errorOf(line, { cwd })).toMatchObject({ exitCode: 1, code: 'USAGE' });
  });

  it.each([
    ['none', reset],
    ['several', `${reset} --accounts tag:all`],
    ['a stranger', `${reset} --account nobody`],
  ])('refuses %s', async (_, line) => {
    const { options } = await start();
    expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code: 'USAGE' });
  });
});
