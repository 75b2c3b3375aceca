import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorOf, run, runJson } from '../testing/run.fixture.ts';
import { accounts, body, stage } from '../testing/several.fixture.ts';

const shop = '222233334444';
const test = '333344445555';
const enforced = body.replace('    trust:', '    enforce: true\n    trust:');
const wide = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** Both accounts as declared; then shop was given more than that. */
async function drifted(roles = body) {
  const staged = await stage(accounts + roles);
  const { cwd, options } = staged;
  await run('apply --all --yes', options);
  const wider = accounts.replace('PowerUserAccess', 'AdministratorAccess');
  await writeFile(join(cwd, 'wider.yaml'), wider + roles);
  await run('apply -f wider.yaml --accounts shop --yes', options);
  return staged;
}

/** Names of the policies that the role has in each account. */
function attached({ member }: Awaited<ReturnType<typeof stage>>) {
  const policies = (id: string) =>
    JSON.parse(JSON.stringify(member(id).state())).roles.builder?.attached ?? [];
  return { shop: policies(shop), test: policies(test) };
}

describe('drift', () => {
  it('looks at each account, and ends with one table', async () => {
    const { options } = await drifted();
    const { exitCode, stdout } = await run('drift', options);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/== shop[\s\S]*! role\/builder[\s\S]*== test/);
    expect(stdout).toMatch(/~ shop +\d+ +1 not as declared\n✓ test +\d+ +As declared/);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    const { json } = await runJson('drift --accounts test', options);
    expect(json.accounts).toMatchObject([{ name: 'test', exitCode: 0, result: { drifted: [] } }]);
  });

  it('never lets one account hide the others', async () => {
    const { options, member } = await drifted();
    member(test).faults.deny = ['iam:*'];
    const { exitCode, json } = await runJson('drift', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 2, result: { drifted: [{ resource: 'role/builder' }] } },
      { name: 'test', exitCode: 1, error: { code: 'ACCESS_DENIED' } },
    ]);
  });

  it('looks at a snapshot of one of them', async () => {
    const { options } = await drifted();
    const { json } = await runJson('drift --snapshot rolecall.yaml', options);
    expect(json.error.code).toBe('SNAPSHOT_INVALID');
  });

  it('repairs what is enforced, once somebody says where', async () => {
    const staged = await drifted(enforced);
    const { options } = staged;
    expect(attached(staged).shop).toEqual([wide]);
    expect(await errorOf('drift --repair --yes', options)).toMatchObject({ code: 'USAGE' });
    expect((await run('drift --repair --all', { ...options, typed: ['no'] })).exitCode).toBe(1);
    expect(attached(staged).shop).toEqual([wide]);
    const { exitCode, stdout } = await run('drift --repair --all --yes', options);
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/✓ shop +\d+ +Applied 2 of 2 operations/),
    });
    expect((await run('drift', options)).exitCode).toBe(0);
  });

  it('leaves what nobody settled beforehand, and says so', async () => {
    const staged = await drifted();
    const { exitCode, stdout } = await run('drift --repair --all --yes', staged.options);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('1 more not as declared');
    expect(attached(staged).shop).toEqual([wide]);
  });
});

describe('the way back', () => {
  /** Both accounts were changed, with one report of it. */
  async function reported() {
    const staged = await stage();
    const { options, cwd } = staged;
    await run('apply --all --yes', options);
    const other = (accounts + body).replaceAll(/(PowerUser|ReadOnly)Access/g, 'SecurityAudit');
    await writeFile(join(cwd, 'rolecall.yaml'), other);
    const applied = await run('apply --all --yes --report applied.json', options);
    return { ...staged, applied };
  }

  it('is kept of each account in one report, also where another failed', async () => {
    const { options, member, cwd } = await stage();
    member(test).faults.deny = ['iam:GetAccountAuthorizationDetails'];
    const { exitCode, json } = await runJson('apply --all --yes --report applied.json', options);
    expect(exitCode).toBe(1);
    expect(json.accounts).toMatchObject([
      { name: 'shop', exitCode: 0, result: { complete: true } },
      { name: 'test', exitCode: 1, error: { code: 'ACCESS_DENIED' } },
    ]);
    const report = JSON.parse(await readFile(join(cwd, 'applied.json'), 'utf8'));
    expect(report).toMatchObject({
      schemaVersion: 2,
      scope: 'platform',
      accounts: [{ name: 'shop', account: shop, plan: { account: shop }, report: {} }],
    });
    expect(report.accounts).toHaveLength(1);
  });

  it('leads back in the account that is named, and in no other', async () => {
    const staged = await reported();
    const { options, applied } = staged;
    expect(applied.stderr).toContain('rolecall rollback applied.json --account shop');
    const back = await runJson('rollback applied.json --account test --out back.json', options);
    expect(back).toMatchObject({ exitCode: 2, json: { account: test } });
    expect(await runJson('apply back.json', options)).toMatchObject({ exitCode: 0 });
    const audit = 'arn:aws:iam::aws:policy/SecurityAudit';
    const before = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    expect(attached(staged)).toEqual({ shop: [audit], test: [before] });
  });

  it('takes the only account that a file tells of', async () => {
    const { options, cwd } = await reported();
    const report = JSON.parse(await readFile(join(cwd, 'applied.json'), 'utf8'));
    await writeFile(join(cwd, 'one.json'), JSON.stringify(report.accounts[1]));
    expect(await runJson('rollback one.json', options)).toMatchObject({ json: { account: test } });
    expect(await errorOf('rollback one.json --account shop', options)).toMatchObject({
      code: 'PLAN_CHANGED',
    });
  });

  it('is not guessed at', async () => {
    const { options } = await reported();
    for (const choice of ['', '--account nobody', '--accounts shop,test']) {
      expect(await errorOf(`rollback applied.json ${choice}`, options)).toMatchObject({
        exitCode: 1,
        code: 'USAGE',
      });
    }
  });
});

describe('one account of several', () => {
  it('is imported behind its role', async () => {
    const { options, cwd } = await stage();
    await run('apply --accounts shop --yes', options);
    const { exitCode, json } = await runJson('import --account shop --out shop.yaml', options);
    expect({ exitCode, json }).toMatchObject({ exitCode: 0, json: { file: 'shop.yaml' } });
    expect(await readFile(join(cwd, 'shop.yaml'), 'utf8')).toMatch(/account: '222233334444'/);
    const byId = await runJson(`import --account ${shop} --out again.yaml`, options);
    expect(byId.json.imported).toEqual(json.imported);
  });

  it('is walked by a guide', async () => {
    const { options } = await stage();
    const { json } = await runJson('guide iam-tutorial --account test', options);
    expect(json).toMatchObject({ account: test });
  });

  it('has its bootstrap rendered, and AWS is not asked', async () => {
    const { options, sandbox } = await stage();
    const { json } = await runJson('bootstrap --repository o/r --account shop', options);
    expect(json).toMatchObject({ account: shop, scope: 'platform' });
    expect(sandbox.calls).toEqual([]);
    expect(await errorOf('bootstrap --repository o/r', options)).toMatchObject({ code: 'USAGE' });
  });

  it('may be found through the organization', async () => {
    const { options } = await stage(
      `${accounts.replace('  test: { id: "333344445555" }\n', '')}discoverAccounts: [{}]\n${body}`,
    );
    const line = 'bootstrap --repository o/r --account shop-test';
    expect(await runJson(line, options)).toMatchObject({ exitCode: 0, json: { account: test } });
  });
});

it.each(['plan', 'drift', 'apply --yes', 'rollback x.json', 'import', 'guide iam-tutorial'])(
  '%s knows no names with a manifest of one account',
  async (line) => {
    const { options } = await stage('version: 1\nscope: platform\naccount: "111122223333"\n');
    expect((await run(`${line} --account shop`, options)).exitCode).toBe(1);
  },
);
