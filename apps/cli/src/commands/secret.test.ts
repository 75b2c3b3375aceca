import { openSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  sandboxOf,
} from '../testing/run.fixture.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const body = `delivery: { recipients: [${key}] }
users:
  ada: { login: {}, accessKeys: { count: 1 } }
`;

async function start() {
  const sandbox = await sandboxOf('untouched');
  const cwd = await folderOf({ 'rolecall.yaml': manifestOf(body) });
  const options = { cwd, aws: inPlaceOfAws(sandbox) };
  const passwords = () =>
    sandbox.calls.flatMap(({ input }) =>
      typeof input['Password'] === 'string' ? [input['Password']] : [],
    );
  return { sandbox, cwd, options, passwords };
}

async function applied() {
  const started = await start();
  expect((await run('apply --yes --secrets-dir out', started.options)).exitCode).toBe(0);
  return started;
}

describe('apply with passwords and keys', () => {
  it('says where they lie and who can read them, and nothing else', async () => {
    const { cwd, options, passwords } = await start();
    const { exitCode, stdout, stderr } = await run('apply --yes --secrets-dir out', options);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(join(cwd, 'out', '111122223333.ada.password.age'));
    expect(stdout).toMatch(/to SHA256:\S{43}/);
    expect(await readdir(join(cwd, 'out'))).toHaveLength(2);
    expect(passwords()).toHaveLength(1);
    for (const password of passwords()) expect(stdout + stderr).not.toContain(password);
    expect((await run('plan', options)).exitCode).toBe(0);
  });

  it('is refused before anything is written where there is no place for them', async () => {
    const { sandbox, options } = await start();
    const error = await errorOf('apply --yes', options);
    expect(error).toMatchObject({ exitCode: 1, code: 'SECRETS_REFUSED' });
    expect(sandbox.calls.filter(({ action }) => /:(Create|Tag)/.test(action))).toEqual([]);
  });

  it('will not write where others can look', async () => {
    const { cwd, options, sandbox } = await start();
    await mkdir(join(cwd, 'open'));
    await chmod(join(cwd, 'open'), 0o755);
    const { exitCode, stdout } = await run('apply --yes --secrets-dir open', options);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('chmod 700');
    const made = sandbox.calls.filter(({ action }) => /LoginProfile|AccessKey/.test(action));
    expect(made.filter(({ action }) => action.startsWith('iam:Create'))).toEqual([]);
  });
});

describe('secret reset-password', () => {
  it('takes the place of the old one', async () => {
    const { cwd, options, passwords } = await applied();
    const file = join(cwd, 'out', '111122223333.ada.password.age');
    const before = await readFile(file, 'utf8');
    const { exitCode, stdout } = await run(
      'secret reset-password ada --yes --secrets-dir out',
      options,
    );
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(new Set(passwords()).size).toBe(2);
    expect(await readFile(file, 'utf8')).not.toBe(before);
    expect(await readdir(join(cwd, 'out'))).toHaveLength(2);
  });

  it('takes a chosen one from a descriptor, if it fits', async () => {
    const { cwd, options, passwords } = await applied();
    const reset = async (password: string) => {
      await writeFile(join(cwd, 'chosen'), `${password}\n`);
      const fd = openSync(join(cwd, 'chosen'), 'r');
      return run(`secret reset-password ada --yes --secrets-dir out --password-fd ${fd}`, options);
    };
    const good = await reset('Correct-horse-battery-9');
    expect(good.exitCode).toBe(0);
    expect(passwords().at(-1)).toBe('Correct-horse-battery-9');
    expect(good.stdout + good.stderr).not.toContain('Correct-horse');
    const bad = await reset('ada-Ada-ada-9!');
    expect(bad.exitCode).toBe(1);
    expect(bad.stderr).toContain('name of the user');
    expect(bad.stdout + bad.stderr).not.toContain('ada-Ada');
    expect(passwords()).toHaveLength(2);
  });

  it('asks, and takes no for an answer', async () => {
    const { options, passwords } = await applied();
    const { exitCode } = await run('secret reset-password ada --secrets-dir out', {
      ...options,
      typed: ['no'],
    });
    expect(exitCode).toBe(1);
    expect(passwords()).toHaveLength(1);
  });

  it.each([
    ['a stranger', 'secret reset-password eve --yes --secrets-dir out', 'PARAMETER_INVALID'],
    ['no folder', 'secret reset-password ada --yes', 'USAGE'],
    ['no descriptor', 'secret reset-password ada --yes --secrets-dir out --password-fd x', 'USAGE'],
    ['no terminal', 'secret reset-password ada --yes --secrets-dir out --choose', 'USAGE'],
  ])('refuses %s', async (_, line, code) => {
    const { options } = await applied();
    expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code });
  });
});

describe('secret rotate', () => {
  it('makes a second key, and then asks which is the old one where they are of one age', async () => {
    const { cwd, options, sandbox } = await applied();
    const first = await run('secret rotate ada --yes --secrets-dir out', options);
    expect(first.exitCode).toBe(0);
    expect(await readdir(join(cwd, 'out'))).toHaveLength(3);
    // The clock of the test stands still.
    const second = await run('secret rotate ada --yes --secrets-dir out', options);
    expect(second.exitCode).toBe(1);
    expect(sandbox.calls.filter(({ action }) => action === 'iam:CreateAccessKey')).toHaveLength(2);
  });
});

describe('the old key, once there is a new one', () => {
  const rotating = async (usedDaysAgo: number) => {
    const scenario = parseScenario(
      `users:
  ada:
    path: /rolecall/platform/
    tags: { 'rolecall:owner': platform }
    keys: [{ createdDaysAgo: 400, usedDaysAgo: ${usedDaysAgo} }]
`,
      'rotating',
    );
    const sandbox = await sandboxOf('untouched', { scenario });
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf(body) });
    const rotate = () =>
      run('secret rotate ada --yes --secrets-dir out', { cwd, aws: inPlaceOfAws(sandbox) });
    const writes = () =>
      sandbox.calls
        .map(({ action }) => action)
        .filter((action) => /AccessKey$/.test(action) && !/(Get|List)/.test(action));
    return { rotate, writes };
  };

  it('is put out of use, then deleted, a step a run', async () => {
    const { rotate, writes } = await rotating(30);
    const said: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      const { exitCode, stdout, stderr } = await rotate();
      expect(exitCode).toBe(0);
      said.push(stdout + stderr);
    }
    expect(writes()).toEqual(['iam:CreateAccessKey', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey']);
    expect(said[1]).toMatch(/AKIA\w+ of ada is put out of use/);
  });

  it('stays while something uses it', async () => {
    const { rotate, writes } = await rotating(0);
    expect((await rotate()).exitCode).toBe(0);
    const { exitCode, stderr } = await rotate();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('was used at');
    expect(writes()).toEqual(['iam:CreateAccessKey']);
  });
});
