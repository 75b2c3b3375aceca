import { afterEach, expect, it, vi } from 'vitest';
import { inPlaceOfAws, run, runJson, sandboxOf } from '../testing/run.fixture.ts';

afterEach(() => vi.unstubAllEnvs());

function withoutCredentials(region?: string): void {
  for (const name of [
    'AWS_PROFILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_ENDPOINT_URL',
    'AWS_DEFAULT_REGION',
  ]) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
}

it('finds all well', async () => {
  const { exitCode, json } = await runJson('doctor --account sandbox:good');
  expect({ exitCode, ok: json.ok, missing: json.missingPermissions }).toEqual({
    exitCode: 0,
    ok: true,
    missing: [],
  });
  expect(json.parts).toContainEqual(expect.objectContaining({ name: 'users', state: 'readable' }));
});

it('lists the permissions that are missing', async () => {
  const deny = ['iam:GetAccountSummary', 'iam:ListOpenIDConnectProviders', 'iam:GetPolicyVersion'];
  const aws = inPlaceOfAws(await sandboxOf('good', { faults: { deny } }));
  const { exitCode, json } = await runJson('doctor', { aws });
  expect(exitCode).toBe(1);
  expect(json.missingPermissions.sort()).toEqual(deny.sort());
  const { stdout } = await run('doctor', { aws });
  expect(stdout).toContain('Missing permissions: ');
  // The name of an action is never cut, so that it can be copied.
  const wide = stdout.split('\n').filter((line) => line.length > 80);
  expect(wide.filter((line) => line.trim().includes(' '))).toEqual([]);
});

it('calls a part that some region does not show unreadable', async () => {
  const deny = ['access-analyzer:ListAnalyzers'];
  const aws = inPlaceOfAws(await sandboxOf('good', { faults: { deny } }));
  const { exitCode, json } = await runJson('doctor', { aws });
  expect({ exitCode, missing: json.missingPermissions }).toEqual({ exitCode: 1, missing: deny });
  expect(json.parts).toContainEqual(
    expect.objectContaining({ name: 'analyzers', state: 'unreadable' }),
  );
});

it.each([
  [undefined, 'Region'],
  ['us-east-1', 'Credentials'],
])('stops where there is nothing to go on with (region %s)', async (region, stopped) => {
  withoutCredentials(region);
  const { exitCode, json } = await runJson('doctor');
  expect(exitCode).toBe(1);
  expect(json.rows.at(-1)).toMatchObject({ name: stopped, ok: false, hint: expect.any(String) });
});

it.each([
  [undefined, 'REGION_MISSING'],
  ['us-east-1', 'CREDENTIALS_MISSING'],
])('check without credentials (region %s) is %s', async (region, code) => {
  withoutCredentials(region);
  const { exitCode, json } = await runJson('check');
  expect({ exitCode, code: json.error.code }).toEqual({ exitCode: 1, code });
});

it('announces that requests do not go to AWS', async () => {
  withoutCredentials('us-east-1');
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  const { stderr } = await run('doctor');
  expect(stderr).toContain('requests go to http://127.0.0.1:9');
});

it('refuses root', async () => {
  const caller = 'arn:aws:iam::111122223333:root';
  const { exitCode, json } = await runJson('doctor', {
    aws: inPlaceOfAws(await sandboxOf('good', { caller })),
  });
  expect(exitCode).toBe(1);
  expect(json.rows.at(-1)).toMatchObject({ name: 'Credentials', ok: false });
});
