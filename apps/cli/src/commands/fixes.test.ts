import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { errorOf, folderOf, inPlaceOfAws, run, runJson } from '../testing/run.fixture.ts';

const scenario = JSON.stringify({
  users: {
    spare: {
      attach: ['aws:AdministratorAccess'],
      mfa: ['fido'],
      password: { changedDaysAgo: 3, usedDaysAgo: 1 },
    },
    ann: { keys: [{ createdDaysAgo: 80 }] },
  },
  groups: { idle: {} },
});

async function start() {
  const sandbox = createSandbox({
    now: () => new Date('2026-11-21T10:00:00Z'),
    scenario: parseScenario(scenario, 'test'),
  });
  const writes = () =>
    sandbox.calls.map(({ action }) => action).filter((action) => /:(Update|Delete)/.test(action));
  return { cwd: await folderOf(), aws: inPlaceOfAws(sandbox), writes };
}

const checkLine = 'check --check key-unused group-empty --fix-plan fixes.json';

describe('check --fix-plan', () => {
  it('writes and prints what mends the findings, within 80 columns', async () => {
    const { cwd, aws, writes } = await start();
    const { stdout } = await run(checkLine, { cwd, aws });
    expect(stdout).toContain('iam:UpdateAccessKey  user/ann');
    expect(stdout).toContain('iam:DeleteGroup  group/idle');
    // Only what cannot be broken goes beyond: ARNs, ids, commands.
    const long = stdout.split('\n').filter((line) => line.length > 80);
    expect(long.filter((line) => line.trim().split(' ').length > 3)).toEqual([]);
    const plan = JSON.parse(await readFile(join(cwd, 'fixes.json'), 'utf8'));
    expect(plan).toMatchObject({ kind: 'fix-plan', account: '111122223333' });
    expect(plan.operations).toHaveLength(2);
    expect(writes()).toEqual([]);
  });

  it('takes the findings that are named', async () => {
    const { cwd, aws } = await start();
    const id = 'group-empty:arn:aws:iam::111122223333:group/idle';
    await run(`${checkLine} --finding ${id}`, { cwd, aws });
    const plan = JSON.parse(await readFile(join(cwd, 'fixes.json'), 'utf8'));
    expect(plan.operations).toMatchObject([{ findings: [id] }]);
    expect(await errorOf(`${checkLine} --finding group-empty:none`, { cwd, aws })).toMatchObject({
      code: 'USAGE',
    });
    expect(await errorOf(`check --finding ${id}`, { cwd, aws })).toMatchObject({ code: 'USAGE' });
  });
});

describe('apply of a fix plan', () => {
  it('asks, makes the changes and says which findings pass now', async () => {
    const { cwd, aws, writes } = await start();
    await run(checkLine, { cwd, aws });
    expect(await errorOf('apply fixes.json', { cwd, aws })).toMatchObject({ code: 'USAGE' });
    const declined = await run('apply fixes.json', { cwd, aws, typed: ['no'] });
    expect(declined).toMatchObject({ exitCode: 1 });
    expect(writes()).toEqual([]);
    const { exitCode, json } = await runJson('apply fixes.json --yes', { cwd, aws });
    expect(exitCode).toBe(0);
    expect(writes().toSorted()).toEqual(['iam:DeleteGroup', 'iam:UpdateAccessKey']);
    // Though the credential report is of before.
    expect(json.rechecked.map(({ outcome }: { outcome: string }) => outcome).toSorted()).toEqual([
      'gone',
      'gone',
    ]);
    expect(await runJson('apply fixes.json --yes', { cwd, aws })).toMatchObject({
      exitCode: 0,
      json: { complete: true, results: [{ status: 'already' }, { status: 'already' }] },
    });
    expect(writes()).toHaveLength(2);
  });
});
