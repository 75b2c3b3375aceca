import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { partPermissions } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';
import { accounts, body, stage } from '../testing/several.fixture.ts';

/** What the organization shows to no member. */
const managementOnly = ['organizationPolicies', 'delegatedAdministrators', 'organizationAccounts'];

const audit = '  audit: { id: "444455556666" }\n';

describe('snapshot', () => {
  it('writes a file for each account, which others read', async () => {
    const { options, cwd } = await stage();
    const { exitCode, stdout } = await run('snapshot --out {account}.json', options);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/✓ test +333344445555 +Read/);
    for (const [name, id] of [
      ['shop', '222233334444'],
      ['test', '333344445555'],
    ]) {
      const taken = JSON.parse(await readFile(join(cwd, `${name}.json`), 'utf8'));
      expect(taken.caller.account).toBe(id);
      const plan = await runJson(`plan --snapshot ${name}.json --account ${name}`, options);
      expect(plan.json.accounts).toMatchObject([{ name, exitCode: 2, error: null }]);
      const check = await runJson(`check --snapshot ${name}.json`, options);
      expect(check.json).toMatchObject({ account: id });
      const other = name === 'shop' ? 'test' : 'shop';
      for (const command of ['check', 'plan', 'drift'])
        expect(
          await errorOf(`${command} --snapshot ${name}.json --account ${other}`, options),
        ).toMatchObject({ exitCode: 1, code: 'ACCOUNT_MISMATCH' });
    }
  });

  it('gives what there is of one as the result', async () => {
    const { options, cwd } = await stage();
    expect((await run('snapshot --account shop --output a.json', options)).exitCode).toBe(0);
    const taken = JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8'));
    expect(taken.caller.account).toBe('222233334444');
  });

  it('gives all of them in one value', async () => {
    const { options } = await stage();
    const { exitCode, json } = await runJson('snapshot --accounts shop,test', options);
    expect(exitCode).toBe(0);
    expect(json.accounts).toMatchObject([
      { name: 'shop', result: { caller: { account: '222233334444' } } },
      { name: 'test', result: { caller: { account: '333344445555' } } },
    ]);
  });

  it.each(['snapshot', 'snapshot --out all.json', 'snapshot --out all.json --json'])(
    'does not let accounts share a file: %s',
    async (line) => {
      const { options, cwd } = await stage();
      const { exitCode, stderr, stdout } = await run(line, options);
      expect(exitCode).toBe(1);
      expect(stdout + stderr).toContain('USAGE');
      expect(await readdir(cwd)).toEqual(['rolecall.yaml']);
    },
  );

  it('never lets one account hide the others', async () => {
    const { options, cwd, member } = await stage(accounts + audit + body);
    const actions = Object.values(partPermissions).flat();
    const blind = actions.filter((action) => !action.startsWith('sts:'));
    member('222233334444').faults.deny = blind;
    const { exitCode, json } = await runJson('snapshot --out {account}.json', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 1, error: null },
      { name: 'test', exitCode: 0, result: { file: 'test.json', missing: managementOnly } },
      { name: 'audit', exitCode: 1, error: { code: 'ACCESS_DENIED' } },
    ]);
    expect(await readdir(cwd)).not.toContain('audit.json');
  });
});

describe('doctor', () => {
  it('looks at every account behind its role', async () => {
    const { options } = await stage();
    const { exitCode, stdout } = await run('doctor', options);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/== shop[\s\S]*assumed-role\/Rolecall[\s\S]*== test/);
    expect(stdout).toMatch(/✓ shop +222233334444 +All can be read/);
    const wide = stdout.split('\n').filter((line) => line.length > 80);
    expect(wide.filter((line) => line.trim().includes(' '))).toEqual([]);
  });

  it('never lets one account hide the others', async () => {
    const { options, member } = await stage(accounts + audit + body);
    member('333344445555').faults.deny = ['iam:GetAccountSummary'];
    const { exitCode, json } = await runJson('doctor', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 0, result: { ok: true } },
      { name: 'test', exitCode: 1, result: { missingPermissions: ['iam:GetAccountSummary'] } },
      { name: 'audit', exitCode: 1, result: { ok: false, rows: { length: 3 } } },
    ]);
  });

  it('takes those that are asked for', async () => {
    const { options } = await stage();
    const { json } = await runJson('doctor --accounts tag:live --accounts-at-once 1', options);
    expect(json.accounts).toMatchObject([{ name: 'shop' }]);
  });
});

describe.each(['doctor', 'snapshot'])('%s', (command) => {
  const aws = async () => inPlaceOfAws(await sandboxOf('good'));

  it('does without a manifest that is broken and not asked for', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': 'accounts: [' });
    expect(await run(command, { cwd, aws: await aws() })).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('rolecall.yaml is left aside'),
    });
    const named = await errorOf(`${command} --manifest rolecall.yaml`, { cwd, aws: await aws() });
    expect(named).toMatchObject({ exitCode: 1, code: 'MANIFEST_INVALID' });
  });

  it('takes an account in memory for one, unless some are asked for', async () => {
    const { cwd } = await stage();
    const one = await run(`${command} --account sandbox:good`, { cwd });
    expect(one.stdout).not.toContain('== shop');
    const several = await runJson(`${command} --account sandbox:organization --accounts *`, {
      cwd,
    });
    expect(several.json.accounts).toMatchObject([{ name: 'shop' }, { name: 'test' }]);
  });

  it.each(['--accounts shop', '--external-id-file x'])(
    'refuses %s for one account',
    async (more) => {
      const cwd = await folderOf();
      await writeFile(
        join(cwd, 'rolecall.yaml'),
        'version: 1\nscope: a\naccount: "111122223333"\n',
      );
      const error = await errorOf(`${command} ${more}`, { cwd, aws: await aws() });
      expect(error).toMatchObject({ exitCode: 1, code: 'USAGE' });
    },
  );
});
