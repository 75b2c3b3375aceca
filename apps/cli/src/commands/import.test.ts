import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseScenario } from '@rolecall/sandbox';
import { expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

it('writes a manifest that takes over what is there, and nothing more', async () => {
  const cwd = await folderOf();
  const aws = inPlaceOfAws(await sandboxOf('neglected'));
  const { exitCode, json } = await runJson('import', { cwd, aws });
  expect({ exitCode, file: json.file, scope: json.scope }).toEqual({
    exitCode: 0,
    file: 'rolecall.yaml',
    scope: 'platform',
  });
  expect(json.imported).toContainEqual({ type: 'role', name: 'jenkins' });
  expect(json.leftOut).toContainEqual(
    expect.objectContaining({ type: 'role', name: 'AWSServiceRoleForSupport', reason: 'aws' }),
  );
  const planned = await runJson('plan', { cwd, aws });
  expect(planned.exitCode).toBe(2);
  const kinds = planned.json.changes.map(({ kind }: { kind: string }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['adopt']));
  expect((await run('apply --yes', { cwd, aws })).exitCode).toBe(0);
  expect((await run('plan', { cwd, aws })).exitCode).toBe(0);
});

it('imports from a snapshot what it would import from the account', async () => {
  const cwd = await folderOf();
  const aws = inPlaceOfAws(await sandboxOf('good'));
  expect((await run('snapshot --all --output all.json', { cwd, aws })).exitCode).toBe(0);
  expect((await run('import --out a.yaml', { cwd, aws })).exitCode).toBe(0);
  expect((await run('import --out b.yaml --snapshot all.json', { cwd })).exitCode).toBe(0);
  const [a, b] = await Promise.all(['a.yaml', 'b.yaml'].map((name) => readFile(join(cwd, name))));
  expect(b).toEqual(a);
});

it('imports Identity Center whole from a snapshot that was taken for a manifest', async () => {
  const set = { managed: ['aws:ReadOnlyAccess'], boundary: 'aws:PowerUserAccess' };
  const center = { region: 'us-east-1', permissionSets: { Reader: set }, groups: { Team: {} } };
  const text = JSON.stringify({ identityCenter: center });
  const aws = inPlaceOfAws(await sandboxOf('good', { scenario: parseScenario(text, 'center') }));
  const lean = 'version: 1\nscope: platform\naccount: "111122223333"\n';
  const options = { cwd: await folderOf({ 'lean.yaml': `${lean}identityCenter: {}\n` }), aws };
  expect((await run('snapshot --all --manifest lean.yaml --output a.json', options)).exitCode).toBe(
    0,
  );
  expect((await run('import --snapshot a.json', options)).exitCode).toBe(0);
  const written = await readFile(join(options.cwd, 'rolecall.yaml'), 'utf8');
  expect(written).toContain('permissionsBoundary: PowerUserAccess');
});

it('takes no snapshot that leaves out tags', async () => {
  const cwd = await folderOf();
  const aws = inPlaceOfAws(await sandboxOf('neglected'));
  const lean = 'snapshot --manifest lean.yaml --output lean.json';
  const files = await folderOf({ 'lean.yaml': leanManifest });
  expect((await run(lean, { cwd: files, aws })).exitCode).toBe(0);
  const snapshot = join(files, 'lean.json');
  expect(await errorOf(`import --snapshot ${snapshot}`, { cwd })).toMatchObject({
    exitCode: 1,
    code: 'SNAPSHOT_INVALID',
  });
});

const leanManifest = `version: 1
scope: platform
account: '111122223333'
accountAlias: { alias: acme }
passwordPolicy: {}
oidcProviders: { oidc.example.com: { clientIds: [a] } }
roles: { a: { trust: { Statement: { Effect: Allow, Principal: { AWS: '*' }, Action: 'sts:AssumeRole' } } } }
policies: { a: { document: { Statement: { Effect: Allow, Action: 's3:*', Resource: '*' } } } }
instanceProfiles: { a: { role: a } }
`;

it('overwrites nothing unless told to', async () => {
  const cwd = await folderOf({ 'rolecall.yaml': 'mine\n' });
  const line = 'import --account sandbox:untouched';
  expect(await errorOf(line, { cwd })).toMatchObject({ exitCode: 1, code: 'USAGE' });
  expect(await readFile(join(cwd, 'rolecall.yaml'), 'utf8')).toBe('mine\n');
  expect((await run(`${line} --force`, { cwd })).exitCode).toBe(0);
});

it('writes nothing where a part cannot be read, and names the permission', async () => {
  const cwd = await folderOf();
  const sandbox = await sandboxOf('neglected');
  sandbox.faults.deny.push('iam:ListRoles');
  const error = await errorOf('import', { cwd, aws: inPlaceOfAws(sandbox) });
  expect(error).toMatchObject({ exitCode: 1, code: 'ACCESS_DENIED' });
  expect(JSON.stringify(error)).toContain('iam:ListRoles');
  await expect(readFile(join(cwd, 'rolecall.yaml'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it.each(['import --scope Web_Team', 'import --account sandbox:untouched --only role/nobody'])(
  'refuses %s',
  async (line) => {
    expect((await errorOf(line, { cwd: await folderOf() })).code).toBe('USAGE');
  },
);

it.each([
  ['import --recipients age1nobody', 'USAGE'],
  ['import --snapshot x.json --recipients age1nobody', 'USAGE'],
])('hands nothing over to nobody (%s)', async (line, code) => {
  expect((await errorOf(line, { cwd: await folderOf() })).code).toBe(code);
});
