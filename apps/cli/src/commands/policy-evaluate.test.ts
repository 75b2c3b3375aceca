import { expect, it } from 'vitest';
import {
  deleteStatement,
  denyStatement,
  policyText,
  readStatement,
} from '../testing/policies.fixture.ts';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

const ada = 'arn:aws:iam::111122223333:user/ada';
const ask = `--principal ${ada} --action s3:GetObject --resource arn:aws:s3:::prod-data/x`;
const all = { Effect: 'Allow', Action: '*', Resource: '*' };

function filesOf() {
  return folderOf({
    'read.json': policyText(readStatement),
    'delete.json': policyText(deleteStatement),
    'stop.json': policyText(denyStatement),
    'all.json': policyText(all),
    'home.json': policyText({
      ...readStatement,
      Resource: 'arn:aws:s3:::prod-data/${aws:username}',
    }),
    'mfa.json': policyText({
      ...readStatement,
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    }),
    'tags.json': policyText({
      ...readStatement,
      Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
    }),
    'bucket.json': policyText({ ...readStatement, Principal: { AWS: ada } }),
    'broken.json': '{}',
  });
}

it.each([
  ['read.json', 0, 'allowed'],
  ['delete.json', 2, 'implicitDeny'],
  ['', 2, 'implicitDeny'],
  ['read.json stop.json', 2, 'explicitDeny'],
  ['read.json --boundary delete.json', 2, 'implicitDeny'],
  ['read.json --boundary all.json', 0, 'allowed'],
  ['read.json --session delete.json', 2, 'implicitDeny'],
  // Of one level, then of two.
  ['read.json --scp all.json,delete.json', 0, 'allowed'],
  ['read.json --scp all.json --scp delete.json', 2, 'implicitDeny'],
  ['read.json --rcp all.json,stop.json', 2, 'explicitDeny'],
  ['--resource-policy bucket.json', 0, 'allowed'],
  ['delete.json --resource-policy bucket.json --resource-account 444455556666', 2, 'implicitDeny'],
  ['mfa.json', 2, 'implicitDeny'],
  ['mfa.json --context aws:MultiFactorAuthPresent=true', 0, 'allowed'],
  ['tags.json --context aws:TagKeys=a AWS:tagkeys=c', 2, 'implicitDeny'],
  ['tags.json --context aws:TagKeys=a aws:TagKeys=b', 0, 'allowed'],
])('evaluate %s: exit %i', async (args, code, decision) => {
  const line = `policy evaluate ${args} ${ask}`;
  const { exitCode, json } = await runJson(line, { cwd: await filesOf() });
  expect({ exitCode, decision: json.decision }).toEqual({ exitCode: code, decision });
});

it('knows what follows from who asks', async () => {
  const line = `policy evaluate home.json --principal ${ada} --action s3:GetObject --resource`;
  const cwd = await filesOf();
  expect(await run(`${line} arn:aws:s3:::prod-data/ada`, { cwd })).toMatchObject({ exitCode: 0 });
  expect(await run(`${line} arn:aws:s3:::prod-data/bob`, { cwd })).toMatchObject({ exitCode: 2 });
});

it('names the statement that decides and what comes nearest', async () => {
  const cwd = await filesOf();
  const denied = await runJson(`policy evaluate read.json stop.json ${ask}`, { cwd });
  expect(denied.json.decidedBy).toMatchObject({ place: 'stop.json:4', sid: 'Stop' });
  const missing = await runJson(`policy evaluate mfa.json ${ask}`, { cwd });
  expect(missing.json.nearMisses).toMatchObject([{ place: 'mfa.json:4', layer: 'identity' }]);
  const { stdout } = await run(`policy evaluate mfa.json ${ask}`, { cwd });
  expect(stdout).toContain('mfa.json:4, statement 1 "Read"');
});

it('takes the policies of a principal from a snapshot', async () => {
  const cwd = await folderOf();
  await run('snapshot --account sandbox:neglected --output account.json', { cwd });
  const line = (user: string) =>
    `policy evaluate --snapshot account.json --principal arn:aws:iam::111122223333:user/${user} --action iam:CreateUser --resource arn:aws:iam::111122223333:user/eve`;
  const { exitCode, json } = await runJson(line('alice'), { cwd });
  expect({ exitCode, place: json.decidedBy.place }).toEqual({
    exitCode: 0,
    place: 'policy AdministratorAccess',
  });
  expect(await runJson(line('carol'), { cwd })).toMatchObject({
    exitCode: 2,
    json: { decision: 'implicitDeny' },
  });
  expect(await errorOf(line('nobody'), { cwd })).toMatchObject({
    exitCode: 1,
    code: 'ENTITY_MISSING',
  });
});

it.each([
  ['read.json', 'USAGE'],
  [`read.json ${ask} --context SourceIp=1.2.3.4`, 'USAGE'],
  [`nope.json ${ask}`, 'FILE_UNREADABLE'],
  [`broken.json ${ask}`, 'POLICY_INVALID'],
  [`read.json ${ask} --snapshot read.json`, 'SNAPSHOT_INVALID'],
])('evaluate %s: %s', async (args, code) => {
  const cwd = await filesOf();
  expect(await errorOf(`policy evaluate ${args}`, { cwd })).toMatchObject({ exitCode: 1, code });
});
