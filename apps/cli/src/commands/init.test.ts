import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { starterManifest } from '../starting/starter-manifest.ts';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

it('writes a manifest that can be planned, and its schema', async () => {
  const cwd = await folderOf();
  const { exitCode, stdout } = await run('init --account 444455556666 --scope web', { cwd });
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringContaining('rolecall plan'),
  });
  const schema = JSON.parse(await readFile(join(cwd, 'rolecall.schema.json'), 'utf8'));
  expect(schema).toMatchObject({ title: 'Rolecall manifest' });
  const { json } = await runJson('plan --account sandbox:untouched', { cwd });
  expect(json).toMatchObject({
    scope: 'web',
    account: '444455556666',
    changes: [{ resource: 'password-policy/account' }],
  });
});

it('overwrites nothing unless told to', async () => {
  const cwd = await folderOf({ 'rolecall.yaml': 'mine\n' });
  expect(await errorOf('init', { cwd })).toMatchObject({ exitCode: 1, code: 'USAGE' });
  expect(await readFile(join(cwd, 'rolecall.yaml'), 'utf8')).toBe('mine\n');
  expect((await run('init --force', { cwd })).exitCode).toBe(0);
});

it.each(['init --account 12', 'init --scope Web_Team', 'init --partition aws-mars'])(
  'refuses %s',
  async (line) => {
    expect((await errorOf(line, { cwd: await folderOf() })).code).toBe('USAGE');
  },
);

it('holds examples that work once their # is taken away', async () => {
  const text = starterManifest({ account: '111122223333', scope: 'web', partition: 'aws' });
  const awake = text.replace(/^#(?! \S|$)/gm, '').replace(/^(partition|include).*$/gm, '');
  expect(awake).toContain('\n  auditor:');
  const cwd = await folderOf();
  await writeFile(join(cwd, 'rolecall.yaml'), awake);
  const { exitCode, json } = await runJson('plan --account sandbox:neglected', { cwd });
  expect({ exitCode, error: json.error }).toEqual({ exitCode: 1, error: undefined });
  expect(json.changes.map(({ resource }: { resource: string }) => resource).sort()).toEqual([
    'password-policy/account',
    'role/auditor',
  ]);
  // The neglected account has a role of that name already.
  expect(json.conflicts).toMatchObject([{ resource: 'role/supportuserrole' }]);
});
