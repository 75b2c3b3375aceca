import { expect, it } from 'vitest';
import { denyStatement, policyText, readStatement } from '../testing/policies.fixture.ts';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

it('says what each statement does, and where it stands', async () => {
  const cwd = await folderOf({ 'app.json': policyText(readStatement, denyStatement) });
  const { exitCode, json } = await runJson('policy explain app.json', { cwd });
  expect(exitCode).toBe(0);
  expect(json).toMatchObject([
    {
      policy: 'app.json',
      statements: [
        { sid: 'Read', effect: 'Allow', place: 'app.json:4', conditions: [] },
        { sid: 'Stop', effect: 'Deny', place: 'app.json:10' },
      ],
    },
  ]);
  const { stdout } = await run('policy explain app.json', { cwd });
  expect(stdout).toContain('+ Allows reading in Amazon S3 (s3:GetObject)');
});

it('explains a principal of a snapshot: policies, boundary, trust', async () => {
  const cwd = await folderOf();
  await run('snapshot --account sandbox:neglected --output account.json', { cwd });
  const role = 'arn:aws:iam::111122223333:role/Administrator';
  const line = `policy explain --snapshot account.json --principal ${role}`;
  const { json } = await runJson(line, { cwd });
  expect(json.map(({ policy }: { policy: string }) => policy)).toEqual([
    'policy AdministratorAccess',
    'Who may assume it',
  ]);
  const asked = await runJson(`${line} --action s3:GetObject --resource arn:aws:s3:::b/k`, { cwd });
  expect(asked).toMatchObject({ exitCode: 0, json: { decision: 'allowed' } });
});

it('answers 0 for a denial that it explains', async () => {
  const cwd = await folderOf({ 'app.json': policyText(denyStatement) });
  const line = 'policy explain app.json --principal arn:aws:iam::111122223333:user/ada';
  const asked = `${line} --action s3:GetObject --resource arn:aws:s3:::b/k`;
  expect(await runJson(asked, { cwd })).toMatchObject({
    exitCode: 0,
    json: { decision: 'explicitDeny' },
  });
});

it.each([
  ['', 'USAGE'],
  ['--snapshot a.json', 'USAGE'],
  ['app.json --action s3:GetObject', 'USAGE'],
  ['nope.json', 'FILE_UNREADABLE'],
  ['app.json', 'POLICY_INVALID'],
])('explain %s: %s', async (args, code) => {
  const cwd = await folderOf({ 'app.json': '[]' });
  expect(await errorOf(`policy explain ${args}`, { cwd })).toMatchObject({ exitCode: 1, code });
});
