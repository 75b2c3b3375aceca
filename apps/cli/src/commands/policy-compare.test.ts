import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  deleteStatement,
  denyStatement,
  policyText,
  readStatement,
} from '../testing/policies.fixture.ts';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

const variable = { ...readStatement, Resource: 'arn:aws:s3:::${aws:username}/*' };

async function filesOf() {
  const cwd = await folderOf({
    'read.json': policyText(readStatement),
    'delete.json': policyText(deleteStatement),
    'both.json': policyText(deleteStatement, readStatement),
    'less.json': policyText(readStatement, denyStatement),
    'variable.json': policyText(variable),
    'broken.json': '{',
    'odd.json': policyText({ Effect: 'Allow', Action: 's3:*', Condition: { Nope: {} } }),
  });
  await mkdir(join(cwd, 'set'));
  await writeFile(join(cwd, 'set', 'a.json'), policyText(readStatement));
  await writeFile(join(cwd, 'set', 'b.json'), policyText(deleteStatement));
  await mkdir(join(cwd, 'empty'));
  return cwd;
}

it.each([
  ['read.json read.json', 0, 'none'],
  ['both.json read.json', 0, 'none'],
  ['read.json less.json', 0, 'none'],
  ['less.json read.json', 2, 'grants'],
  ['read.json both.json', 2, 'grants'],
  ['read.json variable.json', 2, 'grants'],
  // Moving a statement to another policy grants nothing.
  ['set both.json', 0, 'none'],
  ['both.json set', 0, 'none'],
  ['--old read.json delete.json --new both.json', 0, 'none'],
  ['--old read.json --new both.json --type identity', 2, 'grants'],
])('compare %s: exit %i', async (args, code, verdict) => {
  const { exitCode, json } = await runJson(`policy compare ${args}`, { cwd: await filesOf() });
  expect({ exitCode, verdict: json.verdict }).toEqual({ exitCode: code, verdict });
});

it('shows the request, the statement and what changes', async () => {
  const cwd = await filesOf();
  const { json } = await runJson('policy compare read.json both.json', { cwd });
  expect(json.witness).toMatchObject({
    request: {
      action: 's3:DeleteObject',
      resource: expect.stringMatching(/^arn:aws:s3:::prod-data\//),
    },
    allowedBy: [{ place: 'both.json:4', sid: 'Delete' }],
    oldDecision: 'implicitDeny',
  });
  expect(json.newly.lines).toMatchObject([
    { text: 's3:DeleteObject on arn:aws:s3:::prod-data/*', statement: { place: 'both.json:4' } },
  ]);
  const { stdout } = await run('policy compare read.json both.json', { cwd });
  expect(stdout).toContain('grants');
  expect(stdout).toContain('both.json:4, statement 1 "Delete"');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it('names the Deny that stood in the way', async () => {
  const { stdout } = await run('policy compare less.json read.json', { cwd: await filesOf() });
  expect(stdout).toMatch(/denied by less\.json:\d+, statement 2 "Stop"/);
});

it.each([
  ['read.json', 'USAGE'],
  ['read.json both.json set', 'USAGE'],
  ['read.json both.json --old set', 'USAGE'],
  ['read.json nope.json', 'FILE_UNREADABLE'],
  ['read.json empty', 'FILE_UNREADABLE'],
  ['read.json broken.json', 'POLICY_INVALID'],
  ['odd.json read.json', 'POLICY_INVALID'],
  ['--old-snapshot a.json', 'USAGE'],
  ['--old-snapshot read.json --new-snapshot read.json', 'SNAPSHOT_INVALID'],
])('compare %s: %s', async (args, code) => {
  const cwd = await filesOf();
  expect(await errorOf(`policy compare ${args}`, { cwd })).toMatchObject({ exitCode: 1, code });
});

it('says where a file stops being a policy', async () => {
  const { diagnostics } = await errorOf('policy compare read.json broken.json', {
    cwd: await filesOf(),
  });
  expect(diagnostics).toMatchObject([{ position: { file: 'broken.json', line: 1, column: 2 } }]);
});

it('compares the principals of two snapshots', async () => {
  const cwd = await folderOf();
  await run('snapshot --account sandbox:neglected --output old.json', { cwd });
  await run('snapshot --account sandbox:untouched --output new.json', { cwd });
  const same = '--old-snapshot old.json --new-snapshot old.json';
  expect(await runJson(`policy compare ${same}`, { cwd })).toMatchObject({
    exitCode: 0,
    json: { verdict: 'none', principals: [] },
  });
  const grown = '--old-snapshot new.json --new-snapshot old.json';
  const { exitCode, json } = await runJson(`policy compare ${grown}`, { cwd });
  expect(exitCode).toBe(2);
  expect(json.principals).toContainEqual(
    expect.objectContaining({
      arn: 'arn:aws:iam::111122223333:user/alice',
      aspect: 'permissions',
      change: 'added',
      verdict: 'grants',
    }),
  );
});
