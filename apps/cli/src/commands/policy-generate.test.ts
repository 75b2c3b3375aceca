import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policyText } from '../testing/policies.fixture.ts';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';
import {
  accessRole,
  identity,
  list,
  type Play,
  playGeneration,
  trail,
  writer,
} from './policy-generate.fixture.ts';

const passRole = { Sid: 'Pass', Effect: 'Allow', Action: 'iam:PassRole', Resource: writer };
const upload = { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-reports/*' };
const onWriter = `policy generate --principal ${writer} --write app.json`;
const newJob = `--trail ${trail} --access-role ${accessRole}`;

async function play(changes: Partial<Play> = {}) {
  const sandbox = await sandboxOf('neglected');
  const played = playGeneration(sandbox, { statements: [list, identity], ...changes });
  return { ...played, calls: sandbox.calls };
}

async function writtenIn(cwd: string) {
  return JSON.parse(await readFile(join(cwd, 'app.json'), 'utf8'));
}

function missingIn(cwd: string): Promise<boolean> {
  return readFile(join(cwd, 'app.json')).then(
    () => false,
    () => true,
  );
}

it('starts a job, waits, writes the policy and says what is left to fill', async () => {
  const { aws, asked, starts } = await play({ waits: 3 });
  const cwd = await folderOf();
  const line = `${onWriter} --trail ${trail}=eu-central-1,us-east-1 --access-role ${accessRole}`;
  const { exitCode, json, stderr } = await runJson(line, { cwd, aws });
  expect(exitCode).toBe(2);
  expect(await writtenIn(cwd)).toEqual({ Version: '2012-10-17', Statement: [list, identity] });
  expect(json).toMatchObject({
    file: 'app.json',
    jobId: 'job-1',
    principal: writer,
    placeholders: [
      {
        name: 'BucketName',
        places: [{ resource: list.Resource, position: { file: 'app.json', line: 11, column: 19 } }],
      },
    ],
    lint: { findings: [] },
    today: { verdict: 'grants', lost: { verdict: 'grants' } },
  });
  const look = 'GET /policy/generation/job-1';
  expect(asked).toEqual(['PUT /policy/generation', look, look, look, look]);
  expect(starts).toMatchObject([
    {
      policyGenerationDetails: { principalArn: writer },
      cloudTrailDetails: {
        trails: [{ cloudTrailArn: trail, regions: ['eu-central-1', 'us-east-1'] }],
        accessRole,
        startTime: '2026-10-22T10:00:00Z',
      },
    },
  ]);
  expect(stderr).toMatch(/job-1 started\. It is free/);
});

it('picks up a job, fills placeholders and adds what is declared', async () => {
  const { aws, asked } = await play();
  const cwd = await folderOf({
    'declared.json': policyText(passRole, upload, identity),
    'values.yaml': 'BucketName: [logs]\nOther: x\n',
  });
  const line = `${onWriter} --job job-1 --values values.yaml --declare declared.json`;
  const { exitCode, json } = await runJson(line, { cwd, aws });
  expect(exitCode).toBe(0);
  expect(await writtenIn(cwd)).toEqual({
    Version: '2012-10-17',
    Statement: [{ ...list, Resource: 'arn:aws:s3:::logs' }, identity, passRole, upload],
  });
  expect(json).toMatchObject({
    declared: { added: [passRole, upload], alreadyThere: [identity] },
    placeholders: [],
    unusedValues: ['Other'],
    today: { verdict: 'grants', lost: { verdict: 'none' } },
  });
  expect(asked).not.toContain('PUT /policy/generation');
});

it.each<[string, readonly object[], number, object]>([
  ['the same in it', [upload], 0, { verdict: 'none', lost: { verdict: 'none' } }],
  [
    'less in it',
    [{ ...upload, Resource: `${upload.Resource.slice(0, -1)}2026/*` }],
    0,
    { verdict: 'none', lost: { verdict: 'grants' } },
  ],
  ['nothing in it', [], 2, { verdict: 'none', lost: { verdict: 'grants' } }],
  ['more in it', [upload, identity], 0, { verdict: 'grants', lost: { verdict: 'none' } }],
  // What it will be filled with could be that bucket.
  [
    'a placeholder in it',
    [{ ...upload, Resource: `arn:aws:s3:::\${BucketName}/*` }],
    2,
    { verdict: 'grants' },
  ],
  ['an error in it', [upload, { ...identity, Action: 's3:GetObjekt' }], 2, {}],
])('a policy with %s', async (_name, statements, code, today) => {
  const { aws } = await play({ statements });
  const { exitCode, json } = await runJson(`${onWriter} ${newJob}`, { cwd: await folderOf(), aws });
  expect(exitCode).toBe(code);
  expect(json.today).toMatchObject(today);
});

it('takes the policies of today from a snapshot', async () => {
  const { aws, calls } = await play({ statements: [upload] });
  const cwd = await folderOf();
  const neglected = inPlaceOfAws(await sandboxOf('neglected'));
  await run('snapshot --output account.json', { cwd, aws: neglected });
  const line = `${onWriter} ${newJob} --snapshot account.json`;
  const { exitCode, json } = await runJson(line, { cwd, aws });
  expect({ exitCode, verdict: json.today.verdict }).toEqual({ exitCode: 0, verdict: 'none' });
  expect(calls).toEqual([]);
});

it.each([
  [[list, identity]],
  [[{ ...list, Resource: 'arn:aws:s3:::logs' }, upload]],
  [[{ ...identity, Action: 's3:GetObjekt' }]],
])('its text fits 80 columns', async (statements) => {
  const { aws } = await play({ statements });
  const ran = await run(`${onWriter} ${newJob}`, { cwd: await folderOf(), aws, columns: 80 });
  const lines = `${ran.stdout}${ran.stderr}`.split('\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

it('its help fits 80 columns', async () => {
  const { stdout } = await run('policy generate --help', { columns: 80 });
  expect(stdout).toContain('Examples:\n  $ ');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it.each([
  [`policy generate --principal ${writer}`, 'USAGE'],
  ['policy generate --write app.json', 'USAGE'],
  [onWriter, 'USAGE'],
  [`${onWriter} --trail ${trail}`, 'USAGE'],
  [`${onWriter} ${newJob} --job job-1`, 'USAGE'],
  [`${onWriter} ${newJob} --start yesterday`, 'USAGE'],
  [`${onWriter} ${newJob} --start 2026-01-01`, 'PARAMETER_INVALID'],
  [`${onWriter} ${newJob} --values there.json`, 'PARAMETER_INVALID'],
  [`${onWriter} ${newJob} --declare none.json`, 'FILE_UNREADABLE'],
  [`${onWriter} ${newJob} --declare there.json`, 'POLICY_INVALID'],
  [`${onWriter} ${newJob} --write there.json`, 'USAGE'],
  [`${onWriter} ${newJob} --write none/app.json`, 'FILE_UNREADABLE'],
  [`${onWriter} ${newJob} --principal app`, 'USAGE'],
  [`${onWriter} ${newJob} --principal ${writer}s`, 'ENTITY_MISSING'],
  [`${onWriter} ${newJob} --principal arn:aws:iam::444455556666:role/app`, 'ACCOUNT_MISMATCH'],
])('%s starts nothing: %s', async (line, code) => {
  const { aws, asked } = await play();
  const cwd = await folderOf({ 'there.json': '[]' });
  expect(await errorOf(line, { cwd, aws })).toMatchObject({ exitCode: 1, code });
  expect(asked).toEqual([]);
  expect(await readFile(join(cwd, 'there.json'), 'utf8')).toBe('[]');
});

it('overwrites with --force', async () => {
  const { aws } = await play({ statements: [upload] });
  const cwd = await folderOf({ 'app.json': '[]' });
  expect(await run(`${onWriter} ${newJob} --force`, { cwd, aws })).toMatchObject({ exitCode: 0 });
  expect(await writtenIn(cwd)).toMatchObject({ Statement: [upload] });
});

it('keeps a file that came while the job ran', async () => {
  const cwd = await folderOf();
  const onLook = () => writeFile(join(cwd, 'app.json'), '[]');
  const { aws } = await play({ onLook });
  expect(await errorOf(`${onWriter} ${newJob}`, { cwd, aws })).toMatchObject({
    code: 'USAGE',
    hint: expect.stringContaining('--job job-1'),
  });
  expect(await writtenIn(cwd)).toEqual([]);
});

it.each([`${onWriter} ${newJob}`, `${onWriter} --job job-1`])(
  'Ctrl-C cancels: %s',
  async (line) => {
    const stop = new AbortController();
    const { aws, asked } = await play({ waits: 9, onLook: () => stop.abort() });
    const cwd = await folderOf();
    expect(await errorOf(line, { cwd, aws, signal: stop.signal })).toMatchObject({
      exitCode: 1,
      code: 'INTERRUPTED',
      subject: 'job-1',
    });
    expect(asked.at(-1)).toBe('PUT /policy/generation/job-1');
    expect(await missingIn(cwd)).toBe(true);
  },
);

it('writes nothing of a job that is for somebody else', async () => {
  const { aws } = await play({ principalArn: 'arn:aws:iam::111122223333:role/jenkins' });
  const cwd = await folderOf();
  expect(await errorOf(`${onWriter} --job job-1`, { cwd, aws })).toMatchObject({
    exitCode: 1,
    code: 'PRINCIPAL_INVALID',
  });
  expect(await missingIn(cwd)).toBe(true);
});
