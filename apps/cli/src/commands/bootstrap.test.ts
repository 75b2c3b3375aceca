import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optInMeanings } from '@rolecall/core';
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

const repository = 'bootstrap --repository octo-org@65/octo-repo@74';
const plain = `${repository} --account 111122223333 --scope platform`;

it('shows every statement with its reason', async () => {
  const cwd = await folderOf();
  const { json } = await runJson(plain, { cwd });
  const { exitCode, stdout } = await run(plain, { cwd });
  expect(exitCode).toBe(0);
  const sids = json.policies.flatMap(({ why }: { why: object }) => Object.keys(why));
  expect(sids).toContain('NothingButReading');
  for (const sid of sids) expect(stdout).toMatch(new RegExp(`^ {2}(Allow|Deny) +${sid}$`, 'm'));
});

it('writes a manifest that can be applied, after which there is nothing to plan', async () => {
  const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
  const { exitCode } = await run(`${repository} --out core.yaml`, { cwd });
  expect(exitCode).toBe(0);
  const aws = inPlaceOfAws(await sandboxOf('untouched'));
  const applied = await runJson('apply -f core.yaml --yes', { cwd, aws });
  expect(applied).toMatchObject({ exitCode: 0, json: { outcome: 'applied', complete: true } });
  expect(await run('plan -f core.yaml', { cwd, aws })).toMatchObject({ exitCode: 0 });
});

it('takes account, scope and kinds from the manifest, and says what it leaves out', async () => {
  const cwd = await folderOf({
    'rolecall.yaml': manifestOf('users:\n  robot: {}\n'),
  });
  const { json } = await runJson(repository, { cwd });
  expect(json).toMatchObject({ account: '111122223333', scope: 'platform' });
  expect(json.gaps.map(({ needs }: { needs: string }) => needs)).toEqual(['users', 'unbounded']);
  const open = await runJson(`${repository} --allow users,unbounded`, { cwd });
  expect(open.json.gaps).toEqual([]);
});

it('keeps what is there, unless told otherwise', async () => {
  const cwd = await folderOf({ 'core.yaml': 'mine' });
  expect(await errorOf(`${plain} --out core.yaml`, { cwd })).toMatchObject({ code: 'USAGE' });
  expect(await readFile(join(cwd, 'core.yaml'), 'utf8')).toBe('mine');
  expect(await run(`${plain} --out core.yaml --force`, { cwd })).toMatchObject({ exitCode: 0 });
  expect(await readFile(join(cwd, 'core.yaml'), 'utf8')).toContain('scope: rolecall-core');
});

describe('what it does not take', () => {
  it.each([
    ['no repository', 'bootstrap --account 111122223333 --scope platform', 'USAGE'],
    ['half of the ids', `${plain} --repository a/b@1`, 'USAGE'],
    ['no account', `${repository} --scope platform`, 'USAGE'],
    ['an account that is none', `${repository} --scope platform --account 12`, 'USAGE'],
    ['another opt-in', `${plain} --allow everything`, 'USAGE'],
    ['another kind', `${plain} --kinds everything`, 'USAGE'],
    ['a branch with a wildcard', `${plain} --default-branch *`, 'USAGE'],
    ['an environment with a variable', `${plain} --environment \${aws:username}`, 'USAGE'],
    ['a workflow without a ref', `${plain} --workflow a/b/.github/workflows/c.yml`, 'USAGE'],
    ["Rolecall's own scope", plain.replace('platform', 'rolecall-core'), 'PARAMETER_INVALID'],
  ])('%s', async (_, line, code) => {
    expect(await errorOf(line, { cwd: await folderOf() })).toMatchObject({ exitCode: 1, code });
  });

  it('an account that the manifest is not for', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
    const line = `${repository} --account 444455556666`;
    expect(await errorOf(line, { cwd })).toMatchObject({ code: 'USAGE' });
  });
});

describe('docs/bootstrap.md', async () => {
  const text = await readFile(new URL('../../../../docs/bootstrap.md', import.meta.url), 'utf8');

  it('has examples that run as they stand, in order', async () => {
    const cwd = await folderOf();
    const [, block = ''] = /^```sh\n(.*?)^```/ms.exec(text) ?? [];
    const lines = block.trim().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [, command = '', expected = '0'] =
        /^rolecall (.*?)(?: +# exits with (\d))?$/.exec(line) ?? [];
      const { exitCode } = await run(command, { cwd });
      expect({ line, exitCode }).toEqual({ line, exitCode: Number(expected) });
    }
  });

  it.each(Object.entries(optInMeanings))('says what %s means', (optIn, meaning) => {
    expect(text).toContain(`| \`${optIn}\` | ${meaning} |`);
  });
});
