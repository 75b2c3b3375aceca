import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  runJson,
  sandboxOf,
  testNow,
} from '../testing/run.fixture.ts';

const onSandbox = 'plan --account sandbox:untouched';

describe('plan', () => {
  it('shows what would change, and exits with 2', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
    const { exitCode, json } = await runJson(onSandbox, { cwd });
    expect(exitCode).toBe(2);
    expect(json).toMatchObject({
      planId: expect.stringMatching(/^[0-9a-f]{64}$/),
      scope: 'platform',
      account: '111122223333',
      changes: [{ kind: 'create', resource: 'role/builder', position: { line: 5, column: 3 } }],
      conflicts: [],
    });
    const { stdout } = await run(onSandbox, { cwd });
    expect(stdout).toContain('+ role/builder  (create)  rolecall.yaml:5');
    expect(stdout).toContain('Plan: 1 to create, 0 to update, 0 to replace, 0 to delete');
  });

  it('says what becomes possible, with a request that shows it', async () => {
    const text = manifestOf().replace('ReadOnlyAccess', 'AdministratorAccess');
    const cwd = await folderOf({ 'rolecall.yaml': text });
    const { stdout } = await run(onSandbox, { cwd });
    expect(stdout).toMatch(/! critical role\/builder: Becomes an administrator/);
    expect(stdout).toMatch(/For example \w+:\w+ on/);
    expect(stdout.split('\n').every((line) => line.length <= 80 || line.includes('arn:'))).toBe(
      true,
    );
  });

  it('keeps the plan, and plans from a snapshot alike', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
    const { json } = await runJson(`${onSandbox} --out plan.json`, { cwd });
    const kept = JSON.parse(await readFile(join(cwd, 'plan.json'), 'utf8'));
    expect(kept).toEqual({ ...json, plannedAt: testNow().toISOString() });
    const snapshot = 'snapshot --account sandbox:untouched -f rolecall.yaml --output s.json';
    expect((await run(snapshot, { cwd })).exitCode).toBe(0);
    const offline = await runJson('plan --snapshot s.json', { cwd });
    expect(offline.json.planId).toBe(json.planId);
  });

  it('shows conflicts and exits with 1, for it cannot be applied', async () => {
    const text = manifestOf().replace('builder:', 'jenkins:');
    const cwd = await folderOf({ 'rolecall.yaml': text });
    const { exitCode, stdout, stderr } = await run('plan --account sandbox:neglected', { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ role/jenkins  (conflict)  rolecall.yaml:5');
    expect(stderr).toContain('[CONFLICT]');
    const { json } = await runJson('plan --account sandbox:neglected', { cwd });
    expect(json.conflicts).toMatchObject([{ resource: 'role/jenkins' }]);
  });

  it('refuses to delete more than allowed', async () => {
    const sandbox = await sandboxOf('untouched');
    const aws = inPlaceOfAws(sandbox);
    const spare =
      'policies:\n  Spare: { document: { Statement: { Effect: Deny, Action: "iam:*", Resource: "*" } } }\n';
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf(spare) });
    expect((await run('apply --yes', { cwd, aws })).exitCode).toBe(0);
    const less = await folderOf({ 'rolecall.yaml': manifestOf('prune: { maxDeletes: 0 }\n') });
    expect(await errorOf('plan', { cwd: less, aws })).toMatchObject({
      exitCode: 1,
      code: 'PRUNE_REFUSED',
      message: expect.stringContaining('policy/spare'),
    });
    const pruned = await folderOf({ 'rolecall.yaml': manifestOf('prune: {}\n') });
    expect((await runJson('plan', { cwd: pruned, aws })).json.changes).toMatchObject([
      { kind: 'delete', resource: 'policy/spare' },
    ]);
  });

  it('refuses an account that is not the one of the manifest', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
    const other = await sandboxOf('untouched', { accountId: '444455556666' });
    const aws = inPlaceOfAws(other);
    expect((await errorOf('plan', { cwd, aws })).code).toBe('ACCOUNT_MISMATCH');
    expect((await errorOf('plan --account 444455556666', { cwd, aws })).code).toBe(
      'ACCOUNT_MISMATCH',
    );
    // Who else is asked is told nothing.
    expect(other.calls.map(({ action }) => action)).toEqual(['sts:GetCallerIdentity']);
  });
});

const long = 'x'.repeat(65);
const trust =
  'trust: { Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }';
const statement = '{ Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::bucket/key" }';
const huge = Array.from({ length: 150 }, () => statement).join(', ');

interface BadManifest {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly line?: number;
  readonly says: string;
}

const badManifests: readonly BadManifest[] = [
  {
    name: 'broken YAML',
    text: 'version: 1\nscope: "platform\n',
    code: 'MANIFEST_INVALID',
    line: 3,
    says: 'Missing closing "quote',
  },
  {
    name: 'unknown key, with the nearest name',
    text: manifestOf().replace('managedPolicies', 'managedPolices'),
    code: 'MANIFEST_INVALID',
    line: 11,
    says: 'Did you mean "managedPolicies"?',
  },
  {
    name: 'wrong type',
    text: manifestOf('ignoreTags: 5\n'),
    code: 'MANIFEST_INVALID',
    line: 12,
    says: 'ignoreTags: expected array',
  },
  {
    name: 'account id without quotes',
    text: manifestOf().replace("'111122223333'", '111122223333'),
    code: 'MANIFEST_INVALID',
    line: 3,
    says: 'in quotes',
  },
  {
    name: 'duplicate names',
    text: manifestOf(`  Builder: { ${trust} }\n`),
    code: 'MANIFEST_INVALID',
    line: 12,
    says: 'builder',
  },
  {
    name: 'policy too large',
    text: manifestOf(`policies:\n  Huge: { document: { Statement: [${huge}] } }\n`),
    code: 'QUOTA_EXCEEDED',
    line: 13,
    says: '6144',
  },
  {
    name: 'name too long',
    text: manifestOf(`  ${long}: { ${trust} }\n`),
    code: 'MANIFEST_INVALID',
    line: 12,
    says: 'longer than the 64 characters',
  },
  {
    name: 'unknown blueprint',
    text: manifestOf('blueprints:\n  web: { use: ecs-expres }\n'),
    code: 'BLUEPRINT_UNKNOWN',
    line: 13,
    says: 'ecs-express',
  },
  {
    name: 'unknown parameter',
    text: manifestOf('blueprints:\n  web:\n    use: ecs-express\n    with: { rolename: x }\n'),
    code: 'PARAMETER_INVALID',
    line: 15,
    says: 'rolename',
  },
  {
    name: 'retired service',
    text: manifestOf('blueprints:\n  web: { use: proton-environment }\n'),
    code: 'SERVICE_RETIRED',
    line: 13,
    says: 'ended',
  },
  {
    name: 'managed policy that does not exist',
    text: manifestOf().replace('ReadOnlyAccess', 'ReadOnlyAcces'),
    code: 'MANIFEST_INVALID',
    line: 5,
    says: 'ReadOnlyAcces',
  },
];

describe('plan with a bad manifest', () => {
  it.each(badManifests)('$name', async ({ text, code, line, says }) => {
    const cwd = await folderOf({ 'rolecall.yaml': text });
    const error = await errorOf(onSandbox, { cwd });
    expect({ exitCode: error.exitCode, code: error.code }).toEqual({ exitCode: 1, code });
    expect(error.diagnostics[0].position).toMatchObject({ file: 'rolecall.yaml', line });
    const { stderr } = await run(onSandbox, { cwd });
    expect(stderr).toContain(`rolecall.yaml:${line}:`);
    expect(stderr.replace(/\s+/g, ' ')).toContain(says);
    expect(stderr).toContain(`[${code}]`);
  });

  it('is not there', async () => {
    expect(await errorOf(onSandbox, { cwd: await folderOf() })).toMatchObject({
      exitCode: 1,
      code: 'FILE_UNREADABLE',
      hint: expect.stringContaining('rolecall init'),
    });
  });

  it('reads further files, and points at the one that is wrong', async () => {
    const cwd = await folderOf({
      'rolecall.yaml': manifestOf('include: ["team-*.yaml"]\n'),
      'team-a.yaml': `roles:\n  a: { ${trust} }\n`,
      'team-b.yaml': 'role: {}\n',
    });
    const { diagnostics } = await errorOf(onSandbox, { cwd });
    expect(diagnostics[0].position).toEqual({ file: 'team-b.yaml', line: 1, column: 1 });
  });
});

it('includes nothing from outside the folder of the manifest', async () => {
  const elsewhere = await folderOf({ 'roles.yaml': 'roles: {}\n' });
  const include = `include: ['../${basename(elsewhere)}/roles.yaml']\n`;
  const head = "version: 1\nscope: platform\naccount: '111122223333'\n";
  const cwd = await folderOf({ 'rolecall.yaml': head + include });
  const { exitCode, stderr } = await run('plan --account sandbox:untouched', { cwd });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('lies outside');
});
