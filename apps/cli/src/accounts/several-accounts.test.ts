import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, run, runJson } from '../testing/run.fixture.ts';
import { accounts, body, stage } from '../testing/several.fixture.ts';

const builder = { roles: { builder: { path: '/rolecall/platform/' } } };

describe('plan', () => {
  it('plans each account as it should be, with one table', async () => {
    const { options } = await stage();
    const { exitCode, stdout } = await run('plan', options);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(
      /== shop \(222233334444\)[\s\S]*PowerUserAccess[\s\S]*== test \(333344445555\)/,
    );
    expect(stdout).toMatch(/Accounts\n~ shop +222233334444 +Plan: 1 to create/);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('gives one value with all plans', async () => {
    const { options } = await stage();
    const { json } = await runJson('plan', options);
    expect(json).toMatchObject({
      scope: 'platform',
      planId: expect.stringMatching(/^[0-9a-f]{64}$/),
      accounts: [
        {
          name: 'shop',
          account: '222233334444',
          exitCode: 2,
          result: { account: '222233334444' },
          error: null,
        },
        { name: 'test', account: '333344445555', exitCode: 2 },
      ],
    });
  });

  it.each([
    ['--accounts shop', ['shop']],
    ['--accounts tag:live', ['shop']],
    ['--accounts t*,shop', ['shop', 'test']],
    ['--account 333344445555', ['test']],
  ])('takes those that are asked for (%s)', async (words, names) => {
    const { options } = await stage();
    const { json } = await runJson(`plan ${words} --accounts-at-once 1`, options);
    expect(json.accounts.map(({ name }: { readonly name: string }) => name)).toEqual(names);
  });

  it('never lets one account hide the others', async () => {
    const more = `  audit: { id: "444455556666" }
  slow: { id: "333344445555" }
  wrong: { id: "999900001111" }
`;
    const text = accounts.replace('  test: { id: "333344445555" }\n', more);
    const { options, member } = await stage(text + body);
    member('333344445555').faults.failCalls.push({
      action: 'iam:*',
      code: 'Throttling',
      status: 400,
      message: 'Rate exceeded',
      times: 100,
    });
    const { exitCode, json } = await runJson('plan', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 2, error: null },
      { name: 'audit', exitCode: 1, error: { code: 'ACCESS_DENIED', hint: expect.any(String) } },
      { name: 'slow', exitCode: 1, error: { code: 'THROTTLED' } },
      { name: 'wrong', exitCode: 1, error: { code: 'ACCESS_DENIED' } },
    ]);
    const text80 = await run('plan', options);
    expect(text80.stdout).toMatch(/✗ audit[\s\S]*\[ACCESS_DENIED\]/);
  });

  it('says so where the credentials are those of another account', async () => {
    const text = `version: 1\nscope: platform\naccounts:\n  here: { id: "111122223333" }\n  there: { id: "222233334444" }\n${body.replace('{{values.access}}', 'ReadOnlyAccess')}`;
    const { options } = await stage(text);
    const { exitCode, json } = await runJson('plan', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'here', exitCode: 2 },
      { name: 'there', exitCode: 1, error: { code: 'ACCOUNT_MISMATCH' } },
    ]);
  });

  it('finds accounts through the organization', async () => {
    const text = accounts.replace(
      '  test: { id: "333344445555" }\n',
      'discoverAccounts: [{ units: [ou-ab12-workload], tags: [found] }]\n',
    );
    const { options } = await stage(text + body);
    const { json } = await runJson('plan', options);
    expect(json.accounts).toMatchObject([
      { name: 'shop', discovered: false },
      {
        name: 'shop-test',
        account: '333344445555',
        discovered: true,
        tags: ['found'],
        exitCode: 2,
      },
    ]);
  });

  it('goes on with those that are named where discovery is denied', async () => {
    const text = `${accounts}discoverAccounts: [{}]\n${body}`;
    const { options, sandbox } = await stage(text);
    sandbox.faults.deny = ['organizations:*'];
    const { exitCode, json } = await runJson('plan', options);
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({
      error: 'ACCESS_DENIED',
      accounts: [{ exitCode: 2 }, { exitCode: 2 }],
    });
  });

  it('says once what is wrong in every account', async () => {
    const { options } = await stage(`${accounts}rols: {}\n${body}`);
    const { exitCode, json } = await runJson('plan', options);
    expect(exitCode).toBe(1);
    expect(json.error).toMatchObject({ code: 'MANIFEST_INVALID' });
  });

  it('takes the external id from a file of the operator', async () => {
    const { options, cwd } = await stage(
      accounts.replace('externalId: acme-rolecall, ', '') + body,
    );
    expect((await run('plan', options)).exitCode).toBe(1);
    await writeFile(join(cwd, 'external-id'), 'acme-rolecall\n');
    expect((await run('plan --external-id-file external-id', options)).exitCode).toBe(2);
  });
});

describe('apply', () => {
  it('carries out what was reviewed, in every account', async () => {
    const { options, member } = await stage();
    await run('plan --out plans.json', options);
    const { exitCode, stdout } = await run('apply plans.json', options);
    expect(stdout).toMatch(/✓ test +333344445555 +Applied \d+ of \d+ operations/);
    expect(exitCode).toBe(0);
    expect(member('222233334444').state()).toMatchObject(builder);
    expect((await run('plan', options)).exitCode).toBe(0);
  });

  it('does nothing that was not reviewed, and does the rest', async () => {
    const { options, cwd, member } = await stage();
    await run('plan --out plans.json', options);
    await writeFile(
      join(cwd, 'rolecall.yaml'),
      `${accounts}${body}`.replace(
        'values: { access: PowerUserAccess }',
        'values: { access: AdministratorAccess }',
      ),
    );
    const { exitCode, json } = await runJson('apply plans.json', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 1, error: { code: 'PLAN_CHANGED' } },
      { name: 'test', exitCode: 0, error: null },
    ]);
    expect(member('222233334444').state()).not.toMatchObject(builder);
  });

  it('leaves accounts alone that came after the review, and misses those that went', async () => {
    const { options, cwd } = await stage(
      accounts.replace('  test: { id: "333344445555" }\n', '') + body,
    );
    await run('plan --out plans.json', options);
    await writeFile(join(cwd, 'rolecall.yaml'), `${accounts.replace(/ {2}shop:.*\n/, '')}${body}`);
    const { exitCode, json } = await runJson('apply plans.json', options);
    expect({ exitCode, json }).toMatchObject({
      exitCode: 1,
      json: { accounts: [], gone: ['222233334444'] },
    });
  });

  it('refuses a file that was changed by hand', async () => {
    const { options, cwd } = await stage();
    await run('plan --out plans.json', options);
    const plans = JSON.parse(await readFile(join(cwd, 'plans.json'), 'utf8'));
    await writeFile(
      join(cwd, 'plans.json'),
      JSON.stringify({ ...plans, accounts: plans.accounts.slice(1) }),
    );
    const { json } = await runJson('apply plans.json', options);
    expect(json.error).toMatchObject({ code: 'PLAN_INVALID' });
  });

  it('takes the plan of one account too', async () => {
    const { options } = await stage();
    const { json } = await runJson('plan --accounts shop', options);
    const cwd = await folderOf({
      'rolecall.yaml': accounts + body,
      'plan.json': JSON.stringify(json.accounts[0].result),
    });
    const { exitCode } = await run('apply plan.json', { ...options, cwd });
    expect(exitCode).toBe(0);
  });

  it('asks once for all', async () => {
    const { options } = await stage();
    const said = await run('apply --all', { ...options, typed: ['no'] });
    expect(said.exitCode).toBe(1);
    expect(said.stderr.match(/Type yes/g)).toHaveLength(1);
    expect((await run('apply --all', { ...options, typed: ['yes'] })).exitCode).toBe(0);
    expect((await run('apply --all --yes', options)).exitCode).toBe(0);
  });

  it.each([['apply --yes'], ['apply --all']])('guesses nothing (%s)', async (line) => {
    const { options } = await stage();
    const { exitCode, json } = await runJson(line, options);
    expect({ exitCode, json }).toMatchObject({ exitCode: 1, json: { error: { code: 'USAGE' } } });
  });

  it('applies in the others what one refuses', async () => {
    const { options, member } = await stage();
    member('222233334444').faults.deny = ['iam:CreateRole'];
    const { exitCode, json } = await runJson('apply --all --yes --skip-preflight', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 1, result: { complete: false } },
      { name: 'test', exitCode: 0, result: { complete: true } },
    ]);
  });
});

describe('check', () => {
  it('checks each account, and writes a report for each', async () => {
    const { options, cwd } = await stage();
    const line = 'check --check root-mfa-enabled --report csv={account}.csv';
    const { exitCode, json } = await runJson(line, options);
    expect(exitCode).toBe(2);
    expect(json.accounts).toMatchObject([{ name: 'shop' }, { name: 'test' }]);
    expect(await readFile(join(cwd, 'test.csv'), 'utf8')).toContain('root-mfa-enabled');
  });

  it('lets accounts share no file', async () => {
    const { options } = await stage();
    const { json } = await runJson('check --report csv=x.csv', options);
    expect(json.error).toMatchObject({ code: 'USAGE' });
  });
});

it('takes options for several with a manifest of several only', async () => {
  const text = `version: 1\nscope: platform\naccount: "111122223333"\n`;
  const { options } = await stage(text);
  for (const line of [
    'plan --accounts x',
    'apply --accounts x --yes',
    'check --accounts-at-once 2',
  ]) {
    expect((await runJson(line, options)).json.error).toMatchObject({ code: 'USAGE' });
  }
});
