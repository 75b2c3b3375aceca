import { partPermissions } from '@rolecall/core';
import { expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

it('can be checked offline with the same findings', async () => {
  const cwd = await folderOf();
  const aws = inPlaceOfAws(await sandboxOf('neglected'));
  expect((await run('snapshot --output account.json', { cwd, aws })).exitCode).toBe(0);
  const live = await runJson('check', { aws });
  const offline = await runJson('check --snapshot account.json', { cwd });
  expect(offline.exitCode).toBe(2);
  expect(offline.json).toEqual(live.json);
});

it('keeps what could not be read, with the reason', async () => {
  const faults = { deny: ['iam:ListVirtualMFADevices'] };
  const aws = inPlaceOfAws(await sandboxOf('good', { faults }));
  const { exitCode, stderr, stdout } = await run('snapshot', { aws });
  expect(exitCode).toBe(0);
  expect(stderr).toContain('virtualMfaDevices');
  expect(JSON.parse(stdout).parts.virtualMfaDevices).toMatchObject({
    status: 'unknown',
    reason: { code: 'ACCESS_DENIED', permission: 'iam:ListVirtualMFADevices' },
  });
});

it('is an error where nothing can be read', async () => {
  const actions = Object.values(partPermissions).flat();
  const faults = { deny: actions.filter((action) => !action.startsWith('sts:')) };
  const aws = inPlaceOfAws(await sandboxOf('good', { faults }));
  const { exitCode, stderr } = await run('snapshot', { aws });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: expect.stringContaining('[NOTHING_READABLE]'),
  });
});

it.each([
  ['{', 'SNAPSHOT_INVALID'],
  ['{"schemaVersion": 99}', 'SNAPSHOT_INVALID'],
])('refuses %s as a snapshot', async (text, code) => {
  const cwd = await folderOf({ 'account.json': text });
  expect(await errorOf('check --snapshot account.json', { cwd })).toMatchObject({
    exitCode: 1,
    code,
  });
});

it('refuses the snapshot of another account', async () => {
  const cwd = await folderOf();
  await run('snapshot --account sandbox:good --output account.json', { cwd });
  const { code } = await errorOf('check --snapshot account.json --account 444455556666', { cwd });
  expect(code).toBe('ACCOUNT_MISMATCH');
});
