import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorOf, run, runJson } from '../testing/run.fixture.ts';
import { accounts, stage } from '../testing/several.fixture.ts';

const guide = 'guide iam-tutorial';
const read = async (cwd: string, file = 'rolecall.yaml') =>
  parse(await readFile(join(cwd, file), 'utf8'));

it('walks a guide in every account', async () => {
  const { options } = await stage(accounts);
  const { exitCode, json } = await runJson(guide, options);
  expect(exitCode).toBe(2);
  expect(json.accounts).toMatchObject([
    { name: 'shop', exitCode: 2, result: { guide: 'iam-tutorial', account: '222233334444' } },
    { name: 'test', exitCode: 2, result: { account: '333344445555' } },
  ]);
  const { stdout } = await run(guide, options);
  expect(stdout).toMatch(/== shop[\s\S]*== test[\s\S]*~ test +333344445555 +Something is missing/);
});

it('writes what is missing for the accounts that lack it, once', async () => {
  const { options, cwd, member } = await stage(accounts);
  const one = await run(`${guide} --account shop --write rolecall.yaml`, options);
  expect(one.exitCode).toBe(2);
  expect(one.stderr).toMatch(/holds\s+for\s+every\s+account/);
  const first = Object.values<{ inAccounts: string[] }>((await read(cwd)).blueprints);
  expect(first.map(({ inAccounts }) => inAccounts)).toEqual(first.map(() => ['shop']));
  const { json } = await runJson(`${guide} --write rolecall.yaml`, options);
  expect(json.written).toMatchObject([{ name: 'shop', added: [] }, { name: 'test' }]);
  const all = Object.values<{ inAccounts: string[] }>((await read(cwd)).blueprints);
  expect(all.map(({ inAccounts }) => inAccounts)).toEqual(all.map(() => ['shop', 'test']));
  const text = await readFile(join(cwd, 'rolecall.yaml'), 'utf8');
  await run(`${guide} --write rolecall.yaml`, options);
  expect(await readFile(join(cwd, 'rolecall.yaml'), 'utf8')).toBe(text);
  expect(text.startsWith(accounts)).toBe(true);
  // What was written is what was missing.
  expect((await run('apply --accounts test --yes', options)).exitCode).toBe(0);
  expect((await run(`${guide} --account test`, options)).exitCode).toBe(0);
  expect(member('222233334444').calls.filter(({ action }) => /:Create/.test(action))).toEqual([]);
});

it('never lets one account hide the others', async () => {
  const { options, cwd } = await stage(`${accounts}  audit: { id: "444455556666" }\n`);
  const { exitCode, json } = await runJson(`${guide} --write rolecall.yaml`, options);
  expect(exitCode).toBe(1);
  expect(json.accounts).toMatchObject([
    { name: 'shop', exitCode: 2 },
    { name: 'test', exitCode: 2 },
    { name: 'audit', exitCode: 1, error: { code: 'ACCESS_DENIED' } },
  ]);
  const [entry] = Object.values<{ inAccounts: string[] }>((await read(cwd)).blueprints);
  expect(entry?.inAccounts).toEqual(['shop', 'test']);
});

it('says what cannot be written for one, and writes the others', async () => {
  const { options, cwd } = await stage(accounts);
  await run(`${guide} --account test --write rolecall.yaml`, options);
  const manifest = await readFile(join(cwd, 'rolecall.yaml'), 'utf8');
  const [name = ''] = Object.keys(parse(manifest).blueprints);
  const taken = `blueprints:\n  ${name}: { use: backup, inAccounts: [shop] }\n  ${name}-test: { use: backup, inAccounts: [test] }\n`;
  await writeFile(join(cwd, 'rolecall.yaml'), accounts + taken);
  const { exitCode, stderr } = await run(`${guide} --write rolecall.yaml`, options);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/test:[\s\S]*\[CONFLICT\]/);
  expect(stderr).toMatch(/shop: Added to rolecall.yaml/);
});

it('writes a manifest for each where the file is named after it', async () => {
  const { options, cwd } = await stage(accounts);
  expect((await run(`${guide} --write {account}.yaml`, options)).exitCode).toBe(2);
  expect(await read(cwd, 'shop.yaml')).toMatchObject({ account: '222233334444' });
  expect(await read(cwd, 'test.yaml')).toMatchObject({ account: '333344445555' });
  expect((await readdir(cwd)).toSorted()).toEqual(['rolecall.yaml', 'shop.yaml', 'test.yaml']);
});

it.each([
  `${guide} --accounts shop,test --write all.yaml`,
  `${guide} --manifest rolecall.yaml --write other.yaml`,
])('refuses to put all into one manifest: %s', async (line) => {
  const { options, cwd } = await stage(accounts);
  await writeFile(join(cwd, 'other.yaml'), accounts);
  expect(await errorOf(line, options)).toMatchObject({ exitCode: 1, code: 'USAGE' });
  expect(await readFile(join(cwd, 'other.yaml'), 'utf8')).toBe(accounts);
});
