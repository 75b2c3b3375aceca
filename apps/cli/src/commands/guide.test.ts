import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guides } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { starterManifest } from '../starting/starter-manifest.ts';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

const empty = await folderOf();
const untouched = '--account sandbox:untouched';

it('lists the guides', async () => {
  const { exitCode, json } = await runJson('guide', { cwd: empty });
  expect(exitCode).toBe(0);
  expect(json.map(({ id }: { id: string }) => id)).toEqual(guides.map(({ id }) => id));
});

describe('walking', () => {
  it.each([
    ['aws-account', 2],
    ['iam-tutorial', 2],
    ['emergency-access', 2],
    ['github-actions-oidc', 2],
    ['ecs-express', 2],
    ['app-runner', 0],
    ['incident-manager', 0],
    ['proton', 0],
  ])('%s against an untouched account', async (id, expected) => {
    const { exitCode, json } = await runJson(`guide ${id} ${untouched}`, { cwd: empty });
    expect(json.steps.filter(({ state }: { state: string }) => state === 'unknown')).toEqual([]);
    expect(exitCode).toBe(expected);
  });

  it('says of a closed service why, and what to follow instead', async () => {
    const { json } = await runJson(`guide app-runner ${untouched}`, { cwd: empty });
    expect(json.applicability).toMatchObject({ kind: 'not-applicable', successor: 'ecs-express' });
  });

  it('plans what is missing', async () => {
    const { json } = await runJson(`guide ecs-express ${untouched}`, { cwd: empty });
    expect(json.plan.changes.map(({ name }: { name: string }) => name)).toEqual([
      'ecsInfrastructureRoleForExpressServices',
      'ecsTaskExecutionRole',
    ]);
  });

  it('plans what is a matter of choice when asked', async () => {
    const line = `guide aws-account ${untouched} --step role-for-people`;
    const { exitCode, json } = await runJson(line, { cwd: empty });
    expect(exitCode).toBe(2);
    const names = json.plan.changes.map(({ name }: { name: string }) => name);
    expect(names).toContain('PersonRole');
    expect(
      (await runJson(`guide aws-account ${untouched}`, { cwd: empty })).json.plan,
    ).toMatchObject({ changes: names.slice(1).map((name: string) => ({ name })) });
  });

  it('plans a role for GitHub once it knows the repository', async () => {
    const set =
      '--set organization=octo-org repository=octo-repo organizationId=65 repositoryId=74';
    const line = `guide github-actions-oidc ${untouched}`;
    expect((await runJson(line, { cwd: empty })).json.plan).toBeNull();
    const { json } = await runJson(`${line} ${set} managedPolicies=ReadOnlyAccess,SecurityAudit`, {
      cwd: empty,
    });
    expect(json.plan.changes).toHaveLength(2);
  });

  it('reads a snapshot, offline', async () => {
    const cwd = await folderOf();
    await run(`snapshot --all ${untouched} --output account.json`, { cwd });
    const { exitCode, json } = await runJson('guide iam-tutorial --snapshot account.json', { cwd });
    expect({ exitCode, kind: json.applicability.kind }).toEqual({
      exitCode: 2,
      kind: 'applicable',
    });
  });

  it('prints Markdown', async () => {
    const { stdout } = await run(`guide proton ${untouched} --markdown`, { cwd: empty });
    expect(stdout).toMatch(/^## /);
  });

  it('tells who comes as root how to come as somebody else', async () => {
    const sandbox = await sandboxOf('untouched', { caller: 'arn:aws:iam::111122223333:root' });
    const { exitCode, stderr } = await run('guide aws-account', {
      cwd: empty,
      aws: inPlaceOfAws(sandbox),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('You get in as somebody other than root');
  });
});

describe('--write', () => {
  it('makes a manifest whose plan does what was missing; then nothing is left but for a person', async () => {
    const cwd = await folderOf();
    const aws = inPlaceOfAws(await sandboxOf('untouched'));
    await run('guide iam-tutorial --write rolecall.yaml', { cwd, aws });
    expect((await run('apply --yes', { cwd, aws })).exitCode).toBe(0);
    const { exitCode, json } = await runJson('guide iam-tutorial', { cwd, aws });
    const left = json.steps.filter(
      ({ state }: { state: string }) => state === 'missing' || state === 'unknown',
    );
    expect({ exitCode, left }).toEqual({ exitCode: 0, left: [] });
  });

  it('keeps what the file says, and adds nothing twice', async () => {
    const account = '111122223333';
    const text = starterManifest({ account, scope: 'platform', partition: 'aws' });
    const cwd = await folderOf({ 'rolecall.yaml': text });
    await run(`guide ecs-express ${untouched} --write rolecall.yaml`, { cwd });
    const once = await readFile(join(cwd, 'rolecall.yaml'), 'utf8');
    expect(text.split('\n').filter((line) => !once.split('\n').includes(line))).toEqual([]);
    expect(once).toContain('use: ecs-express');
    await run(`guide ecs-express ${untouched} --write rolecall.yaml`, { cwd });
    expect(await readFile(join(cwd, 'rolecall.yaml'), 'utf8')).toBe(once);
  });

  it('writes nothing where only a person knows a parameter', async () => {
    const cwd = await folderOf();
    const error = await errorOf(`guide github-actions-oidc ${untouched} --write rolecall.yaml`, {
      cwd,
    });
    expect(error).toMatchObject({ exitCode: 1, code: 'PARAMETER_INVALID' });
    await expect(readFile(join(cwd, 'rolecall.yaml'))).rejects.toThrow('ENOENT');
  });
});

it.each([
  ['guide app-runer', 'USAGE'],
  [`guide ecs-express ${untouched} --step deplyo`, 'USAGE'],
  [`guide ecs-express ${untouched} --set colour=red`, 'USAGE'],
  [`guide ecs-express ${untouched} --set strictTrust`, 'USAGE'],
])('%s is refused', async (line, code) => {
  expect(await errorOf(line, { cwd: empty })).toMatchObject({ exitCode: 1, code });
});
